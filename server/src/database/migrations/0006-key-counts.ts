import { addColumns } from "./table.js";

/** How many keys of a status an organization has, at its own level or in its projects, without reading the keys. */
export const keyCounts = [
  addColumns(1764100000001, "api_keys", {}, [
    ["organization_id", "project_id", "deleted_at", "revoked_at", "enabled", "expires_at"],
  ]),
];
