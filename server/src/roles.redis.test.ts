import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Role } from "./config.js";
import { Execution } from "./execution/execution.entity.js";
import { trigger } from "./execution/trigger.js";
import { graphql } from "./testing/client.js";
import { openReceiver, until } from "./testing/receiver.js";
import { type RedisServer, startRedisServer } from "./testing/redis-server.js";
import { startBeside, startTestServer, type TestServer } from "./testing/test-server.js";
import { contextOf, world } from "./testing/world.js";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));

let redis: RedisServer;
let api: TestServer;
const started: ChildProcess[] = [];
beforeAll(async () => {
  redis = await startRedisServer();
  api = await startTestServer({ REDIS_URL: redis.url, ROLE: "api" });
});
afterAll(async () => {
  for (const child of started) child.kill("SIGKILL");
  await api?.stop();
  await redis?.stop();
});

/** The built server as a process of its own, on the data of `api`. */
function start(role: Role, environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env["PATH"],
      PORT: "0",
      DATA_DIR: api.data.folder,
      DATABASE_URL: api.data.databaseUrl,
      TARGET_ALLOW: "127.0.0.0/8",
      ROLE: role,
      ...environment,
    },
  });
  started.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      output += text;
    });
  }
  const ended = once(child, "close").then(([code]) => code as number);
  return {
    child,
    ended,
    ready: () => until(() => output.includes("is ready.")),
    output: () => output,
  };
}

async function triggered(targetUrl: string): Promise<string> {
  const { owner, workflow } = await world(api, targetUrl);
  const { execution } = await trigger(contextOf(api, owner), { workflowId: workflow.id });
  if (execution === null) throw new Error("Nothing was started.");
  return execution.id;
}

const row = (id: string) => api.runtime.database.read.findOneByOrFail(Execution, { id });

test.each([
  ["with Redis", () => ({ REDIS_URL: redis.url })],
  ["with the database alone", () => ({ REDIS_URL: "" })],
])(
  "%s, an api accepts and leaves delivering to workers; a worker delivers and has no API",
  async (_, shared) => {
    const receiver = await openReceiver();
    const accepting = await startBeside(api, { ...shared(), ROLE: "api" });
    const { owner, workflow } = await world(accepting, receiver.url);
    const { execution } = await trigger(contextOf(accepting, owner), { workflowId: workflow.id });
    const id = execution?.id ?? "";
    // Longer than any look takes, had this server a worker.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(receiver.received).toEqual([]);
    expect(await row(id)).toMatchObject({ status: "QUEUED", fence: 0 });

    const worker = await startBeside(api, { ...shared(), ROLE: "worker", METRICS_PORT: "0" });
    await until(async () => (await row(id)).status === "SUCCEEDED");
    expect((await fetch(`${worker.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${worker.url}/health/ready`)).status).toBe(200);
    const metrics = await (await fetch(`http://127.0.0.1:${worker.metricsPort}/metrics`)).text();
    expect(metrics).toContain('postern_executions_ended_total{status="SUCCEEDED"} 1');
    for (const path of ["/", "/graphql", "/setup", "/api/v1/openapi.json", "/metrics"]) {
      const refused = await fetch(worker.url + path);
      expect(refused.status).toBe(404);
      expect(await refused.text()).toContain("ROLE=worker");
    }
    expect((await graphql(worker.url, owner, "{ viewer { __typename } }")).status).toBe(404);
    await Promise.all([accepting.stop(), worker.stop(), receiver.close()]);
  },
);

test.each(["all", "api", "worker"] as const)(
  "SIGTERM ends a process of role %s with code 0",
  async (role) => {
    const { child, ready, ended, output } = start(role, { REDIS_URL: redis.url });
    await ready();
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(output()).toContain("Postern has stopped.");
  },
);

test("what the library says to the console of a password that Redis does not ask for stands in the log", async () => {
  const { child, ready, ended, output } = start("worker", {
    REDIS_URL: redis.url.replace("//", "//:needless@"),
  });
  await ready();
  const lines = () =>
    output()
      .split("\n")
      .filter((line) => line.includes("a password was supplied"));
  await until(() => lines().length > 0);
  child.kill("SIGTERM");
  await ended;
  for (const line of lines()) expect(JSON.parse(line)).toMatchObject({ level: 40 });
});

test("SIGTERM gives back what a worker was delivering, also when Redis has died meanwhile", async () => {
  const other = await startRedisServer();
  const receiver = await openReceiver(() => ({ hang: true }));
  const { child, ready, ended, output } = start("worker", { REDIS_URL: other.url });
  await ready();
  const accepting = await startBeside(api, { REDIS_URL: other.url, ROLE: "api" });
  const id = await triggered(receiver.url);
  await until(() => receiver.received.length === 1);
  await other.kill();
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(output()).toContain("Postern has stopped.");
  expect(await row(id)).toMatchObject({ status: "RUNNING", claimed: false, fence: 1, failedAttempts: 0 });
  await Promise.all([accepting.stop(), receiver.close(), other.stop()]);
});
