import type { ApiKeyKind, ApiKeyRole, ProjectAccess } from "@postern/shared";
import type { ApiKeyPrincipal } from "../auth/principal.js";
import type { Context } from "../context.js";
import { instantFromRaw } from "../database/raw.js";
import { PosternError, unauthenticated } from "../errors.js";
import { isAllowedIp } from "./ip-ranges.js";
import { OWNER_ACTIVE } from "./owner-active.js";
import { hashSecret, isSecret } from "./secret.js";
import { hasExpired } from "./status.js";

// Every call with a key comes through here: one read by primary key, joined with what the decision needs. A
// key with selected projects has a row for each of them. Sent by upToDate: a key that was stopped on one node
// of a cluster is so on every other.
const LOOK_UP = `
  SELECT k.id, k.name, k.organization_id, k.project_id, k.kind, k.owner_id, k.access, k.role, k.enabled,
    k.expires_at, k.revoked_at, k.deleted_at, k.allowed_ips, k.rate_limit_per_minute,
    s.expires_at AS secret_expires_at, s.ended_at AS secret_ended_at,
    u.name AS owner_name, p.project_id AS selected_id,
    CASE WHEN k.kind = 'PERSONAL' THEN ${OWNER_ACTIVE("k")} ELSE 1 END AS owner_active
  FROM api_key_secrets s
  JOIN api_keys k ON k.id = s.api_key_id
  LEFT JOIN users u ON u.id = k.owner_id
  LEFT JOIN api_key_projects p ON p.api_key_id = k.id AND k.access = 'SELECTED_PROJECTS'
  WHERE s.hash = ?`;

type RawInstant = Date | string | null;

interface KeyRow {
  id: string;
  name: string;
  organization_id: string;
  project_id: string | null;
  kind: ApiKeyKind;
  owner_id: string | null;
  owner_name: string | null;
  owner_active: number;
  access: ProjectAccess;
  role: ApiKeyRole;
  enabled: number;
  expires_at: RawInstant;
  revoked_at: RawInstant;
  deleted_at: RawInstant;
  allowed_ips: string | null;
  rate_limit_per_minute: number | null;
  secret_expires_at: RawInstant;
  secret_ended_at: RawInstant;
  selected_id: string | null;
}

/** How much of its minute the calling key has left, for the answer's headers. */
export interface RateState {
  limit: number;
  remaining: number;
  resetSeconds: number;
}

/**
 * The principal behind a secret, checked against the database on each call in the order of the errors below,
 * so that a stopped key never works once more. UNAUTHENTICATED: INVALID for anything that is no known secret;
 * REVOKED, DISABLED, EXPIRED, OWNER_INACTIVE, and FORBIDDEN for a wrong address, only for whoever holds the
 * true one. RATE_LIMITED last. A denied call is counted with its key, and is no use of it.
 */
export async function authenticateSecret(
  ctx: Context,
  secret: string,
  onRate: (state: RateState) => void,
): Promise<ApiKeyPrincipal> {
  const { ip } = ctx;
  const { principal, limitPerMinute, olderSecretHash } = await recognize(ctx, secret, (apiKeyId, cause) =>
    ctx.usage.denied({ apiKeyId, ip, cause }),
  );
  const { apiKeyId } = principal;
  const limit = limitPerMinute ?? ctx.config.defaultRateLimit;
  const rate = await ctx.rateLimiter.take(apiKeyId, limit);
  onRate({ limit, ...rate });
  if (!rate.allowed) {
    ctx.usage.denied({ apiKeyId, ip, cause: "RATE_LIMITED" });
    throw tooManyCalls(limit, rate.resetSeconds);
  }
  ctx.usage.accepted({ apiKeyId, ip, olderSecretHash });
  return principal;
}

/** The same checks for a call that goes on: it is no further call, so it is neither counted nor limited. */
export async function recognizeSecret(ctx: Context, secret: string): Promise<ApiKeyPrincipal> {
  return (await recognize(ctx, secret, () => {})).principal;
}

interface Recognized {
  principal: ApiKeyPrincipal;
  limitPerMinute: number | null;
  /** The secret's hash, when a rotation has replaced it and its grace still runs. */
  olderSecretHash: string | null;
}

async function recognize(
  ctx: Context,
  secret: string,
  onDenied: (apiKeyId: string, cause: string) => void,
): Promise<Recognized> {
  if (!isSecret(secret)) throw unauthenticated("INVALID");
  const hash = hashSecret(secret);
  const rows: KeyRow[] = await ctx.db.query(ctx.database.upToDate(LOOK_UP), [hash]);
  const key = rows[0];
  if (key === undefined) throw unauthenticated("INVALID");
  const now = ctx.clock();
  const deny = (cause: string, error: PosternError): PosternError => {
    onDenied(key.id, cause);
    return error;
  };
  if (key.deleted_at !== null || key.revoked_at !== null) throw deny("REVOKED", unauthenticated("REVOKED"));
  if (!key.enabled) throw deny("DISABLED", unauthenticated("DISABLED"));
  if (key.secret_ended_at !== null) throw deny("SECRET_ENDED", unauthenticated("REVOKED"));
  if (hasExpired(instantFromRaw(key.expires_at), now)) throw deny("EXPIRED", unauthenticated("EXPIRED"));
  const graceEnds = instantFromRaw(key.secret_expires_at);
  if (hasExpired(graceEnds, now)) throw deny("SECRET_ENDED", unauthenticated("EXPIRED"));
  if (!key.owner_active) throw deny("OWNER_INACTIVE", unauthenticated("OWNER_INACTIVE"));
  if (!isAllowedIp(ctx.ip, key.allowed_ips === null ? null : JSON.parse(key.allowed_ips))) {
    throw deny("IP_NOT_ALLOWED", ipNotAllowed());
  }
  return {
    principal: principalOf(key, rows),
    limitPerMinute: key.rate_limit_per_minute,
    olderSecretHash: graceEnds === null ? null : hash,
  };
}

const principalOf = (key: KeyRow, rows: KeyRow[]): ApiKeyPrincipal => ({
  kind: "API_KEY",
  apiKeyId: key.id,
  name: key.kind === "PERSONAL" ? `${key.owner_name} via ${key.name}` : key.name,
  organizationId: key.organization_id,
  projectId: key.project_id,
  projectIds: coverage(key, rows),
  role: key.role,
  ownerId: key.kind === "PERSONAL" ? key.owner_id : null,
});

function coverage(key: KeyRow, rows: KeyRow[]): ReadonlySet<string> | null {
  if (key.project_id !== null) return new Set([key.project_id]);
  if (key.access === "ALL_PROJECTS") return null;
  return new Set(rows.map((row) => row.selected_id).filter((id) => id !== null));
}

const ipNotAllowed = () =>
  new PosternError("FORBIDDEN", "The API key may not be used from this address.", {
    reason: "IP_NOT_ALLOWED",
  });

const tooManyCalls = (limit: number, retryAfterSeconds: number) =>
  new PosternError(
    "RATE_LIMITED",
    `The API key may make ${limit} calls a minute. Try again in ${retryAfterSeconds} s.`,
    { retryAfterSeconds },
  );
