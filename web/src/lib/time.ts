const SECOND = 1000;
export const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

// Each with the least of it that is said: below two of a unit, the next finer one says it better.
const UNITS: { unit: Intl.RelativeTimeFormatUnit; length: number; least: number }[] = [
  { unit: "year", length: 365 * DAY, least: 2 },
  { unit: "month", length: 30 * DAY, least: 2 },
  { unit: "day", length: DAY, least: 2 },
  { unit: "hour", length: HOUR, least: 2 },
  { unit: "minute", length: MINUTE, least: 1 },
];
/** What an instant has lost since it was chosen: a key of 60 days says so for its first half hour. */
const WORN = HOUR / 2;

const LOCALE = "en-GB";
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto" });
const date = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric" });
const moment = new Intl.DateTimeFormat(LOCALE, {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
});
const clock = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const utcMoment = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  timeZone: "UTC",
});

const hour = new Intl.DateTimeFormat(LOCALE, {
  weekday: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const weekday = new Intl.DateTimeFormat(LOCALE, { weekday: "short" });

/** "in 3 days", "2 hours ago"; the nearest whole amount, so that what was set to 7 days reads as 7 days. */
export function relativeTime(instant: Date, now: Date): string {
  const distance = instant.getTime() - now.getTime();
  const size = Math.abs(distance);
  // 40 hours from a Saturday noon are Monday, not "tomorrow".
  if (size >= DAY && size < 2 * DAY && isNextTo(instant, now)) {
    return relative.format(Math.sign(distance), "day");
  }
  const fitting = UNITS.find(({ length, least }) => size >= least * length - Math.min(length / 60, WORN));
  if (fitting === undefined) return relative.format(0, "second");
  return relative.format(Math.round(distance / fitting.length), fitting.unit);
}

/** Whether the instant is on the day before or after, by the reader's calendar. */
function isNextTo(instant: Date, now: Date): boolean {
  const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
  return Math.round(Math.abs(midnight(instant) - midnight(now)) / DAY) === 1;
}

/** "18 Feb 2027", in the reader's time zone. */
export const dateText = (instant: Date): string => date.format(instant);
/** "14:05:09", in the reader's time zone. */
export const clockText = (instant: Date): string => clock.format(instant);
/** "Thu, 18 Feb 2027, 14:05 CET", in the reader's time zone. */
export const momentText = (instant: Date): string => moment.format(instant);
/** "18 Feb 2027, 13:05:09 UTC". */
export const utcText = (instant: Date): string => `${utcMoment.format(instant)} UTC`;

/** "Sat 21, 14:00", in the reader's time zone: an hour of the last days. */
export const hourText = (instant: Date): string => hour.format(instant);
/** "Sat". */
export const weekdayText = (instant: Date): string => weekday.format(instant);

/** A duration as people say it, in its two largest units: "87 ms", "2.4 s", "3 min 20 s", "2 h 5 min". */
export function durationText(milliseconds: number): string {
  const whole = Math.round(milliseconds);
  if (whole < SECOND) return `${whole} ms`;
  if (whole < MINUTE - 50) return `${(whole / SECOND).toFixed(1)} s`;
  const seconds = Math.round(whole / SECOND) * SECOND;
  if (seconds < HOUR) return twoUnits(seconds, MINUTE, "min", SECOND, "s");
  const minutes = Math.round(whole / MINUTE) * MINUTE;
  if (minutes < DAY) return twoUnits(minutes, HOUR, "h", MINUTE, "min");
  return twoUnits(Math.round(whole / HOUR) * HOUR, DAY, "d", HOUR, "h");
}

/** How long it is until then, in whole units and never too short: "4 s", "4 min 12 s". */
export const countdownText = (milliseconds: number): string => {
  const seconds = Math.ceil(milliseconds / SECOND);
  return seconds < 60 ? `${Math.max(0, seconds)} s` : durationText(seconds * SECOND);
};

function twoUnits(milliseconds: number, large: number, largeName: string, small: number, smallName: string) {
  const first = Math.floor(milliseconds / large);
  const rest = Math.floor((milliseconds % large) / small);
  return rest === 0 ? `${first} ${largeName}` : `${first} ${largeName} ${rest} ${smallName}`;
}

/** An instant as the value of an `<input type="datetime-local">`, in the reader's time zone. */
export function toLocalInput(instant: Date): string {
  return new Date(instant.getTime() - instant.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}

/** The instant that such an input names; null while it is empty or half typed. */
export function fromLocalInput(value: string): Date | null {
  const instant = new Date(value);
  return value === "" || Number.isNaN(instant.getTime()) ? null : instant;
}

/** The reader's time zone, such as Europe/Berlin. */
export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The start of the minute 24 hours ago: what is asked for since then is the same question for a minute. */
export const dayAgo = (now: Date): Date => new Date(Math.floor((now.getTime() - DAY) / MINUTE) * MINUTE);
