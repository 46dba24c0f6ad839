import { Redis } from "ioredis";
import { trigger } from "./execution/trigger.js";
import { openReceiver, until } from "./testing/receiver.js";
import { type RedisServer, startRedisServer } from "./testing/redis-server.js";
import { startTestServer, type TestServer } from "./testing/test-server.js";
import { contextOf, world } from "./testing/world.js";

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedisServer();
});
afterAll(() => redis?.stop());

const said = ({ logged }: TestServer, words: string) => logged.filter((line) => line.includes(words));

/** Connections that clients have tried so far. */
async function connections(observer: Redis): Promise<number> {
  return Number(/total_connections_received:(\d+)/.exec(await observer.info("stats"))?.[1]);
}

test("a database that Redis does not have is none: nothing is put into another, and why is said once", async () => {
  const receiver = await openReceiver();
  const server = await startTestServer({ REDIS_URL: `${redis.url}/99` });
  const observer = new Redis(redis.url);
  try {
    const before = await connections(observer);
    const acme = await world(server, receiver.url);
    await trigger(contextOf(server, acme.owner), { workflowId: acme.workflow.id });
    await receiver.waitFor(1);
    await server.runtime.rateLimiter.take("key", 10);
    // Each connection is tried again and again, and none of them comes to anything.
    await until(async () => (await connections(observer)) > before + 12);
    expect(await (await fetch(`${server.url}/health/ready`)).json()).toEqual({
      status: "ready",
      redis: "away",
    });
    expect(await observer.keys("*")).toEqual([]);
    expect(await observer.pubsub("NUMSUB", "postern-executions")).toEqual(["postern-executions", 0]);
    // The work, the rates and the events.
    expect(said(server, "Redis is away")).toHaveLength(3);
    expect(said(server, "ERR DB index is out of range")).toHaveLength(3);
    expect(said(server, "Redis is back")).toEqual([]);
  } finally {
    observer.disconnect();
    await server.stop();
    await receiver.close();
  }
});

test("that Redis is away is said once each time that it goes, and once that it is back", async () => {
  const server = await startTestServer({ REDIS_URL: redis.url });
  const isBack = () => until(() => !server.runtime.queue.isAway());
  await isBack();
  for (const time of [1, 2]) {
    await redis.kill();
    await until(() => said(server, "Redis is away").length === 3 * time);
    // The library goes on trying; each call that is counted fails.
    for (let i = 0; i < 10; i++) {
      await server.runtime.rateLimiter.take("key", 10);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await redis.start();
    await until(() => said(server, "Redis is back").length === 3 * time);
    expect(said(server, "Redis is away")).toHaveLength(3 * time);
  }
  await server.stop();
  expect(said(server, "Redis is away")).toHaveLength(6);
});
