import { Redis } from "ioredis";
import { pino } from "pino";
import type { KeyRateLimiter } from "../context.js";
import { until } from "../testing/receiver.js";
import { type RedisServer, startRedisServer } from "../testing/redis-server.js";
import { startStopwatch } from "../testing/stopwatch.js";
import { redisRateLimiter } from "./rate-limit.js";

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedisServer();
});
afterAll(() => redis?.stop());

/** Limiters that the test's end closes. */
const opened: KeyRateLimiter[] = [];
function open(): KeyRateLimiter {
  const limiter = redisRateLimiter(redis.url, pino({ level: "silent" }));
  opened.push(limiter);
  return limiter;
}
afterEach(() => Promise.all(opened.splice(0).map((limiter) => limiter.close())));

test("two servers share one minute of a key; while Redis is away each counts for itself, at once", async () => {
  const servers = [open(), open()] as const;
  const take = (index: 0 | 1, key: string) => servers[index].take(key, 4);
  // Connecting takes a moment, and so may a busy Redis, in which each counts for itself.
  let asked = 0;
  const together = async () => {
    const key = `asked ${asked++}`;
    const shared = [];
    for (const index of [0, 1, 0, 1, 0] as const) shared.push((await take(index, key)).allowed);
    return shared.join() === "true,true,true,true,false";
  };
  await until(together);

  await redis.kill();
  const stopwatch = startStopwatch();
  expect((await take(0, "away")).remaining).toBe(3);
  expect((await take(1, "away")).remaining).toBe(3);
  expect(stopwatch()).toBeLessThan(2000);

  await redis.start();
  await until(together);
});

test("a Redis that answers nothing is asked by one call and then left alone, not asked by each", async () => {
  const limiter = open();
  const observer = new Redis(redis.url);
  const counted = async (key: string) => Number(await observer.get(`postern-rate:${key}`));
  await until(async () => (await limiter.take("seen", 4)) && (await counted("seen")) > 0);
  const begun = Date.now();
  await redis.freeze();
  try {
    for (let call = 1; call <= 20; call++) {
      expect((await limiter.take("frozen", 100)).remaining).toBe(100 - call);
    }
  } finally {
    redis.thaw();
  }
  const seconds = (Date.now() - begun) / 1000;
  // What it was asked while it was frozen, it counts now: the first call, and one more each second.
  await until(async () => (await counted("frozen")) > 0);
  expect(await counted("frozen")).toBeLessThanOrEqual(1 + seconds);
  await until(async () => (await limiter.take("again", 4)) && (await counted("again")) > 0);
  observer.disconnect();
});
