import { In } from "typeorm";
import { Execution } from "../execution/execution.entity.js";
import { trigger } from "../execution/trigger.js";
import { type Carried, watchCarried } from "../testing/carried.js";
import { attemptsUnderWay } from "../testing/executions.js";
import { type Answering, openReceiver, type Receiver, until } from "../testing/receiver.js";
import { type RedisServer, startRedisServer } from "../testing/redis-server.js";
import { startBeside, startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import * as workflows from "../workflow/workflow.service.js";

let redis: RedisServer;
let carried: Carried;
let api: TestServer;
let worker: TestServer;
let receiver: Receiver;
let answer: Answering = () => ({});

beforeAll(async () => {
  redis = await startRedisServer();
  carried = watchCarried(redis.url);
  receiver = await openReceiver((request, count) => answer(request, count));
  api = await startTestServer({ REDIS_URL: redis.url, ROLE: "api" });
  worker = await startBeside(api, { REDIS_URL: redis.url, ROLE: "worker" });
  await isBack();
});
afterAll(async () => {
  await worker?.stop();
  await api?.stop();
  await receiver?.close();
  carried?.close();
  await redis?.stop();
});
beforeEach(() => {
  answer = () => ({});
  receiver.received.length = 0;
});

const isBack = () => until(() => !api.runtime.queue.isAway() && !worker.runtime.queue.isAway());

async function triggered({ workflow, owner }: Pick<World, "workflow" | "owner">): Promise<string> {
  const { execution } = await trigger(contextOf(api, owner), { workflowId: workflow.id });
  if (execution === null) throw new Error("Nothing was started.");
  return execution.id;
}

const many = (acme: World, count: number) =>
  Promise.all(Array.from({ length: count }, () => triggered(acme)));

const delivered = () => receiver.received.map(({ headers }) => String(headers["webhook-id"])).sort();

async function succeeded(ids: string[]): Promise<void> {
  const where = { id: In(ids), status: "SUCCEEDED" as const };
  await until(async () => (await api.runtime.database.read.countBy(Execution, where)) === ids.length);
}

test("what one process accepts, Redis carries to another, which delivers it", async () => {
  const acme = await world(api, receiver.url);
  const id = await triggered(acme);
  await succeeded([id]);
  await until(async () => (await carried.completed()).includes(`${id}-0`));
  expect(delivered()).toEqual([id]);
  // Nothing of what was done stays in Redis.
  expect(await carried.jobKeys()).toEqual([]);
});

test("the next attempt waits in Redis for its time", async () => {
  answer = (_, count) => (count === 1 ? { status: 500 } : {});
  const acme = await world(api, receiver.url);
  const id = await triggered(acme);
  await until(async () => (await carried.delayed()).includes(`${id}-1`));
  await succeeded([id]);
  await until(async () => (await carried.completed()).includes(`${id}-1`));
  expect(delivered()).toEqual([id, id]);
});

test("announcing twice is one job, and one that comes too late harms nothing", async () => {
  const acme = await world(api, receiver.url);
  const id = await triggered(acme);
  await succeeded([id]);
  const stale = { id, workflowId: acme.workflow.id, fence: 0 };
  const completed = async () => (await carried.completed()).filter((job) => job === `${id}-0`).length;
  await until(async () => (await completed()) === 1);
  for (let i = 0; i < 5; i++) api.runtime.queue.announce(stale, new Date(api.now().getTime() + 2000));
  await until(async () => (await carried.delayed()).includes(`${id}-0`));
  await until(async () => (await completed()) > 1);
  expect(await carried.waiting()).toEqual({ later: 0, now: 0 });
  expect(await completed()).toBe(2);
  expect(delivered()).toEqual([id]);
});

test("when Redis has lost everything, all that is due is delivered from the rows", async () => {
  const failing = new Set<string>();
  answer = ({ headers }) => {
    const id = String(headers["webhook-id"]);
    if (failing.has(id)) return {};
    failing.add(id);
    return { status: 503, headers: { "retry-after": "300" } };
  };
  const acme = await world(api, receiver.url);
  const ids = await many(acme, 30);
  await until(async () => (await carried.waiting()).later === 30);
  await carried.redis.flushall();
  api.advance(300_000);
  await succeeded(ids);
  expect(delivered()).toEqual([...ids, ...ids].sort());
});

test("while Redis is away triggers are accepted and delivered; once it is back it carries again", async () => {
  const acme = await world(api, receiver.url);
  await redis.kill();
  await until(() => api.runtime.queue.isAway() && worker.runtime.queue.isAway());
  const ids = await many(acme, 20);
  await succeeded(ids);
  expect(await (await fetch(`${api.url}/health/ready`)).json()).toEqual({ status: "ready", redis: "away" });

  await redis.start();
  await isBack();
  expect(await (await fetch(`${api.url}/health/ready`)).json()).toEqual({
    status: "ready",
    redis: "ready",
  });
  const after = await triggered(acme);
  await succeeded([after]);
  await until(async () => (await carried.completed()).includes(`${after}-0`));
  expect(delivered()).toEqual([...ids, after].sort());
  expect(api.logged.filter((line) => line.includes("Redis is away; triggers are accepted"))).toHaveLength(1);
});

test("a Redis that is connected and answers nothing holds up neither triggers nor deliveries for long", async () => {
  const acme = await world(api, receiver.url);
  await redis.freeze();
  try {
    const ids = await many(acme, 20);
    await succeeded(ids);
    expect(delivered()).toEqual([...ids].sort());
  } finally {
    redis.thaw();
  }
  await isBack();
  const after = await triggered(acme);
  await until(async () => (await carried.completed()).includes(`${after}-0`));
});

test("a server that starts while Redis is frozen or away works, and uses Redis once that is there", async () => {
  await redis.freeze();
  const first = await startBeside(api, { REDIS_URL: redis.url, ROLE: "api" });
  expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
  redis.thaw();
  await until(() => !first.runtime.queue.isAway());
  await redis.kill();
  const second = await startBeside(api, { REDIS_URL: redis.url, ROLE: "api" });
  expect((await fetch(`${second.url}/health/ready`)).status).toBe(200);
  await redis.start();
  await until(() => !second.runtime.queue.isAway() && !first.runtime.queue.isAway());
  await Promise.all([first.stop(), second.stop()]);
  await isBack();
});

test("a Redis that is full loses nothing", async () => {
  const acme = await world(api, receiver.url);
  await carried.redis.config("SET", "maxmemory", "1");
  try {
    const ids = await many(acme, 20);
    await succeeded(ids);
    expect(delivered()).toEqual([...ids].sort());
  } finally {
    await carried.redis.config("SET", "maxmemory", "0");
  }
  await isBack();
});

test("two workers share the work, and each execution is delivered once", async () => {
  const second = await startBeside(api, { REDIS_URL: redis.url, ROLE: "worker" });
  try {
    await until(() => !second.runtime.queue.isAway());
    // Half of one worker's places are 64: only both together can have so many under way.
    answer = async () => {
      await receiver.waitFor(100);
      return {};
    };
    const acme = await world(api, receiver.url);
    const ids = await many(acme, 300);
    await succeeded(ids);
    expect(delivered()).toEqual([...ids].sort());
    const done = ({ logged }: TestServer) =>
      ids.filter((id) => logged.some((line) => line.includes("attempt ended") && line.includes(id)));
    const [first, other] = [done(worker), done(second)];
    expect(first.length + other.length).toBe(300);
    // Neither stood by while the other worked.
    expect(Math.min(first.length, other.length)).toBeGreaterThan(30);
  } finally {
    await second.stop();
  }
});

test("a slow workflow with 1,000 due executions does not hold up another one's single execution", async () => {
  let others = 0;
  const quick = await openReceiver(() => {
    others++;
    return {};
  });
  answer = () => ({ hang: true });
  const acme = await world(api, receiver.url);
  await many(acme, 1000);
  await receiver.waitFor(64);
  const { workflow } = await workflows.create(contextOf(api, acme.owner), {
    projectId: acme.project.id,
    name: "Quick",
    targetUrl: quick.url,
  });
  const id = await triggered({ ...acme, workflow });
  await succeeded([id]);
  expect(others).toBe(1);
  // The slow one still holds no more than its half of the places.
  expect(await attemptsUnderWay(api, acme.workflow.id)).toBeLessThanOrEqual(64);
  await workflows.remove(contextOf(api, acme.owner), acme.workflow.id);
  await quick.close();
});

test("a Redis that may evict is warned of at the start", async () => {
  await carried.redis.config("SET", "maxmemory-policy", "allkeys-lru");
  const other = await startBeside(api, { REDIS_URL: redis.url, ROLE: "api" });
  await until(() => other.logged.some((line) => line.includes("Redis evicts keys")));
  await other.stop();
  await carried.redis.config("SET", "maxmemory-policy", "noeviction");
});
