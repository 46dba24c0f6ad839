import type { ApiKeyRole, ProjectAccess } from "@postern/shared";
import type { ApiKeyPrincipal } from "../auth/principal.js";
import type { Context } from "../context.js";
import { instantFromRaw } from "../database/raw.js";
import { unauthenticated } from "../errors.js";
import { hasExpired } from "./api-key.service.js";
import { hashSecret, isSecret } from "./secret.js";

// Every call with a key comes through here: one read by primary key, joined with what the decision needs. A
// key with selected projects has a row for each of them.
const LOOK_UP = `
  SELECT k.id, k.name, k.organization_id, k.project_id, k.access, k.role, k.expires_at, k.deleted_at,
    p.project_id AS selected_id
  FROM api_key_secrets s
  JOIN api_keys k ON k.id = s.api_key_id
  LEFT JOIN api_key_projects p ON p.api_key_id = k.id AND k.access = 'SELECTED_PROJECTS'
  WHERE s.hash = ?`;

interface KeyRow {
  id: string;
  name: string;
  organization_id: string;
  project_id: string | null;
  access: ProjectAccess;
  role: ApiKeyRole;
  expires_at: Date | string | null;
  deleted_at: Date | string | null;
  selected_id: string | null;
}

/**
 * The principal behind a secret, checked against the database on each call, so that a stopped key never
 * works once more. UNAUTHENTICATED: INVALID for anything that is no known secret, REVOKED or EXPIRED only
 * for whoever holds the true one.
 */
export async function authenticateSecret(ctx: Context, secret: string): Promise<ApiKeyPrincipal> {
  if (!isSecret(secret)) throw unauthenticated("INVALID");
  const rows: KeyRow[] = await ctx.db.query(LOOK_UP, [hashSecret(secret)]);
  const key = rows[0];
  if (key === undefined) throw unauthenticated("INVALID");
  if (key.deleted_at !== null) throw unauthenticated("REVOKED");
  if (hasExpired(instantFromRaw(key.expires_at), ctx.clock())) throw unauthenticated("EXPIRED");
  return {
    kind: "API_KEY",
    apiKeyId: key.id,
    name: key.name,
    organizationId: key.organization_id,
    projectId: key.project_id,
    projectIds: coverage(key, rows),
    role: key.role,
  };
}

function coverage(key: KeyRow, rows: KeyRow[]): ReadonlySet<string> | null {
  if (key.project_id !== null) return new Set([key.project_id]);
  if (key.access === "ALL_PROJECTS") return null;
  return new Set(rows.map((row) => row.selected_id).filter((id) => id !== null));
}
