import { inTransaction } from "../database/unit-of-work.js";
import { newId } from "../ids.js";
import { type Caller, graphql } from "../testing/client.js";
import { trigger } from "../testing/executions.js";
import { queriesDuring } from "../testing/queries.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import * as workflows from "../workflow/workflow.service.js";
import { Execution } from "./execution.entity.js";

interface Hour {
  hour: string;
  succeeded: number;
  failed: number;
  canceled: number;
  open: number;
}

let server: TestServer;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
  server.stopClock();
});
beforeEach(async () => {
  acme = await world(server, "http://127.0.0.1:9/");
});
afterAll(() => server?.stop());

const HOUR_MS = 60 * 60 * 1000;
const thisHour = () => Math.floor(server.now().getTime() / HOUR_MS) * HOUR_MS;

/** An execution of the world's workflow that was accepted at an instant, and has its end. */
async function plant(status: Execution["status"], at: number, workflowId = acme.workflow.id): Promise<void> {
  const ctx = contextOf(server, acme.owner);
  await inTransaction(ctx, ({ db }) =>
    db.insert(Execution, {
      id: newId("execution"),
      organizationId: acme.organization.id,
      projectId: acme.project.id,
      workflowId,
      status,
      triggeredBy: { kind: "USER", name: acme.owner.name, userId: acme.owner.userId, apiKeyId: null },
      createdAt: new Date(at),
      claimed: false,
      fence: 0,
      failedAttempts: 0,
    }),
  );
}

const ask = (caller: Caller, hours?: number | null) =>
  graphql<{ workflow: { executionHours: Hour[] } }>(
    server.url,
    caller,
    `query ($id: ID!, $hours: Int) { workflow(id: $id) {
      executionHours(hours: $hours) { hour succeeded failed canceled open } } }`,
    { id: acme.workflow.id, hours },
  );

async function hoursSeenBy(caller: Caller, hours?: number): Promise<Hour[]> {
  const { data, errors } = await ask(caller, hours);
  expect(errors).toEqual([]);
  return data.workflow.executionHours;
}

test("executions are counted in the hour that accepted them, by outcome, and empty hours are zeros", async () => {
  const now = thisHour();
  await plant("SUCCEEDED", now);
  await plant("SUCCEEDED", now - 1);
  await plant("FAILED", now - 1);
  await plant("FAILED", now - HOUR_MS);
  await plant("CANCELED", now - 23 * HOUR_MS);
  await plant("RUNNING", now - 23 * HOUR_MS);
  await plant("QUEUED", now - 23 * HOUR_MS);
  await plant("FAILED", now - 23 * HOUR_MS - 1);
  const rows = await hoursSeenBy(acme.viewer);
  expect(rows).toHaveLength(24);
  expect(rows.map(({ hour }) => Date.parse(hour))).toEqual(
    Array.from({ length: 24 }, (_, i) => now - (23 - i) * HOUR_MS),
  );
  const none = { succeeded: 0, failed: 0, canceled: 0, open: 0 };
  expect(rows[0]).toMatchObject({ ...none, canceled: 1, open: 2 });
  expect(rows[1]).toMatchObject(none);
  expect(rows[22]).toMatchObject({ ...none, succeeded: 1, failed: 2 });
  expect(rows[23]).toMatchObject({ ...none, succeeded: 1 });
});

test("a week has 168 hours; more, or none, are refused with the bounds", async () => {
  const now = thisHour();
  await plant("FAILED", now - 167 * HOUR_MS);
  await plant("FAILED", now - 168 * HOUR_MS);
  const week = await hoursSeenBy(acme.viewer, 168);
  expect(week).toHaveLength(168);
  expect(week[0]).toMatchObject({ failed: 1 });
  expect(await hoursSeenBy(acme.viewer, 1)).toMatchObject([{ failed: 0 }]);
  for (const hours of [0, -1, 169]) {
    const { code, errors } = await ask(acme.viewer, hours);
    expect(code).toBe("BAD_USER_INPUT");
    expect(errors[0]?.extensions.fields).toEqual([{ path: "hours", message: "Give 1 to 168 hours." }]);
  }
  expect((await ask(acme.viewer, null)).data.workflow.executionHours).toHaveLength(24);
});

test("a key that only triggers counts its own executions, found through one of them", async () => {
  const key = await acme.projectKey("TRIGGER");
  await plant("SUCCEEDED", thisHour());
  const { data } = await trigger(server, key, { workflowId: acme.workflow.id });
  const seen = await graphql<{ execution: { workflow: { executionHours: Hour[] } } }>(
    server.url,
    key,
    `query ($id: ID!) { execution(id: $id) { workflow {
      executionHours(hours: 2) { hour succeeded failed canceled open } } } }`,
    { id: data.triggerWorkflow.execution?.id },
  );
  const { executionHours } = seen.data.execution.workflow;
  const sum = executionHours.reduce((all, { succeeded, failed, open }) => all + succeeded + failed + open, 0);
  expect(sum).toBe(1);
});

test("the hours of many workflows are one query, and none gets those of another", async () => {
  const ctx = contextOf(server, acme.owner);
  const made = { projectId: acme.project.id, targetUrl: "http://127.0.0.1:9/" };
  const second = (await workflows.create(ctx, { ...made, name: "Zebra" })).workflow.id;
  await plant("FAILED", thisHour());
  await plant("SUCCEEDED", thisHour(), second);
  const shown: Record<string, Hour | undefined> = {};
  const queries = await queriesDuring(server, async () => {
    const { data } = await graphql<{
      project: { workflows: { nodes: { id: string; executionHours: Hour[] }[] } };
    }>(
      server.url,
      acme.viewer,
      `query ($id: ID!) { project(id: $id) { workflows { nodes {
        id executionHours { hour succeeded failed canceled open } } } } }`,
      { id: acme.project.id },
    );
    for (const { id, executionHours } of data.project.workflows.nodes) shown[id] = executionHours.at(-1);
  });
  expect(shown[acme.workflow.id]).toMatchObject({ failed: 1, succeeded: 0 });
  expect(shown[second]).toMatchObject({ failed: 0, succeeded: 1 });
  expect(queries.filter(({ sql }) => /COUNT/.test(sql))).toHaveLength(1);
});
