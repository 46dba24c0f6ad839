import { setTimeout as sleep } from "node:timers/promises";
import { IsNull } from "typeorm";
import type { Due } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { claim, dueExecutions, finish } from "../execution/claim.js";
import { Execution, ExecutionAttempt } from "../execution/execution.entity.js";
import { trigger } from "../execution/trigger.js";
import {
  ALWAYS_LOOKING,
  attemptsUnderWay,
  ended,
  failedAttempts,
  rowOf,
  show,
  system,
  triggered,
} from "../testing/executions.js";
import { openReceiver, type Received, type Receiver, until } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import * as workflows from "../workflow/workflow.service.js";
import { startWorker } from "./worker.js";

let server: TestServer;
let receiver: Receiver | undefined;
beforeAll(async () => {
  server = await startTestServer();
  server.stopClock();
});
afterEach(async () => {
  await receiver?.close();
  receiver = undefined;
});
afterAll(() => server?.stop());

const NOBODY_LISTENS = "http://127.0.0.1:9/";

/** Starts so many executions of a workflow, past HTTP. */
async function startMany(acme: World, count: number, workflowId = acme.workflow.id): Promise<string[]> {
  const ctx = contextOf(server, acme.owner);
  const started = await Promise.all(Array.from({ length: count }, () => trigger(ctx, { workflowId })));
  return started.map(({ execution }) => execution?.id ?? "");
}

const idOf = ({ headers }: Received): string => String(headers["webhook-id"]);
const openOf = (acme: World): Promise<number> =>
  server.runtime.database.read.countBy(Execution, [
    { projectId: acme.project.id, status: "QUEUED" },
    { projectId: acme.project.id, status: "RUNNING" },
  ]);

/** An execution that waits for its second attempt, so that a test can be the worker that makes it. */
async function parked(acme: World): Promise<Due> {
  const id = await triggered(server, acme);
  const { fence } = await failedAttempts(server, id, 1);
  return { id, workflowId: acme.workflow.id, fence };
}

test("of many workers after one execution, one gets it; after its lease only the next one's outcome counts", async () => {
  const acme = await world(server, NOBODY_LISTENS);
  const waiting = await parked(acme);
  const later = () => new Date(server.now().getTime() + 6000);
  const at = (clock: () => Date) => ({ ...system(server), clock });
  const claims = await Promise.all(Array.from({ length: 20 }, () => claim(at(later), waiting)));
  const held = claims.filter((one) => one !== null);
  expect(held).toHaveLength(1);
  const [slow] = held;
  if (!slow) throw new Error("Nobody got it.");

  // The first one sleeps past its lease; another takes over, and the first one's result no longer counts.
  const afterLease = () => new Date(server.now().getTime() + 60_000);
  const next = await claim(at(afterLease), { ...waiting, fence: slow.fence });
  if (!next) throw new Error("The lease did not end.");
  const success = { kind: "SUCCEEDED", responseStatus: 200, output: '"late"' } as const;
  expect(await finish(at(afterLease), slow, success)).toBe(false);
  expect(await finish(at(afterLease), next, { ...success, output: '"right"' })).toBe(true);
  const done = await show(server, acme, waiting.id);
  expect(done).toMatchObject({ status: "SUCCEEDED", output: "right" });
  expect(done.attempts.map(({ error }) => error?.code ?? null)).toEqual(["UNREACHABLE", "INTERRUPTED", null]);
});

test("a lease lasts the attempt's longest time and 15 s: before its end nobody takes over, then somebody does", async () => {
  const acme = await world(server, NOBODY_LISTENS);
  await workflows.update(contextOf(server, acme.owner), { id: acme.workflow.id, timeoutSeconds: 7 });
  const waiting = await parked(acme);
  const from = server.now().getTime() + 6000;
  const at = (milliseconds: number) => ({ ...system(server), clock: () => new Date(from + milliseconds) });
  const held = await claim(at(0), waiting);
  if (!held) throw new Error("It was not due.");
  const next = { ...waiting, fence: held.fence };
  expect((await rowOf(server, waiting.id)).nextAttemptAt).toBeNull();
  expect(await claim(at(21_999), next)).toBeNull();
  // Whoever was told of it before it was taken comes too late as well.
  expect(await claim(at(22_000), waiting)).toBeNull();
  const taken = await claim(at(22_000), next);
  expect(taken?.fence).toBe(held.fence + 1);
  expect(taken?.execution.failedAttempts).toBe(1);
});

