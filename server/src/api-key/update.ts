import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { badUserInput, forbidden, PosternError } from "../errors.js";
import { foldName } from "../paging/search.js";
import { mayDo, requireApiKey } from "./api-key.access.js";
import { ApiKey } from "./api-key.entity.js";
import type { UpdateApiKeyInput } from "./api-key.inputs.js";
import { ApiKeyProject } from "./api-key-project.entity.js";
import { requirePolicyKept } from "./policy.js";
import { checkedProjects, checkSettings, expiryOf, rangesOf } from "./settings.js";

/**
 * Changes a key: absent leaves, null clears what can be cleared. It holds for the next call. A change of
 * what a key may do, enabling it included, must leave it within the policy; a name or disabling it is never
 * refused for that.
 */
export async function update(ctx: Context, input: UpdateApiKeyInput): Promise<ApiKey> {
  const { id, ...fields } = input;
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const onlyStops = given.length === 1 && input.enabled != null;
  return inTransaction(ctx, async (ctx) => {
    const key = await requireApiKey(ctx, id, onlyStops ? "STOP" : "UPDATE");
    if (input.enabled != null && !(await mayDo(ctx, key, "STOP")))
      throw forbidden("You may not stop this key.");
    if (key.revokedAt !== null) throw new PosternError("CONFLICT", "The key is revoked, which is final.");
    const changed = changedSettings(ctx, key, input);
    if (isBoundByPolicy(changed) || touchesAccess(input)) {
      await requirePolicyKept(ctx, key.organizationId, { ...key, ...changed });
    }
    const projects = touchesAccess(input) ? await changeProjects(ctx, key, input) : null;
    const { foldedName: _, ...shown } = changed;
    const changes = { ...audit.differences<ApiKey>(key, shown), ...projects };
    if (Object.keys(changes).length === 0) return key;
    if (Object.keys(changed).length > 0) await ctx.db.update(ApiKey, { id: key.id }, changed);
    await audit.record(ctx, "apiKey.update", key, changes);
    return Object.assign(key, changed);
  });
}

const FREE = new Set(["name", "foldedName", "description"]);

/** A name and a description are free, and so is disabling; whatever lets the key do something is not. */
const isBoundByPolicy = (changed: Partial<ApiKey>): boolean =>
  Object.entries(changed).some(([setting, value]) => (setting === "enabled" ? value : !FREE.has(setting)));

const touchesAccess = (input: UpdateApiKeyInput): boolean => input.access != null || input.projectIds != null;

function changedSettings(ctx: Context, key: ApiKey, input: UpdateApiKeyInput): Partial<ApiKey> {
  const name = input.name === undefined ? undefined : (input.name ?? key.id);
  const now = ctx.clock();
  checkSettings({ ...input, expiry: input.expiry ?? undefined }, now);
  return {
    ...(name !== undefined && { name, foldedName: foldName(name) }),
    ...(input.description !== undefined && { description: input.description || null }),
    ...(input.enabled != null && { enabled: input.enabled }),
    ...(input.role != null && { role: input.role }),
    ...(input.access != null && { access: input.access }),
    ...(input.expiry != null && expiryOf(input.expiry, now)),
    ...(input.allowedIps !== undefined && { allowedIps: rangesOf(input.allowedIps) }),
    ...(input.rateLimitPerMinute !== undefined && { rateLimitPerMinute: input.rateLimitPerMinute }),
  };
}

/** Changes what the key names; the projects before and after, for the audit entry. */
async function changeProjects(
  ctx: Context,
  key: ApiKey,
  input: UpdateApiKeyInput,
): Promise<audit.AuditChanges | null> {
  if (key.projectId !== null) {
    const path = input.access != null ? "input.access" : "input.projectIds";
    throw badUserInput([{ path, message: "Leave it out: a project's own key works in its project alone." }]);
  }
  const named = await ctx.db.findBy(ApiKeyProject, { apiKeyId: key.id });
  const old = named.map(({ projectId }) => projectId).sort();
  const access = input.access ?? key.access;
  const wanted = input.projectIds ?? (access === key.access ? old : null);
  const projectIds = (await checkedProjects(ctx, key.organizationId, access, wanted)).sort();
  await ctx.db.delete(ApiKeyProject, { apiKeyId: key.id });
  if (projectIds.length > 0) {
    await ctx.db.insert(
      ApiKeyProject,
      projectIds.map((projectId) => ({ apiKeyId: key.id, projectId })),
    );
  }
  return audit.differences({ projectIds: old }, { projectIds });
}
