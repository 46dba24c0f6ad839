import { IsNull, MoreThan, Not } from "typeorm";
import type { Context } from "../context.js";
import { ApiKey } from "./api-key.entity.js";
import { ApiKeySecret } from "./api-key-secret.entity.js";
import { hashSecret, newSecret, previewOf } from "./secret.js";

/** Hands out a new secret of the key, which becomes its newest. The text is returned and not kept. */
export async function issueSecret(ctx: Context, key: ApiKey): Promise<string> {
  const secret = newSecret(key.kind === "SYSTEM" ? "SYSTEM" : key.level);
  const preview = previewOf(secret);
  await ctx.db.insert(ApiKeySecret, {
    hash: hashSecret(secret),
    apiKeyId: key.id,
    preview,
    createdAt: ctx.clock(),
    expiresAt: null,
    endedAt: null,
    useCount: 0,
    lastUsedAt: null,
  });
  await ctx.db.update(ApiKey, { id: key.id }, { preview });
  key.preview = preview;
  return secret;
}

/** The secret that still works beside the newest one, during a rotation; null when there is none. */
export function olderSecret(ctx: Context, key: ApiKey): Promise<ApiKeySecret | null> {
  return ctx.db.findOneBy(ApiKeySecret, {
    apiKeyId: key.id,
    endedAt: IsNull(),
    expiresAt: MoreThan(ctx.clock()),
  });
}

/** The secret that was handed out last; null for a SYSTEM key that was never rotated. */
export function newestSecret(ctx: Context, key: ApiKey): Promise<ApiKeySecret | null> {
  return ctx.db.findOneBy(ApiKeySecret, { apiKeyId: key.id, endedAt: IsNull(), expiresAt: IsNull() });
}

/** Ends every secret of the key that still works, but for the newest. */
export async function endOlderSecrets(ctx: Context, key: ApiKey): Promise<void> {
  await ctx.db.update(
    ApiKeySecret,
    { apiKeyId: key.id, endedAt: IsNull(), expiresAt: Not(IsNull()) },
    { endedAt: ctx.clock() },
  );
}
