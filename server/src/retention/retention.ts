import { POSTERN } from "../auth/principal.js";
import { createContext, type Runtime } from "../context.js";
import { type Background, repeat } from "../queue/repeat.js";
import { prune } from "./prune.js";

const EVERY_MS = 10 * 60 * 1000;
/** Where one round was not enough. */
const MORE_AFTER_MS = 1000;

/**
 * Deletes, round by round, what is no longer kept; see rules.ts. Any number of servers may do so on one
 * database; they begin at different times, so that they seldom look for the same rows.
 */
export function startRetention(runtime: Runtime, everyMs = EVERY_MS): Background {
  const step = async (stopping: AbortSignal): Promise<number> => {
    const ctx = createContext(runtime, { principal: POSTERN, requestId: "retention" });
    return (await prune(ctx, stopping)) ? MORE_AFTER_MS : everyMs;
  };
  return repeat(runtime.log, step, (0.1 + 0.9 * Math.random()) * everyMs);
}
