import { Cron } from "croner";
import type { FieldFault } from "../errors.js";
import type { Workflow } from "./workflow.entity.js";
import type { ScheduleInput } from "./workflow.inputs.js";

/** Cron as crontab(5) has it: five fields, no seconds, no nicknames such as @daily. */
const parse = (cron: string, timeZone: string): Cron =>
  new Cron(cron, { timezone: timeZone, mode: "5-part", paused: true });

/** What is wrong with a schedule, if anything. */
export function scheduleFaults({ cron, timeZone }: ScheduleInput, path: string): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!isTimeZone(timeZone)) {
    faults.push({
      path: `${path}.timeZone`,
      message: "Give an IANA time zone, such as Europe/Berlin or UTC.",
    });
  }
  if (!isCron(cron)) {
    faults.push({
      path: `${path}.cron`,
      message:
        'Give five fields, minute, hour, day of month, month and day of week, such as "0 9 * * 1-5", that some day meets.',
    });
  }
  return faults;
}

function isTimeZone(timeZone: string): boolean {
  if (timeZone.length > 64 || !/^[A-Za-z]/.test(timeZone)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function isCron(cron: string): boolean {
  if (cron.length > 100) return false;
  try {
    return parse(cron, "UTC").nextRun() !== null;
  } catch {
    return false;
  }
}

/**
 * The first due time after an instant; null without a schedule. A local time that a change of the clock
 * leaves out runs when the gap ends, one that comes twice runs once.
 */
export function nextRun(
  { scheduleCron, scheduleTimeZone }: Pick<Workflow, "scheduleCron" | "scheduleTimeZone">,
  after: Date,
): Date | null {
  if (scheduleCron === null || scheduleTimeZone === null) return null;
  return parse(scheduleCron, scheduleTimeZone).nextRun(after);
}