test("an execution whose worker died is taken over when its lease ends, and that costs it no attempt", async () => {
  receiver = await openReceiver((_, count) => (count === 1 ? { hang: true } : {}));
  const acme = await world(server, receiver.url);
  const id = await triggered(server, acme);
  await receiver.waitFor(1);
  await inTransaction(system(server), (ctx) => ctx.db.update(Execution, { id }, { dueAt: server.now() }));
  const other = startWorker(server.runtime, { ...ALWAYS_LOOKING, stopWithinMs: 0 });
  const done = await ended(server, acme, id);
  await other.stop();
  expect(done.status).toBe("SUCCEEDED");
  expect(done.attempts[0]?.error?.code).toBe("INTERRUPTED");
  expect((await rowOf(server, id)).failedAttempts).toBe(0);
});

test("a server that stops hands back what it could not end, and the next one ends it", async () => {
  receiver = await openReceiver((_, count) => (count === 1 ? { hang: true } : {}));
  const acme = await world(server, receiver.url);
  const id = await triggered(server, acme);
  await receiver.waitFor(1);
  await server.restart();
  const done = await ended(server, acme, id);
  expect(done.status).toBe("SUCCEEDED");
  expect(done.attempts.map(({ error }) => error?.code ?? null)).toEqual(["INTERRUPTED", null]);
  expect((await rowOf(server, id)).failedAttempts).toBe(0);
});

test("several workers on one database deliver each execution once", async () => {
  receiver = await openReceiver();
  const acme = await world(server, receiver.url);
  const others = [startWorker(server.runtime, ALWAYS_LOOKING), startWorker(server.runtime, ALWAYS_LOOKING)];
  const ids = await startMany(acme, 150);
  await until(async () => (await openOf(acme)) === 0);
  await Promise.all(others.map((worker) => worker.stop()));
  expect(receiver.received.map(idOf).sort()).toEqual([...ids].sort());
  const due = await dueExecutions(system(server), { before: server.now(), limit: 1000 });
  expect(due.filter(({ id }) => ids.includes(id))).toEqual([]);
  const attempts = await server.runtime.database.read.find(ExecutionAttempt);
  expect(attempts.filter(({ executionId }) => ids.includes(executionId))).toHaveLength(ids.length);
});

test("300 executions whose target hangs hold half of the places; another workflow's one is delivered beside them", async () => {
  const hanging = await openReceiver(() => ({ hang: true }));
  receiver = await openReceiver();
  const acme = await world(server, hanging.url);
  const { workflow: quick } = await workflows.create(contextOf(server, acme.owner), {
    projectId: acme.project.id,
    name: "Quick",
    targetUrl: receiver.url,
  });
  await startMany(acme, 300);
  await hanging.waitFor(64);
  const [id = ""] = await startMany(acme, 1, quick.id);
  await ended(server, acme, id);
  expect((await rowOf(server, id)).status).toBe("SUCCEEDED");
  // All of the slow ones were there first, and none of them has ended.
  expect(await attemptsUnderWay(server, acme.workflow.id)).toBeLessThanOrEqual(64);
  const slow = { workflowId: acme.workflow.id, finishedAt: IsNull() };
  expect(await server.runtime.database.read.countBy(Execution, slow)).toBe(300);
  await workflows.remove(contextOf(server, acme.owner), acme.workflow.id);
  await hanging.close();
});

test("a backlog beyond all places is worked off to its end, each of it once", async () => {
  let open = () => {};
  const gate = new Promise<void>((done) => {
    open = done;
  });
  const gated = await openReceiver(async () => {
    await gate;
    return {};
  });
  receiver = gated;
  const acme = await world(server, gated.url);
  const ids = await startMany(acme, 500);
  await gated.waitFor(64);
  expect(await attemptsUnderWay(server, acme.workflow.id)).toBeLessThanOrEqual(64);
  open();
  await until(async () => (await openOf(acme)) === 0);
  expect(gated.received.map(idOf).sort()).toEqual([...ids].sort());
});

test("while the database takes no attempt, a worker pauses between its tries, and goes on afterwards", async () => {
  receiver = await openReceiver();
  const acme = await world(server, receiver.url);
  const { database } = server.runtime;
  const rename = (from: string, to: string) =>
    database.transaction((db) => db.query(`ALTER TABLE ${from} RENAME TO ${to}`));
  const failures = () => server.logged.filter((line) => line.includes("could not be worked on")).length;
  await rename("execution_attempts", "execution_attempts_away");
  let ids: string[];
  try {
    ids = await startMany(acme, 100);
    await until(() => failures() >= 100);
    const before = failures();
    const begun = Date.now();
    await sleep(2000);
    const seconds = (Date.now() - begun) / 1000;
    // A look of the worker each second: each of them fails once each time, and not as often as it can.
    expect(failures() - before).toBeLessThanOrEqual(100 * (1 + seconds));
    expect(receiver.received).toEqual([]);
  } finally {
    await rename("execution_attempts_away", "execution_attempts");
  }
  await until(async () => (await openOf(acme)) === 0);
  expect(receiver.received.map(idOf).sort()).toEqual([...ids].sort());
});
