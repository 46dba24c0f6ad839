const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long to wait after the first, second, … failed attempt: the schedule that Standard Webhooks proposes. */
const DELAYS_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** Part of a delay by which it may be longer or shorter, so that what failed together does not return together. */
const JITTER = 0.1;
/** The longest wait that a target may ask for. */
const RETRY_AFTER_MAX_MS = 24 * HOUR;

/**
 * The wait before the next attempt, in milliseconds; null when `maxAttempts` have failed. `random` is from
 * 0 to 1. A target's Retry-After is waited out where it is longer, up to a day.
 */
export function retryDelayMs(
  failedAttempts: number,
  maxAttempts: number,
  random: number,
  retryAfterMs: number | null,
): number | null {
  const delay = DELAYS_MS[failedAttempts - 1];
  if (delay === undefined || failedAttempts >= maxAttempts) return null;
  const jittered = Math.round(delay * (1 + JITTER * (2 * random - 1)));
  return Math.max(jittered, Math.min(retryAfterMs ?? 0, RETRY_AFTER_MAX_MS));
}

const TIME = String.raw`\d\d:\d\d:\d\d`;
/** The three forms of a date in HTTP (RFC 9110, 5.6.7), which are always in GMT; the last one does not say so. */
const DATES = [
  new RegExp(`^[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} ${TIME} GMT$`),
  new RegExp(`^[A-Z][a-z]{5,8}, \\d\\d-[A-Z][a-z]{2}-\\d\\d ${TIME} GMT$`),
  new RegExp(`^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d ${TIME} \\d{4}$`),
];

/** What Retry-After asks for (RFC 9110, 10.2.3: seconds or a date), in milliseconds; null when it asks nothing. */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Math.min(Number(text) * SECOND, RETRY_AFTER_MAX_MS);
  if (!DATES.some((form) => form.test(text))) return null;
  const date = Date.parse(text.endsWith(" GMT") ? text : `${text} GMT`);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}
