import { API_KEY_ROLE_SCOPES, type ApiKeyScope, type ApiKeyStatus } from "@postern/shared";
import type { Context } from "../context.js";
import type { ApiKey } from "./api-key.entity.js";
import { isOwnerActive, OWNER_ACTIVE } from "./owner-active.js";

export const scopesOf = (key: ApiKey): readonly ApiKeyScope[] => API_KEY_ROLE_SCOPES[key.role];

/** From its very instant on, an expiry holds. */
export const hasExpired = (expiresAt: Date | null, now: Date): boolean =>
  expiresAt !== null && now >= expiresAt;

/** The first of the reasons, in the order in which a call is checked, for which the key does not work. */
export async function statusOf(ctx: Context, key: ApiKey): Promise<ApiKeyStatus> {
  if (key.revokedAt !== null) return "REVOKED";
  if (!key.enabled) return "DISABLED";
  if (hasExpired(key.expiresAt, ctx.clock())) return "EXPIRED";
  return key.kind === "PERSONAL" && !(await isOwnerActive(ctx, key.id)) ? "OWNER_INACTIVE" : "ACTIVE";
}

const EXPIRED = "k.expires_at IS NOT NULL AND k.expires_at <= :statusNow";
const LOST_OWNER = `k.kind = 'PERSONAL' AND NOT ${OWNER_ACTIVE("k")}`;
const LIVE = "k.revoked_at IS NULL AND k.enabled = :statusEnabled";
const UNEXPIRED = `${LIVE} AND NOT (${EXPIRED})`;

/** The same as conditions on the row `k`; they take :statusNow and :statusEnabled (true). */
export const STATUS_CONDITIONS: Record<ApiKeyStatus, string> = {
  REVOKED: "k.revoked_at IS NOT NULL",
  DISABLED: "k.revoked_at IS NULL AND NOT (k.enabled = :statusEnabled)",
  EXPIRED: `${LIVE} AND ${EXPIRED}`,
  OWNER_INACTIVE: `${UNEXPIRED} AND ${LOST_OWNER}`,
  ACTIVE: `${UNEXPIRED} AND NOT (${LOST_OWNER})`,
};

/** The same for any of several. Owners, which cost most, are not looked at where either answer will do. */
export function anyStatus(statuses: readonly ApiKeyStatus[]): string {
  const asked = new Set(statuses);
  const conditions: string[] = [];
  if (asked.has("ACTIVE") && asked.has("OWNER_INACTIVE")) {
    conditions.push(UNEXPIRED);
    asked.delete("ACTIVE");
    asked.delete("OWNER_INACTIVE");
  }
  for (const status of asked) conditions.push(STATUS_CONDITIONS[status]);
  return conditions.map((condition) => `(${condition})`).join(" OR ");
}
