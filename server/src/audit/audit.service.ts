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
  | "apiKey.update"
  | "apiKey.rotate"
  | "apiKey.finishRotation"
  | "apiKey.revoke"
  | "apiKey.delete"
  | "apiKeyPolicy.update"
  | "organization.update"
  | "organization.delete"
  | "member.update"
  | "member.remove"
  | "projectMember.update"
  | "invitation.create"
  | "invitation.revoke"
  | "invitation.accept"
  | "project.update"
  | "project.delete"
  | "user.changePassword"
  | "workflow.create"
  | "workflow.update"
  | "workflow.rotateSigningSecret"
  | "workflow.disable"
  | "workflow.unschedule"
  | "workflow.delete"
  | "execution.cancel"
  | "execution.retry";

/** What was changed, and the tenant it belongs to. */
export interface AuditTarget {
  id: string;
  name: string;
  organizationId?: string | null;
  projectId?: string | null;
}

/** New values of the fields that make up the thing, or what changed of it; secrets never go in here. */
export type AuditChanges = Record<string, unknown>;

/** What really changes, as `{ field: { old, new } }`; null when nothing does. */
export function differences<T extends object>(before: T, changed: Partial<T>): AuditChanges | null {
  const entries = Object.entries(changed).flatMap(([field, value]) => {
    const old = before[field as keyof T];
    return JSON.stringify(old) === JSON.stringify(value) ? [] : [[field, { old, new: value }] as const];
  });
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

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
