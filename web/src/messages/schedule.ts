import { type CronField, type CronParts, cronFault, readCron } from "../lib/cron.js";
import { count, listed } from "./counting.js";

// How a schedule is said: "Every weekday at 09:00, Europe/Berlin".

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const WEEKDAYS = "1,2,3,4,5";
const WEEKEND = "0,6";
/** More times of day than this are said by their hours and minutes. */
const TIMES_MAX = 6;

const two = (value: number) => String(value).padStart(2, "0");
const ordinals = new Intl.PluralRules("en", { type: "ordinal" });
const ENDINGS: Record<string, string> = { one: "st", two: "nd", few: "rd", other: "th" };
const ordinal = (value: number) => `${value}${ENDINGS[ordinals.select(value)]}`;

/** Values one after the other as "9 to 17"; others as a list. */
function span(values: number[], say: (value: number) => string): string {
  const [first = 0] = values;
  const last = values.at(-1) ?? first;
  const inARow = values.length > 2 && last - first === values.length - 1;
  return inARow ? `${say(first)} to ${say(last)}` : listed(values.map(say));
}

/** What a cron expression means; null while it is none. */
export function cronWords(cron: string): string | null {
  const parts = readCron(cron);
  if (parts === null) return null;
  const { words, ofDay } = timeWords(parts);
  const day = dayWords(parts);
  const text = ofDay
    ? `${day ?? "every day"} ${words}`
    : [words, day && dayAfter(day)].filter(Boolean).join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** "every Monday" after a time that is no time of day reads "on Mondays" in full: "only every Monday" misleads. */
const dayAfter = (day: string) => day.replace(/^every (?=\w+day\b)/, "on each ").replace(/^every /, "each ");

/** When in a day: times of day, which follow the day, or a rhythm, which comes first. */
function timeWords({ minute, hour }: CronParts): { words: string; ofDay: boolean } {
  if (minute.kind === "values" && hour.kind === "values") {
    const times = hour.values.flatMap((h) => minute.values.map((m) => `${two(h)}:${two(m)}`));
    if (times.length <= TIMES_MAX) return { words: `at ${listed(times)}`, ofDay: true };
  }
  return { words: [minuteWords(minute, hour), hourWords(hour)].filter(Boolean).join(" "), ofDay: false };
}

function minuteWords(minute: CronField, hour: CronField): string {
  if (minute.kind === "any") return "every minute";
  if (minute.kind === "step") return `every ${count(minute.every, "minute", "minutes")}`;
  const onTheHour = minute.values.join() === "0";
  if (onTheHour && hour.kind === "any") return "every hour, on the hour";
  if (onTheHour && hour.kind === "step") return "";
  const past = `at ${span(minute.values, String)} ${minute.values.join() === "1" ? "minute" : "minutes"} past`;
  if (hour.kind === "values") return onTheHour ? "every hour" : `${past} the hour`;
  return hour.kind === "any" ? `${past} every hour` : `${past} the hour`;
}

function hourWords(hour: CronField): string {
  if (hour.kind === "any") return "";
  if (hour.kind === "step") return `every ${count(hour.every, "hour", "hours")}`;
  const clock = (value: number) => `${two(value)}:00`;
  const [first = 0] = hour.values;
  if (hour.values.length === 1) return `between ${clock(first)} and ${two(first)}:59`;
  const isSpan = (hour.values.at(-1) ?? 0) - first === hour.values.length - 1;
  return isSpan ? `from ${span(hour.values, clock)}` : `in the hours of ${span(hour.values, clock)}`;
}

/** On which days; null for all of them. */
function dayWords({ dayOfMonth, month, dayOfWeek }: CronParts): string | null {
  const inMonth = monthWords(month);
  const byDate = dateWords(dayOfMonth);
  const byWeek = weekWords(dayOfWeek);
  // As in crontab(5): a date and a day of the week beside each other mean either.
  const days = byDate !== null && byWeek !== null ? `${byDate} and ${byWeek}` : (byDate ?? byWeek);
  if (days === null) return inMonth === null ? null : `every day ${inMonth}`;
  if (inMonth !== null) return `${days.replace(" of every month", "")} ${inMonth}`;
  return days;
}

function dateWords(field: CronField): string | null {
  if (field.kind === "any") return null;
  if (field.kind === "step") return `every ${count(field.every, "day", "days")} of every month`;
  return `on the ${span(field.values, ordinal)} of every month`;
}

function weekWords(field: CronField): string | null {
  if (field.kind === "any") return null;
  // A step of the days of a week starts on Sunday.
  const values =
    field.kind === "values" ? field.values : DAYS.flatMap((_, day) => (day % field.every === 0 ? [day] : []));
  if (values.join() === WEEKDAYS) return "every weekday";
  if (values.join() === WEEKEND) return "every Saturday and Sunday";
  return `every ${span(values, (day) => DAYS[day] ?? "")}`;
}

function monthWords(field: CronField): string | null {
  if (field.kind === "any") return null;
  const values =
    field.kind === "values" ? field.values : MONTHS.flatMap((_, i) => (i % field.every === 0 ? [i + 1] : []));
  return `in ${span(values, (month) => MONTHS[month - 1] ?? "")}`;
}

const FIELDS: Record<keyof CronParts, string> = {
  minute: "the minute, the first field",
  hour: "the hour, the second field",
  dayOfMonth: "the day of the month, the third field",
  month: "the month, the fourth field",
  dayOfWeek: "the day of the week, the fifth field",
};

/** What is wrong with a cron expression; null while nothing is. */
export function cronProblem(cron: string): string | null {
  const fault = cronFault(cron);
  if (fault === null) return null;
  if (fault === "amount") return scheduleText.cronHalf;
  const { field, word, least, most } = fault;
  return `“${word}” does not fit ${FIELDS[field]}: give ${least} to ${most}, a list such as 1,3, a range such as 1-5, or a step such as */2.`;
}

export const scheduleText = {
  title: "Schedule",
  none: "Only triggered from outside",
  words: (cron: string, timeZone: string) => `${cronWords(cron) ?? cron}, ${timeZone}`,
  next: "Next run",
  nextInLine: "next run",
  notWhileDisabled: "It does not run while the workflow is disabled.",
  zoneUnknown: "The server no longer knows this time zone. Choose another one.",
  asAutomator: "Runs as the project's Automator, without input.",
  run: "Run by itself",
  runHint: "Postern starts it on a schedule, besides triggers from outside.",
  often: "How often",
  presets: {
    hourly: "Every hour",
    daily: "Every day",
    weekdays: "Every weekday",
    weekly: "Every Monday",
    monthly: "On the first of every month",
    custom: "Other",
  },
  time: "At",
  cron: "Cron expression",
  cronHint: "Minute, hour, day of month, month, day of week: 0 9 * * 1-5 is every weekday at nine.",
  cronHalf: "Five fields with a space between them, such as 0 9 * * 1-5.",
  timeZone: "Time zone",
  timeZoneHint: "The schedule keeps to its clock, also when clocks change.",
  timeZoneNone: "No such time zone. Type a city, such as Berlin.",
};
