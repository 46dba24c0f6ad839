import type { AuditEntry } from "../audit/audit-entry.entity.js";
import type { Context } from "../context.js";
import { requireOrganization } from "../organization/organization.access.js";
import type { AuditFilter } from "./audit-log.inputs.js";
import { csvLine } from "./csv.js";
import { changesOf, entriesOf } from "./list.js";

/** Rows that are in memory at once. */
const ROWS_AT_ONCE = 1000;

/** How entries become text; a format's name is the ending of its file. */
export const FORMATS = {
  ndjson: {
    type: "application/x-ndjson; charset=utf-8",
    head: "",
    line: (entry: AuditEntry) => `${JSON.stringify(recordOf(entry))}\n`,
  },
  csv: {
    type: "text/csv; charset=utf-8; header=present",
    head: csvLine([
      "id",
      "at",
      "actorKind",
      "actorName",
      "actorUserId",
      "actorApiKeyId",
      "action",
      "targetType",
      "targetId",
      "targetName",
      "projectId",
      "ip",
      "changes",
    ]),
    line: (entry: AuditEntry) =>
      csvLine([
        entry.id,
        entry.at.toISOString(),
        entry.actor.kind,
        entry.actor.name,
        entry.actor.userId,
        entry.actor.apiKeyId,
        entry.action,
        entry.targetType,
        entry.targetId,
        entry.targetName,
        entry.projectId,
        entry.ip,
        entry.changes,
      ]),
  },
} as const;

export type Format = keyof typeof FORMATS;

/** An entry under the names that GraphQL has for it. */
function recordOf(entry: AuditEntry): object {
  const { id, at, actor, action, targetType, targetId, targetName, projectId, ip } = entry;
  const { kind, name, userId, apiKeyId } = actor;
  return {
    id,
    at,
    actor: { kind, name, userId, apiKeyId },
    action,
    targetType,
    targetId,
    targetName,
    projectId,
    ip,
    changes: changesOf(entry),
  };
}

/**
 * The organization's entries as text, newest first, a piece for every thousand. What is recorded meanwhile is
 * newer than all of them and stays out. The right to read is asked for anew with each piece, so that a
 * download ends with it.
 */
export async function* exported(
  ctx: Context,
  organizationId: string,
  filter: AuditFilter,
  format: Format,
): AsyncGenerator<string, void, undefined> {
  const { head, line } = FORMATS[format];
  let last: AuditEntry | undefined;
  for (;;) {
    const rows: AuditEntry[] = await readPage({ ...ctx, loaders: new Map() }, organizationId, filter, last);
    yield (last === undefined ? head : "") + rows.map(line).join("");
    last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_ONCE) return;
  }
}

async function readPage(
  ctx: Context,
  organizationId: string,
  filter: AuditFilter,
  after: AuditEntry | undefined,
): Promise<AuditEntry[]> {
  const organization = await requireOrganization(ctx, organizationId, "auditLog:read");
  const query = entriesOf(ctx, organization, filter);
  if (after !== undefined) {
    query.andWhere("(entry.at < :lastAt OR (entry.at = :lastAt AND entry.id < :lastId))", {
      lastAt: after.at,
      lastId: after.id,
    });
  }
  return query.orderBy("entry.at", "DESC").addOrderBy("entry.id", "DESC").limit(ROWS_AT_ONCE).getMany();
}
