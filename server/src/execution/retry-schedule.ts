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

/** What Retry-After asks for (RFC 9110, 10.2.3: seconds or a date), in milliseconds; null when it asks nothing. */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * SECOND;
  const date = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}
