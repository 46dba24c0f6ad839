import { pino } from "pino";
import { inTransaction } from "../database/unit-of-work.js";
import { Execution } from "../execution/execution.entity.js";
import { type Server, startServer } from "../server.js";
import { graphql } from "../testing/client.js";
import { openReceiver, type Receiver, until } from "../testing/receiver.js";
import { type RedisServer, startRedisServer } from "../testing/redis-server.js";
import { openStream } from "../testing/stream.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";

let redis: RedisServer;
let receiver: Receiver;
/** The one that people trigger at, and the one that they follow at: two servers on one database. */
let server: TestServer;
let other: Server;
let acme: World;
let letGo = () => {};
beforeAll(async () => {
  redis = await startRedisServer();
  receiver = await openReceiver(
    () =>
      new Promise((resolve) => {
        letGo = () => resolve({});
      }),
  );
  server = await startTestServer({ REDIS_URL: redis.url });
  const { config } = server.runtime;
  other = await startServer({ ...config, port: 0 }, pino({ level: "silent" }), { stopWithinMs: 100 });
  acme = await world(server, receiver.url);
});
afterAll(async () => {
  await other?.stop();
  await server?.stop();
  await receiver?.close();
  await redis?.stop();
});

const followProject = () =>
  openStream<{ projectExecutionUpdated: { id: string; status: string } }>(
    `http://127.0.0.1:${other.port}`,
    acme.viewer,
    "subscription ($id: ID!) { projectExecutionUpdated(projectId: $id) { id status } }",
    { id: acme.project.id },
  );

async function trigger(): Promise<string> {
  const before = receiver.received.length;
  const { data, errors } = await graphql<{ triggerWorkflow: { execution: { id: string } } }>(
    server.url,
    acme.owner,
    "mutation ($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { execution { id } } }",
    { input: { workflowId: acme.workflow.id } },
  );
  expect(errors).toEqual([]);
  await receiver.waitFor(before + 1);
  return data.triggerWorkflow.execution.id;
}

test("what happens at one server is told at the other; what Redis lost is looked for when it is back", async () => {
  const stream = await followProject();
  const statesOf = (id: string) =>
    stream.results
      .map(({ data }) => data?.projectExecutionUpdated)
      .filter((shown) => shown?.id === id)
      .map((shown) => shown?.status);
  // Each server connects to Redis in its own time; from then on every change crosses.
  const first = await trigger();
  await until(() => statesOf(first).includes("RUNNING"));
  letGo();
  await until(() => statesOf(first).includes("SUCCEEDED"));

  const second = await trigger();
  await until(() => statesOf(second).includes("RUNNING"));
  await redis.kill();
  // Without a word to anybody, as a change is whose event was lost.
  await inTransaction(contextOf(server, acme.owner), async ({ db, clock }) => {
    const end = { status: "FAILED" as const, claimed: false, dueAt: null, finishedAt: clock() };
    await db.update(Execution, { id: second }, end);
  });
  const third = await trigger();
  expect(statesOf(second)).not.toContain("FAILED");
  await redis.start();
  await until(() => statesOf(second).includes("FAILED") && statesOf(third).includes("RUNNING"));
  letGo();
  await until(() => statesOf(third).includes("SUCCEEDED"));
  stream.close();
});

test("while Redis is away, events of the same server are told without it", async () => {
  await redis.kill();
  const stream = await openStream<{ projectExecutionUpdated: { status: string } }>(
    server.url,
    acme.viewer,
    "subscription ($id: ID!) { projectExecutionUpdated(projectId: $id) { id status } }",
    { id: acme.project.id },
  );
  await trigger();
  await until(() => stream.results.at(-1)?.data?.projectExecutionUpdated.status === "RUNNING");
  letGo();
  await until(() => stream.results.at(-1)?.data?.projectExecutionUpdated.status === "SUCCEEDED");
  stream.close();
  await redis.start();
});
