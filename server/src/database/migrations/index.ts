import { foundation } from "./0001-foundation.js";
import { keys } from "./0002-keys.js";
import { auditLog } from "./0003-audit-log.js";
import { executions } from "./0004-executions.js";
import { deletedSlugs } from "./0005-deleted-slugs.js";
import { keyCounts } from "./0006-key-counts.js";
import { sessionDevices } from "./0007-session-devices.js";

/** Every migration, oldest first. A list and no search for files: what runs is what stands here. */
export const migrations = [
  ...foundation,
  ...keys,
  ...auditLog,
  ...executions,
  ...deletedSlugs,
  ...keyCounts,
  ...sessionDevices,
];
