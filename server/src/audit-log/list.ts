import type { SelectQueryBuilder } from "typeorm";
import { AuditEntry } from "../audit/audit-entry.entity.js";
import type { Context } from "../context.js";
import { isId } from "../ids.js";
import { requireOrganization } from "../organization/organization.access.js";
import type { Organization } from "../organization/organization.entity.js";
import { type Page, page } from "../paging/page.js";
import { AUDIT_PAGE_SIZE, type AuditFilter, type AuditLogArgs } from "./audit-log.inputs.js";

/** What happened in the organization, newest first. FORBIDDEN without auditLog:read, as for every API key. */
export async function list(
  ctx: Context,
  { id }: Organization,
  args: AuditLogArgs,
): Promise<Page<AuditEntry>> {
  const organization = await requireOrganization(ctx, id, "auditLog:read");
  const first = args.first ?? AUDIT_PAGE_SIZE;
  return page(
    entriesOf(ctx, organization, args.filter ?? {}),
    { property: "at", kind: "time", direction: "DESC" },
    { ...args, first },
  );
}

/** The organization's entries that fit the filter, in no order yet. The caller has authorized it. */
export function entriesOf(
  ctx: Context,
  organization: Organization,
  filter: AuditFilter,
): SelectQueryBuilder<AuditEntry> {
  const { action, actorId, targetId, projectId, since, until } = filter;
  const query = ctx.db
    .createQueryBuilder(AuditEntry, "entry")
    .where("entry.organizationId = :organizationId", { organizationId: organization.id });
  if (action != null) query.andWhere("entry.action = :action", { action });
  if (actorId != null) query.andWhere(byActor(actorId), { actorId });
  if (targetId != null) query.andWhere("entry.targetId = :targetId", { targetId });
  if (projectId != null) query.andWhere("entry.projectId = :projectId", { projectId });
  if (since != null) query.andWhere("entry.at >= :since", { since });
  if (until != null) query.andWhere("entry.at < :until", { until });
  return query;
}

/** An id shows what it names, so one column is looked into, by its index. */
function byActor(id: string): string {
  if (isId("user", id)) return "entry.actor.userId = :actorId";
  return isId("apiKey", id) ? "entry.actor.apiKeyId = :actorId" : "1 = 0";
}

/** What changed, as the value that was recorded. */
export const changesOf = ({ changes }: AuditEntry): unknown =>
  changes === null ? null : JSON.parse(changes);
