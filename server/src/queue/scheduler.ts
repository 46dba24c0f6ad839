import { POSTERN } from "../auth/principal.js";
import { createContext, type Runtime } from "../context.js";
import { type DueSchedule, dueSchedules, startScheduled } from "../execution/scheduled.js";
import { type Background, repeat } from "./repeat.js";

/** At least so often it looks; a time that comes sooner is waited for exactly. */
const LOOK_EVERY_MS = 1000;
const AT_ONCE = 100;
/** A schedule that could not be started is left alone for so long, and the others go on. */
const AFTER_FAILURE_MS = 60_000;

/** Starts what schedules have due. Any number of servers may do so on one database. */
export function startScheduler(runtime: Runtime): Background {
  const { log, clock } = runtime;
  const context = () => createContext(runtime, { principal: POSTERN, requestId: "schedules" });
  /** Workflows that failed, and when they are tried again. */
  const failed = new Map<string, number>();

  async function begin(due: DueSchedule): Promise<void> {
    const facts = { workflowId: due.id, dueAt: due.nextRunAt };
    try {
      const execution = await startScheduled(context(), due);
      if (execution !== null)
        log.debug({ ...facts, executionId: execution.id }, "a schedule started a workflow");
    } catch (err) {
      failed.set(due.id, clock().getTime() + AFTER_FAILURE_MS);
      log.error({ err, ...facts }, "a schedule could not start its workflow; it is tried again in a minute");
    }
  }

  return repeat(log, async (stopping) => {
    const now = clock().getTime();
    for (const [id, again] of failed) if (again <= now) failed.delete(id);
    const coming = await dueSchedules(context(), {
      until: new Date(now + LOOK_EVERY_MS),
      limit: AT_ONCE,
      except: [...failed.keys()],
    });
    const due = coming.filter(({ nextRunAt }) => nextRunAt.getTime() <= now);
    for (const schedule of fromAnywhere(due)) {
      if (stopping.aborted) return 0;
      await begin(schedule);
    }
    if (due.length === AT_ONCE) return 0;
    const next = coming[due.length];
    return next === undefined ? LOOK_EVERY_MS : Math.max(next.nextRunAt.getTime() - clock().getTime(), 1);
  });
}

/** The list from some place on, and around: servers that find the same list seldom meet at the same row. */
function fromAnywhere<T>(list: T[]): T[] {
  const place = Math.floor(Math.random() * list.length);
  return [...list.slice(place), ...list.slice(0, place)];
}
