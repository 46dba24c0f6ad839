import { IsNull, Not } from "typeorm";
import { ApiKey } from "../api-key/api-key.entity.js";
import { AuditEntry } from "../audit/audit-entry.entity.js";
import { POSTERN } from "../auth/principal.js";
import { createContext } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { deleteProject } from "../project/delete.js";
import * as projects from "../project/project.service.js";
import { type Server, startServer } from "../server.js";
import { graphql } from "../testing/client.js";
import { openReceiver, type Receiver, until } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import { Workflow } from "../workflow/workflow.entity.js";
import * as workflows from "../workflow/workflow.service.js";
import { Execution } from "./execution.entity.js";
import { startScheduled } from "./scheduled.js";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let server: TestServer;
let receiver: Receiver;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
  receiver = await openReceiver();
  halfPast();
  acme = await world(server);
});
afterAll(async () => {
  await receiver?.close();
  await server?.stop();
});
// Nothing of one test comes due in another.
afterEach(() =>
  server.runtime.database.transaction((db) =>
    db.update(Workflow, { nextRunAt: Not(IsNull()) }, { nextRunAt: null }),
  ),
);

/** Moves the clock to the middle of an hour, so that hourly schedules are due only when a test says so. */
function halfPast(): void {
  const intoHour = server.now().getTime() % HOUR_MS;
  server.advance((1.5 * HOUR_MS - intoHour) % HOUR_MS);
}

const context = () => createContext(server.runtime, { principal: POSTERN, requestId: "test" });
const inDatabase = (work: Parameters<typeof inTransaction<unknown>>[1]) => inTransaction(context(), work);
const asOwner = () => contextOf(server, acme.owner);
const rowOf = (id: string) => server.runtime.database.read.findOneByOrFail(Workflow, { id });
const countOf = (workflowId: string) => server.runtime.database.read.countBy(Execution, { workflowId });

let count = 0;

async function scheduled(cron = "0 * * * *", timeZone = "UTC", projectId = acme.project.id): Promise<string> {
  const { workflow } = await workflows.create(asOwner(), {
    projectId,
    name: "By itself",
    slug: `by-itself-${++count}`,
    targetUrl: receiver.url,
    schedule: { cron, timeZone },
  });
  return workflow.id;
}

/** Waits until everything that is due by now was looked at: the second witness is found by a later look. */
async function schedulerHasLooked(): Promise<void> {
  for (let look = 1; look <= 2; look++) {
    const witness = await scheduled();
    await inDatabase((ctx) => ctx.db.update(Workflow, { id: witness }, { nextRunAt: server.now() }));
    await until(async () => (await countOf(witness)) > 0);
  }
}

test("a workflow runs at its time, as the Automator and without an input, and shows when it will run next", async () => {
  const viewer = { key: (await acme.projectKey("VIEWER")).key ?? "" };
  const id = await scheduled("0 * * * *", "Asia/Kolkata");
  const read = async () => {
    const { data, errors } = await graphql<{
      workflow: {
        schedule: { nextRunAt: string };
        executions: { nodes: { id: string; status: string; triggeredBy: { apiKeyId: string } }[] };
      };
    }>(
      server.url,
      viewer,
      `query ($id: ID!) { workflow(id: $id) { schedule { cron timeZone nextRunAt }
        executions { nodes { id status input triggeredBy { kind name apiKeyId } } } } }`,
      { id },
    );
    expect(errors).toEqual([]);
    return data.workflow;
  };
  const before = await read();
  // Kolkata is five hours and a half ahead: its hours begin at half past.
  const due = new Date(before.schedule.nextRunAt);
  expect(due.getUTCMinutes()).toBe(30);
  expect(before.executions.nodes).toEqual([]);
  server.advance(due.getTime() - server.now().getTime());
  await until(async () => (await read()).executions.nodes[0]?.status === "SUCCEEDED");
  const { schedule, executions } = await read();
  expect(schedule).toEqual({
    cron: "0 * * * *",
    timeZone: "Asia/Kolkata",
    nextRunAt: new Date(due.getTime() + HOUR_MS).toISOString(),
  });
  const automator = await server.runtime.database.read.findOneByOrFail(ApiKey, {
    projectId: acme.project.id,
    kind: "SYSTEM",
  });
  expect(executions.nodes).toEqual([
    {
      id: expect.any(String),
      status: "SUCCEEDED",
      input: null,
      triggeredBy: { kind: "API_KEY", name: "Automator", apiKeyId: automator.id },
    },
  ]);
  const delivered = receiver.received.find(
    ({ headers }) => headers["webhook-id"] === executions.nodes[0]?.id,
  );
  expect(JSON.parse(delivered?.body ?? "").data).toMatchObject({
    input: null,
    triggeredBy: { kind: "API_KEY", name: "Automator", apiKeyId: automator.id },
  });

  await server.runtime.usage.flush();
  const key = await graphql(
    server.url,
    acme.owner,
    "query ($id: ID!) { apiKey(id: $id) { lastUsedAt usage(days: 1) { accepted } executions { nodes { id } } } }",
    { id: automator.id },
  );
  // No call came in with the key, so it was not used; what it started is listed.
  expect(key.data).toEqual({
    apiKey: {
      lastUsedAt: null,
      usage: [{ accepted: 0 }],
      executions: { nodes: [{ id: executions.nodes[0]?.id }] },
    },
  });
  halfPast();
});

