/** How long to wait after the first, second, … failed attempt, in milliseconds. */
const DELAYS_MS = [5_000];

/** The wait before the next attempt; null when there is none left. */
export const retryDelayMs = (failedAttempts: number): number | null => DELAYS_MS[failedAttempts - 1] ?? null;
