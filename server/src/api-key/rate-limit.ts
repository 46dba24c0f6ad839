import { RateLimiterMemory } from "rate-limiter-flexible";
import type { KeyRateLimiter } from "../context.js";

const WINDOW_SECONDS = 60;

/** Counts calls per key in windows of a minute, in this process. */
export function memoryRateLimiter(): KeyRateLimiter {
  // The limit differs by key, so the library only counts; how many are too many is decided here.
  const limiter = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: WINDOW_SECONDS });
  return {
    async take(apiKeyId, limit) {
      const { consumedPoints, msBeforeNext } = await limiter.consume(apiKeyId);
      return {
        allowed: consumedPoints <= limit,
        remaining: Math.max(0, limit - consumedPoints),
        resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
      };
    },
    close: async () => {},
  };
}
