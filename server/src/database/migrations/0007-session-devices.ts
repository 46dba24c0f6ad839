import { addColumns, OPTIONAL, text } from "./table.js";

/** With what a session was begun; not known of those from before. */
export const sessionDevices = [addColumns(1764100000002, "sessions", { user_agent: text(255, OPTIONAL) })];
