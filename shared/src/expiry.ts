import type { ExpiryPolicy } from "./enums.js";
import { CUSTOM_EXPIRY_MIN_AHEAD_MS } from "./limits.js";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The last instant that both databases and RFC 3339 can write with a four-digit year. */
const LAST_INSTANT_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Days of each preset; a day is exactly 24 hours. */
export const EXPIRY_PRESET_DAYS = { DAYS_7: 7, DAYS_14: 14, DAYS_30: 30, DAYS_60: 60, DAYS_90: 90 } as const;

/** The first instant at which a key made now stops working; null when it never does. */
export function expiryInstant(policy: ExpiryPolicy, custom: Date | null, now: Date): Date | null {
  if (policy === "NEVER") return null;
  if (policy === "CUSTOM") return custom;
  return new Date(now.getTime() + EXPIRY_PRESET_DAYS[policy] * DAY_MS);
}

/** What is wrong with a chosen expiry, in words for the person who chose it; null when it is fine. */
export function expiryProblem(policy: ExpiryPolicy, custom: Date | null, now: Date): string | null {
  if (policy !== "CUSTOM") {
    return custom === null ? null : "Give expiresAt with the policy CUSTOM only; a preset sets it itself.";
  }
  if (custom === null) return "Give the instant at which the key stops working (expiresAt).";
  // Written so that an invalid date, whose time is NaN, is refused too.
  if (!(custom.getTime() - now.getTime() > CUSTOM_EXPIRY_MIN_AHEAD_MS)) {
    return "Choose an instant more than five minutes ahead.";
  }
  return custom.getTime() > LAST_INSTANT_MS ? "Choose an instant before the year 10000, or NEVER." : null;
}
