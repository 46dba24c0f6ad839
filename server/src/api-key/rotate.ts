import { EXPIRY_PRESET_DAYS, GRACE_MAX_SECONDS, GRACE_SECONDS } from "@postern/shared";
import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { badUserInput, PosternError } from "../errors.js";
import { requireApiKey } from "./api-key.access.js";
import { ApiKey } from "./api-key.entity.js";
import type { ApiKeyPayload, RotateApiKeyInput } from "./api-key.inputs.js";
import { ApiKeySecret } from "./api-key-secret.entity.js";
import { onlyOnce } from "./once.js";
import { requirePolicyKept } from "./policy.js";
import { endOlderSecrets, issueSecret, newestSecret, olderSecret } from "./secrets.js";
import { expiryOf } from "./settings.js";
import { hasExpired } from "./status.js";

/**
 * Gives the key a new secret. The one before works until the earlier of its own end and the end of the
 * grace; one before that ends now. A preset's term begins anew, a custom date stays.
 */
export async function rotate(ctx: Context, input: RotateApiKeyInput): Promise<ApiKeyPayload> {
  const grace = input.graceSeconds ?? GRACE_SECONDS;
  if (grace < 0 || grace > GRACE_MAX_SECONDS) {
    throw badUserInput([
      { path: "input.graceSeconds", message: `Give 0 to ${GRACE_MAX_SECONDS} seconds (30 days).` },
    ]);
  }
  return inTransaction(ctx, async (ctx) => {
    const key = await requireApiKey(ctx, input.id, "ROTATE");
    refuseDead(ctx, key);
    await onlyOnce(ctx, key.id, input.idempotencyKey);
    const expiresAt = renewedEnd(ctx, key);
    if (key.kind !== "SYSTEM") await requirePolicyKept(ctx, key.organizationId, { ...key, expiresAt });
    const now = ctx.clock();
    await endOlderSecrets(ctx, key);
    const before = await newestSecret(ctx, key);
    const ends = earlier(key.expiresAt, new Date(now.getTime() + grace * 1000));
    if (before !== null) {
      await ctx.db.update(
        ApiKeySecret,
        { hash: before.hash },
        { expiresAt: ends, endedAt: grace === 0 ? now : null, useCount: 0, lastUsedAt: null },
      );
    }
    const old = { preview: key.preview, expiresAt: key.expiresAt };
    await ctx.db.update(ApiKey, { id: key.id }, { expiresAt });
    key.expiresAt = expiresAt;
    const secret = await issueSecret(ctx, key);
    const changes = audit.differences(old, { preview: key.preview, expiresAt }) ?? {};
    await audit.record(ctx, "apiKey.rotate", key, { ...changes, previousExpiresAt: before && ends });
    return { apiKey: key, secret };
  });
}

/** Ends the older secret now. */
export async function finishRotation(ctx: Context, id: string): Promise<ApiKey> {
  return inTransaction(ctx, async (ctx) => {
    const key = await requireApiKey(ctx, id, "ROTATE");
    const older = await olderSecret(ctx, key);
    if (older === null) throw new PosternError("CONFLICT", "The key has no older secret that still works.");
    await endOlderSecrets(ctx, key);
    await audit.record(ctx, "apiKey.finishRotation", key, { previousPreview: older.preview });
    return key;
  });
}

function refuseDead(ctx: Context, key: ApiKey): void {
  const refuse = (what: string, instead: string) =>
    new PosternError("CONFLICT", `The key ${what}, so it cannot be rotated. ${instead}`);
  if (key.revokedAt !== null) throw refuse("is revoked", "Create a new one.");
  if (!key.enabled) throw refuse("is disabled", "Enable it first.");
  if (hasExpired(key.expiresAt, ctx.clock())) throw refuse("has expired", "Give it a new expiry first.");
}

function renewedEnd(ctx: Context, key: ApiKey): Date | null {
  return key.expiryPolicy in EXPIRY_PRESET_DAYS
    ? expiryOf({ policy: key.expiryPolicy }, ctx.clock()).expiresAt
    : key.expiresAt;
}

const earlier = (one: Date | null, other: Date): Date => (one !== null && one < other ? one : other);
