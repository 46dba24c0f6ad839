import { In } from "typeorm";
import type { Context } from "../context.js";
import { defineLoader } from "../database/loader.js";
import { ApiKey } from "./api-key.entity.js";

/**
 * SQL that is true while the owner of the key `k` has a role in a project that the key covers; an owner or
 * admin of the organization has one in all of them. Only asked of PERSONAL keys.
 */
export const OWNER_ACTIVE = (k: string): string => `EXISTS (
  SELECT 1 FROM memberships m LEFT JOIN project_memberships e ON e.membership_id = m.id
  WHERE m.organization_id = ${k}.organization_id AND m.user_id = ${k}.owner_id AND (
    m.role <> 'MEMBER' OR e.project_id = ${k}.project_id
    OR (${k}.project_id IS NULL AND ${k}.access = 'ALL_PROJECTS' AND e.project_id IS NOT NULL)
    OR e.project_id IN (SELECT c.project_id FROM api_key_projects c WHERE c.api_key_id = ${k}.id)))`;

/** The same for single keys, as their status asks. */
export const isOwnerActive = defineLoader<string, boolean>(async (ctx: Context, ids) => {
  const rows = await ctx.db
    .createQueryBuilder(ApiKey, "k")
    .select("k.id", "id")
    .where({ id: In([...ids]) })
    .andWhere(OWNER_ACTIVE("k"))
    .getRawMany<{ id: string }>();
  const active = new Set(rows.map(({ id }) => id));
  return ids.map((id) => active.has(id));
});
