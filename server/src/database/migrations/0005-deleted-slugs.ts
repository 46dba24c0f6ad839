import { addColumns, OPTIONAL, text } from "./table.js";

/** What a deleted workflow was called, as its past executions still name it. */
export const deletedSlugs = [addColumns(1764000000011, "workflows", { deleted_slug: text(50, OPTIONAL) })];
