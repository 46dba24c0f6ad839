import type { Actor } from "../audit/actor.js";
import { AuditEntry } from "../audit/audit-entry.entity.js";
import { newId } from "../ids.js";
import type { TestServer } from "./test-server.js";

/** An entry as a test needs it; what is left out does not matter. */
export function auditEntry(
  entry: Partial<Omit<AuditEntry, "actor">> & { actor?: Partial<Actor> },
): AuditEntry {
  return Object.assign(new AuditEntry(), {
    id: newId("auditEntry"),
    projectId: null,
    at: new Date(0),
    action: "project.update",
    targetType: "project",
    targetId: newId("project"),
    targetName: "Billing",
    ip: "192.0.2.1",
    changes: null,
    ...entry,
    actor: { kind: "USER", name: "Ada", userId: null, apiKeyId: null, ...entry.actor },
  });
}

/** Writes entries past the services, so that a test knows every one of them. */
export async function writeEntries({ runtime }: TestServer, entries: AuditEntry[]): Promise<void> {
  for (let from = 0; from < entries.length; from += 500) {
    await runtime.database.transaction((db) => db.insert(AuditEntry, entries.slice(from, from + 500)));
  }
}
