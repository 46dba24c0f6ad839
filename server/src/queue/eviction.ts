import type { Redis } from "ioredis";
import type { Logger } from "pino";

/**
 * Says so when Redis may throw away what it was given as soon as its memory is full. Nothing is lost by that,
 * but each execution whose job is gone waits for the next look at the rows.
 */
export async function warnIfRedisForgets(redis: Redis, log: Logger): Promise<void> {
  try {
    const policy = /^maxmemory_policy:(\S+)/m.exec(await redis.info("memory"))?.[1];
    if (policy === undefined || policy === "noeviction") return;
    log.warn(
      { policy },
      "Redis evicts keys when its memory is full. Set maxmemory-policy to noeviction, or executions may wait some seconds longer than they need to.",
    );
  } catch {
    // It went away again; the next connection asks.
  }
}