test("what is missed while no server runs is made up for once", async () => {
  const id = await scheduled();
  const due = (await rowOf(id)).nextRunAt?.getTime() ?? 0;
  await server.restart(() => server.advance(5 * HOUR_MS));
  await until(async () => (await countOf(id)) > 0);
  await schedulerHasLooked();
  expect(await countOf(id)).toBe(1);
  expect((await rowOf(id)).nextRunAt?.getTime()).toBe(due + 5 * HOUR_MS);
});

test("of two servers on one database, each due time of 40 workflows starts one execution: 200 in all", async () => {
  const ids = await Promise.all(Array.from({ length: 40 }, () => scheduled()));
  const { config, log } = server.runtime;
  const other: Server = await startServer({ ...config, port: 0 }, log, {
    clock: server.now,
    stopWithinMs: 100,
  });
  try {
    for (let round = 1; round <= 5; round++) {
      // Shortly before the hour, so that both see it coming, wait for it, and look in the same moment.
      server.advance(HOUR_MS - (server.now().getTime() % HOUR_MS) - 1500);
      await until(async () => {
        const counts = await Promise.all(ids.map(countOf));
        return counts.every((count) => count === round);
      });
    }
    await schedulerHasLooked();
    expect(await Promise.all(ids.map(countOf))).toEqual(ids.map(() => 5));
    for (const { nextRunAt } of await Promise.all(ids.map(rowOf))) {
      expect(nextRunAt?.getTime()).toBeGreaterThan(server.now().getTime());
    }
  } finally {
    await other.stop();
    halfPast();
  }
});

test("of 20 who start the same due time at once, one does", async () => {
  const id = await scheduled();
  const nextRunAt = new Date(server.now().getTime() + 10 * MINUTE_MS);
  await inDatabase((ctx) => ctx.db.update(Workflow, { id }, { nextRunAt }));
  const all = await Promise.all(
    Array.from({ length: 20 }, () => startScheduled(context(), { id, nextRunAt })),
  );
  expect(all.filter((execution) => execution !== null)).toHaveLength(1);
  expect(await countOf(id)).toBe(1);
});

test("a schedule that is changed while it is due starts at most one execution, and goes on as changed", async () => {
  for (let round = 0; round < 10; round++) {
    const id = await scheduled();
    const nextRunAt = new Date(server.now().getTime() + 10 * MINUTE_MS);
    await inDatabase((ctx) => ctx.db.update(Workflow, { id }, { nextRunAt }));
    await Promise.all([
      startScheduled(context(), { id, nextRunAt }),
      workflows.update(asOwner(), { id, schedule: { cron: "15 4 1 1 *", timeZone: "UTC" } }),
    ]);
    expect(await countOf(id)).toBeLessThanOrEqual(1);
    expect((await rowOf(id)).nextRunAt?.toISOString()).toMatch(/-01-01T04:15:00.000Z$/);
  }
});

test("giving the same schedule again does not move a time that is due", async () => {
  const id = await scheduled();
  const nextRunAt = new Date(server.now().getTime() + 7 * MINUTE_MS);
  await inDatabase((ctx) => ctx.db.update(Workflow, { id }, { nextRunAt }));
  await workflows.update(asOwner(), {
    id,
    name: "Renamed",
    schedule: { cron: "0  *  * * *", timeZone: "UTC" },
  });
  expect((await rowOf(id)).nextRunAt).toEqual(nextRunAt);
});

