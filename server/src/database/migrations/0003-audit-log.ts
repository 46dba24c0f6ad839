import { addColumns } from "./table.js";

/** The audit log as it is read: by time within its organization, and by each thing that it can be asked for. */
export const auditLog = [
  addColumns(1763900000001, "audit_entries", {}, [
    ["organization_id", "action", "at", "id"],
    ["organization_id", "target_id", "at", "id"],
    ["organization_id", "project_id", "at", "id"],
    ["organization_id", "actor_user_id", "at", "id"],
    ["organization_id", "actor_api_key_id", "at", "id"],
  ]),
];
