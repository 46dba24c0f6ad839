import { Cron } from "croner";
import type { FieldFault } from "../errors.js";
import { isTimeZone, wallClock } from "./wall-clock.js";
import type { Workflow } from "./workflow.entity.js";
import type { ScheduleInput } from "./workflow.inputs.js";

// What crontab(5) has and no more: croner also knows nicknames, L, W, # and ?, which would be written once and
// understood by nobody who reads the expression in another tool.
const VALUE = "(?:\\d{1,2}|[A-Za-z]{3})";
const ITEM = `(?:(?:\\*|${VALUE}-${VALUE})(?:/\\d{1,2})?|${VALUE})`;
const FIELD = `${ITEM}(?:,${ITEM})*`;
const FIVE_FIELDS = new RegExp(`^${FIELD}(?: ${FIELD}){4}$`);

const CRON_MAX = 100;

const parse = (cron: string, timezone: string): Cron =>
  new Cron(cron, { timezone, mode: "5-part", paused: true });

/** The expression as it is kept: one space between fields. */
export const tidyCron = (cron: string): string => cron.trim().replace(/[ \t]+/g, " ");

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

function isCron(cron: string): boolean {
  const text = tidyCron(cron);
  if (text.length > CRON_MAX || !FIVE_FIELDS.test(text)) return false;
  try {
    return parse(text, "UTC").nextRun(new Date(0)) !== null;
  } catch {
    return false;
  }
}

/**
 * The first due time after an instant; null without a schedule, and where this server does not know its time
 * zone (any more). When a clock is put forward or back, a schedule that names its hours runs once for each
 * local time: a time that is left out when the gap ends, one that comes twice the first time. A schedule whose
 * hours begin with * follows the hands of the clock: nothing in the gap, and each passing of a time counts.
 */
export function nextRun(
  { scheduleCron, scheduleTimeZone }: Pick<Workflow, "scheduleCron" | "scheduleTimeZone">,
  after: Date,
): Date | null {
  if (scheduleCron === null || scheduleTimeZone === null || !isTimeZone(scheduleTimeZone)) return null;
  return scheduleCron.split(" ")[1]?.startsWith("*")
    ? parse(scheduleCron, scheduleTimeZone).nextRun(after)
    : nextLocalTime(parse(scheduleCron, "UTC"), scheduleTimeZone, after);
}

/**
 * croner skips or repeats a named hour when the expression means several times in it ("0,30 2 * * *"), so the
 * local times are counted as if they were UTC, which has no gaps, and only then placed on the time line.
 */
function nextLocalTime(cron: Cron, timeZone: string, after: Date): Date | null {
  const clock = wallClock(timeZone);
  let local = cron.nextRun(clock.read(after));
  // Times of the hour that comes twice, which ran when it came first, are passed over.
  while (local !== null && clock.firstAt(local) <= after) local = cron.nextRun(local);
  return local && clock.firstAt(local);
}
