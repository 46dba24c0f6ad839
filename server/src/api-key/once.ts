import { LessThan } from "typeorm";
import type { Context } from "../context.js";
import { isDuplicate } from "../database/failures.js";
import { PosternError } from "../errors.js";
import { ApiKeyRequest } from "./api-key-request.entity.js";

const REMEMBERED_MS = 24 * 60 * 60 * 1000;

/**
 * Notes in the transaction that this request makes a secret for this key. CONFLICT with apiKeyId when the
 * same user gave the same idempotency key in the last 24 hours: the first answer was lost, not the key.
 */
export async function onlyOnce(
  ctx: Context,
  apiKeyId: string,
  idempotencyKey: string | null | undefined,
): Promise<void> {
  if (idempotencyKey == null || ctx.principal.kind !== "USER") return;
  const { userId } = ctx.principal;
  const now = ctx.clock();
  const old = new Date(now.getTime() - REMEMBERED_MS);
  await ctx.db.delete(ApiKeyRequest, { userId, idempotencyKey, createdAt: LessThan(old) });
  try {
    await ctx.db.insert(ApiKeyRequest, { userId, idempotencyKey, apiKeyId, createdAt: now });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const first = await ctx.db.findOneBy(ApiKeyRequest, { userId, idempotencyKey });
    throw new PosternError(
      "CONFLICT",
      "This request was carried out already. The key exists; if its secret was lost on the way, rotate it.",
      { apiKeyId: first?.apiKeyId },
    );
  }
}
