import type { Context } from "../context.js";
import { newId } from "../ids.js";
import { actorOf } from "./actor.js";
import { AuditEntry } from "./audit-entry.entity.js";

export type AuditAction =
  | "user.create"
  | "session.create"
  | "session.end"
  | "organization.create"
  | "member.add"
  | "project.create"
  | "apiKey.create"
  | "apiKey.delete"
  | "workflow.create";

/** What was changed, and the tenant it belongs to. */
export interface AuditTarget {
  id: string;
  name: string;
  organizationId?: string | null;
  projectId?: string | null;
}

/** New values of the fields that make up the thing, or what changed of it; secrets never go in here. */
export type AuditChanges = Record<string, unknown>;

/**
 * Records one change. Only inside the transaction that makes it: if the entry cannot be written, the change
 * does not happen either.
 */
export async function record(
  ctx: Context,
  action: AuditAction,
  target: AuditTarget,
  changes?: AuditChanges,
): Promise<void> {
  if (ctx.afterCommit === null) throw new Error(`${action} was to be recorded outside a transaction.`);
  await ctx.db.insert(AuditEntry, {
    id: newId("auditEntry"),
    organizationId: target.organizationId ?? null,
    projectId: target.projectId ?? null,
    at: ctx.clock(),
    actor: actorOf(ctx),
    action,
    targetType: action.slice(0, action.indexOf(".")),
    targetId: target.id,
    targetName: target.name,
    ip: ctx.ip,
    changes: changes === undefined ? null : JSON.stringify(changes),
  });
}
