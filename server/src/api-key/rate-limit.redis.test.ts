import { pino } from "pino";
import { until } from "../testing/receiver.js";
import { type RedisServer, startRedisServer } from "../testing/redis-server.js";
import { redisRateLimiter } from "./rate-limit.js";

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedisServer();
});
afterAll(() => redis?.stop());

const log = pino({ level: "silent" });

test("two servers share one minute of a key; while Redis is away each counts for itself, at once", async () => {
  const servers = [redisRateLimiter(redis.url, log), redisRateLimiter(redis.url, log)] as const;
  const take = (index: 0 | 1, key: string) => servers[index].take(key, 4);
  // Connecting takes a moment, in which each counts for itself.
  await until(async () => (await take(0, "warm")).remaining + (await take(1, "warm")).remaining === 0);
  const shared = [];
  for (const index of [0, 1, 0, 1, 0] as const) shared.push((await take(index, "key")).allowed);
  expect(shared).toEqual([true, true, true, true, false]);

  await redis.kill();
  const begun = Date.now();
  expect((await take(0, "away")).remaining).toBe(3);
  expect((await take(1, "away")).remaining).toBe(3);
  expect(Date.now() - begun).toBeLessThan(2000);

  await redis.start();
  await until(async () => {
    await take(0, "back");
    return (await take(1, "back")).remaining === 0 && (await take(0, "back")).remaining === 0;
  });
  await Promise.all(servers.map((server) => server.close()));
});
