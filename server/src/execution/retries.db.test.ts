import { startWorker, type Worker } from "../queue/worker.js";
import { ALWAYS_LOOKING, failedAttempts, rowOf, triggered } from "../testing/executions.js";
import { openReceiver, type Receiver, until } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, world } from "../testing/world.js";
import * as workflows from "../workflow/workflow.service.js";
import { ExecutionAttempt } from "./execution.entity.js";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Seconds between one attempt and the next, as docs/workflows.md promises. */
const WAITS = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

let server: TestServer;
let worker: Worker;
let receiver: Receiver;
beforeAll(async () => {
  server = await startTestServer();
  server.stopClock();
  worker = startWorker(server.runtime, ALWAYS_LOOKING);
  receiver = await openReceiver(() => ({ status: 500 }));
});
afterAll(async () => {
  await receiver?.close();
  await worker?.stop();
  await server?.stop();
});

/** Lets every attempt be made; how long each wait was, in seconds. */
async function waitsOf(id: string, maxAttempts: number): Promise<number[]> {
  const waits: number[] = [];
  for (let failed = 1; failed <= maxAttempts; failed++) {
    const { nextAttemptAt } = await failedAttempts(server, id, failed);
    const { finishedAt } = await server.runtime.database.read.findOneByOrFail(ExecutionAttempt, {
      executionId: id,
      number: failed,
    });
    if (nextAttemptAt === null || finishedAt === null) continue;
    waits.push((nextAttemptAt.getTime() - finishedAt.getTime()) / 1000);
    // Not a moment too early: a millisecond before its time nothing is due.
    server.advance(nextAttemptAt.getTime() - server.now().getTime() - 1);
    expect((await rowOf(server, id)).failedAttempts).toBe(failed);
    server.advance(1);
  }
  return waits;
}

test("ten attempts, after 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h, each by up to 10 % earlier or later", async () => {
  const acme = await world(server, receiver.url);
  const ids = await Promise.all([1, 2, 3].map(() => triggered(server, acme)));
  const [first = ""] = ids;
  const waits = await waitsOf(first, 10);
  expect(waits).toHaveLength(9);
  for (const [index, wait] of waits.entries()) {
    expect(wait).toBeGreaterThanOrEqual(0.9 * (WAITS[index] ?? 0));
    expect(wait).toBeLessThanOrEqual(1.1 * (WAITS[index] ?? 0));
  }
  // Jitter there is: no nine waits are all exactly the schedule's.
  expect(waits).not.toEqual(WAITS);
  expect(await rowOf(server, first)).toMatchObject({
    status: "FAILED",
    failedAttempts: 10,
    dueAt: null,
    errorCode: "HTTP_STATUS",
  });
  const sent = receiver.received.filter(({ headers }) => headers["webhook-id"] === first);
  expect(sent).toHaveLength(10);
  expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
  for (const id of ids) await until(async () => (await rowOf(server, id)).failedAttempts >= 9);
});

test.each([1, 2, 3])("with maxAttempts %s there are as many", async (maxAttempts) => {
  const acme = await world(server, receiver.url);
  await workflows.update(contextOf(server, acme.owner), { id: acme.workflow.id, maxAttempts });
  const id = await triggered(server, acme);
  expect(await waitsOf(id, maxAttempts)).toHaveLength(maxAttempts - 1);
  expect(await rowOf(server, id)).toMatchObject({ status: "FAILED", failedAttempts: maxAttempts });
});
