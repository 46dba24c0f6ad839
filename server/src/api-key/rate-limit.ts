import type { Logger } from "pino";
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterRes } from "rate-limiter-flexible";
import type { KeyRateLimiter } from "../context.js";
import { openRedis, RedisPresence } from "../redis.js";

const WINDOW_SECONDS = 60;
const ANSWER_WITHIN_MS = 250;
/** How long nobody waits for a Redis that gave no answer. Then one call asks it again. */
const ASK_AGAIN_AFTER_MS = 1000;
// The limit differs by key, so the library only counts; how many are too many is decided in `counting`.
const COUNT_ONLY = { keyPrefix: "postern-rate", points: Number.MAX_SAFE_INTEGER, duration: WINDOW_SECONDS };

/** Counts calls per key in windows of a minute, in this process. */
export function memoryRateLimiter(): KeyRateLimiter {
  const limiter = new RateLimiterMemory(COUNT_ONLY);
  return counting(
    (apiKeyId) => limiter.consume(apiKeyId),
    async () => {},
  );
}

/**
 * The same in Redis, for all servers together. While Redis is away each server counts for itself: a call is
 * never refused for that, and hardly one waits for it longer than a moment.
 */
export function redisRateLimiter(url: string, log: Logger): KeyRateLimiter {
  const redis = openRedis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: ANSWER_WITHIN_MS,
  });
  const presence = new RedisPresence(log, "each server counts the calls of a key for itself");
  presence.watch(redis);
  const shared = new RateLimiterRedis({ ...COUNT_ONLY, storeClient: redis });
  const own = new RateLimiterMemory(COUNT_ONLY);
  let askAgainAt = 0;
  const consume = async (apiKeyId: string): Promise<RateLimiterRes> => {
    if (redis.status !== "ready" || Date.now() < askAgainAt) return own.consume(apiKeyId);
    // Whoever comes while this one asks again waits for nothing.
    if (askAgainAt > 0) askAgainAt = Date.now() + ASK_AGAIN_AFTER_MS;
    try {
      const counted = await shared.consume(apiKeyId);
      if (askAgainAt > 0) presence.back();
      askAgainAt = 0;
      return counted;
    } catch (error) {
      askAgainAt = Date.now() + ASK_AGAIN_AFTER_MS;
      presence.missing(error as Error);
      return own.consume(apiKeyId);
    }
  };
  return counting(consume, async () => {
    presence.end();
    redis.disconnect();
  });
}

function counting(
  consume: (apiKeyId: string) => Promise<RateLimiterRes>,
  close: () => Promise<void>,
): KeyRateLimiter {
  return {
    async take(apiKeyId, limit) {
      const { consumedPoints, msBeforeNext } = await consume(apiKeyId);
      return {
        allowed: consumedPoints <= limit,
        remaining: Math.max(0, limit - consumedPoints),
        resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
      };
    },
    close,
  };
}
