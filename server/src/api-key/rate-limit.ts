import { Redis } from "ioredis";
import type { Logger } from "pino";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";
import type { KeyRateLimiter } from "../context.js";

const WINDOW_SECONDS = 60;
// The limit differs by key, so the library only counts; how many are too many is decided in `counting`.
const COUNT_ONLY = { keyPrefix: "postern-rate", points: Number.MAX_SAFE_INTEGER, duration: WINDOW_SECONDS };

/** Counts calls per key in windows of a minute, in this process. */
export const memoryRateLimiter = (): KeyRateLimiter =>
  counting(new RateLimiterMemory(COUNT_ONLY), async () => {});

/**
 * The same in Redis, for all servers together. While Redis is away each server counts for itself: a call is
 * never refused for that, and never waits for it longer than a moment.
 */
export function redisRateLimiter(url: string, log: Logger): KeyRateLimiter {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 250 });
  redis.on("error", ({ message }) => log.warn({ redis: message }, "Redis is away; rates are counted here"));
  const insuranceLimiter = new RateLimiterMemory(COUNT_ONLY);
  const limiter = new RateLimiterRedis({ ...COUNT_ONLY, storeClient: redis, insuranceLimiter });
  return counting(limiter, async () => redis.disconnect());
}

function counting(limiter: RateLimiterAbstract, close: () => Promise<void>): KeyRateLimiter {
  return {
    async take(apiKeyId, limit) {
      const { consumedPoints, msBeforeNext } = await limiter.consume(apiKeyId);
      return {
        allowed: consumedPoints <= limit,
        remaining: Math.max(0, limit - consumedPoints),
        resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
      };
    },
    close,
  };
}