test("an execution that still runs does not hold the next one up", async () => {
  const id = await scheduled();
  await inDatabase((ctx) => ctx.db.update(Workflow, { id }, { targetUrl: "http://127.0.0.1:9/nobody" }));
  for (const started of [1, 2]) {
    server.advance(HOUR_MS);
    await until(async () => (await countOf(id)) === started);
  }
  const running = await server.runtime.database.read.findBy(Execution, {
    workflowId: id,
    finishedAt: IsNull(),
  });
  expect(running).toHaveLength(2);
});

test("a disabled workflow does not start, and what it missed does not either once it is enabled", async () => {
  const id = await scheduled();
  await workflows.update(asOwner(), { id, enabled: false });
  expect((await rowOf(id)).schedule).toEqual({ cron: "0 * * * *", timeZone: "UTC", nextRunAt: null });
  server.advance(3 * HOUR_MS);
  await workflows.update(asOwner(), { id, enabled: true });
  await schedulerHasLooked();
  expect(await countOf(id)).toBe(0);
  expect((await rowOf(id)).nextRunAt?.getTime()).toBeGreaterThan(server.now().getTime());
});

test("deleted workflows, and those of deleted projects, do not start any more", async () => {
  const deleted = await scheduled();
  await workflows.remove(asOwner(), deleted);
  const project = await projects.create(asOwner(), { organizationId: acme.organization.id, name: "Gone" });
  const orphan = await scheduled("0 * * * *", "UTC", project.id);
  await deleteProject(asOwner(), project.id);
  expect([await rowOf(deleted), await rowOf(orphan)].map(({ nextRunAt }) => nextRunAt)).toEqual([null, null]);
  // Also where a time is left in the row, as after a deletion in the very moment.
  const nextRunAt = server.now();
  for (const id of [deleted, orphan])
    await inDatabase((ctx) => ctx.db.update(Workflow, { id }, { nextRunAt }));
  await until(
    async () => (await rowOf(deleted)).nextRunAt === null && (await rowOf(orphan)).nextRunAt === null,
  );
  expect([await countOf(deleted), await countOf(orphan)]).toEqual([0, 0]);
});

test("a time zone that is not known any more stops its schedule after the time that was due, with an entry", async () => {
  const id = await scheduled();
  const nextRunAt = server.now();
  await inDatabase((ctx) => ctx.db.update(Workflow, { id }, { scheduleTimeZone: "Mars/Olympus", nextRunAt }));
  await until(async () => (await countOf(id)) === 1);
  expect((await rowOf(id)).schedule?.nextRunAt).toBeNull();
  expect((await rowOf(id)).enabled).toBe(true);
  const entry = await server.runtime.database.read.findOneByOrFail(AuditEntry, {
    action: "workflow.unschedule",
    targetId: id,
  });
  expect(entry.actor.name).toBe("Postern");
  // Triggers go on, and a zone that is known sets it right.
  await workflows.update(asOwner(), { id, schedule: { cron: "0 * * * *", timeZone: "UTC" } });
  expect((await rowOf(id)).nextRunAt).not.toBeNull();
});

test("a schedule that cannot be started does not stop the others, and is tried again later", async () => {
  const project = await projects.create(asOwner(), { organizationId: acme.organization.id, name: "Broken" });
  const broken = await scheduled("0 * * * *", "UTC", project.id);
  const whole = await scheduled();
  const automator = { projectId: project.id, kind: "SYSTEM" as const };
  await inDatabase((ctx) => ctx.db.update(ApiKey, automator, { kind: "SERVICE" }));
  server.advance(HOUR_MS);
  await until(async () => (await countOf(whole)) === 1);
  const told = () =>
    server.logged.filter((line) => line.includes("could not start") && line.includes(broken));
  await until(() => told().length > 0);
  await schedulerHasLooked();
  expect(told()).toHaveLength(1);
  expect(await countOf(broken)).toBe(0);
  await inDatabase((ctx) => ctx.db.update(ApiKey, { projectId: project.id }, { kind: "SYSTEM" }));
  server.advance(MINUTE_MS);
  await until(async () => (await countOf(broken)) === 1);
});
