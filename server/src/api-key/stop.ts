import { DELETE_KEYS_MAX } from "@postern/shared";
import { IsNull } from "typeorm";
import { actorOf } from "../audit/actor.js";
import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { badUserInput, PosternError } from "../errors.js";
import { requireApiKey } from "./api-key.access.js";
import { ApiKey } from "./api-key.entity.js";
import type { RevokeApiKeyInput } from "./api-key.inputs.js";
import { ApiKeyProject } from "./api-key-project.entity.js";

/** Stops the key for good and keeps it in the lists as REVOKED. CONFLICT when it was done already. */
export async function revoke(ctx: Context, input: RevokeApiKeyInput): Promise<ApiKey> {
  return inTransaction(ctx, async (ctx) => {
    const key = await requireApiKey(ctx, input.id, "STOP");
    if (key.revokedAt !== null) throw new PosternError("CONFLICT", "The key is revoked already.");
    const revocation = {
      revokedAt: ctx.clock(),
      revokedBy: actorOf(ctx),
      revokeReason: input.reason || null,
    };
    await ctx.db.update(ApiKey, { id: key.id }, revocation);
    await audit.record(ctx, "apiKey.revoke", key, { reason: revocation.revokeReason });
    return Object.assign(key, revocation);
  });
}

/** Stops the key for good and takes it off the lists. Its secrets stay known as those of a stopped key. */
export async function remove(ctx: Context, id: string): Promise<boolean> {
  await removeMany(ctx, [id]);
  return true;
}

/** The same for many keys, all or none; their number. */
export async function removeMany(ctx: Context, ids: readonly string[]): Promise<number> {
  const distinct = [...new Set(ids)].sort();
  if (distinct.length === 0 || distinct.length > DELETE_KEYS_MAX) {
    throw badUserInput([{ path: "ids", message: `Give 1 to ${DELETE_KEYS_MAX} keys.` }]);
  }
  return inTransaction(ctx, async (ctx) => {
    for (const id of distinct) await removeOne(ctx, await requireApiKey(ctx, id, "STOP"));
    return distinct.length;
  });
}

async function removeOne(ctx: Context, key: ApiKey): Promise<void> {
  await ctx.db.update(ApiKey, { id: key.id }, { deletedAt: ctx.clock() });
  await audit.record(ctx, "apiKey.delete", key);
}

/** Stops every key that lives in a project which is being deleted, the protected one included. */
export async function removeOfProject(ctx: Context, projectId: string): Promise<void> {
  for (const key of await ctx.db.findBy(ApiKey, { projectId, deletedAt: IsNull() }))
    await removeOne(ctx, key);
  // What the organization's keys name of it goes, too: a key that names no project any more works in none.
  await ctx.db.delete(ApiKeyProject, { projectId });
}

/** Stops every organization-level key of an organization which is being deleted. */
export async function removeOfOrganization(ctx: Context, organizationId: string): Promise<void> {
  const keys = await ctx.db.findBy(ApiKey, { organizationId, projectId: IsNull(), deletedAt: IsNull() });
  for (const key of keys) await removeOne(ctx, key);
}
