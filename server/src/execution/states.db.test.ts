import { type Caller, graphql } from "../testing/client.js";
import { act, ended, failedAttempts, rowOf, show, trigger, triggered } from "../testing/executions.js";
import { openReceiver, type Receiver, type Reply, until } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import * as workflows from "../workflow/workflow.service.js";
import { trigger as start } from "./trigger.js";

let server: TestServer;
let receiver: Receiver;
/** How the receiver answers next. */
let reply: Reply | (() => Promise<Reply>) = {};
beforeAll(async () => {
  server = await startTestServer();
  server.stopClock();
  receiver = await openReceiver(() => (typeof reply === "function" ? reply() : reply));
});
beforeEach(() => {
  reply = {};
});
afterAll(async () => {
  await receiver?.close();
  await server?.stop();
});

const HOUR_MS = 60 * 60 * 1000;

/** An execution that no worker takes yet: it is due in an hour. */
async function queued(acme: World): Promise<string> {
  const later = () => new Date(server.now().getTime() + HOUR_MS);
  const ctx = { ...contextOf(server, acme.owner), clock: later };
  const { execution } = await start(ctx, { workflowId: acme.workflow.id });
  return execution?.id ?? "";
}

/** One whose first attempt has failed. */
async function waiting(acme: World): Promise<string> {
  reply = { status: 503 };
  const id = await triggered(server, acme);
  await failedAttempts(server, id, 1);
  return id;
}

/** One whose target works on. */
async function accepted(acme: World): Promise<string> {
  reply = { status: 202 };
  const id = await triggered(server, acme);
  await until(async () => (await rowOf(server, id)).completionDeadline !== null);
  return id;
}

/** One whose target has the request and does not answer until it is let. */
async function underWay(acme: World): Promise<{ id: string; answer: () => void }> {
  let answer = () => {};
  const allowed = new Promise<void>((done) => {
    answer = done;
  });
  reply = async () => {
    await allowed;
    return {};
  };
  const before = receiver.received.length;
  const id = await triggered(server, acme);
  await receiver.waitFor(before + 1);
  return { id, answer };
}

const deliveriesOf = (id: string) =>
  receiver.received.filter(({ headers }) => headers["webhook-id"] === id).length;
const endedElsewhere = (id: string) =>
  server.logged.some((line) => line.includes(id) && line.includes("had ended, or had another holder"));

describe("cancelExecution", () => {
  test("ends one that waits for its first attempt, and none is made", async () => {
    const acme = await world(server, receiver.url);
    const id = await queued(acme);
    expect((await show(server, acme, id)).status).toBe("QUEUED");
    const { data, errors } = await act(server, acme.owner, "cancelExecution", id);
    expect(errors).toEqual([]);
    expect(data["cancelExecution"]).toMatchObject({ status: "CANCELED", nextAttemptAt: null, attempts: [] });
    server.advance(HOUR_MS);
    await ended(server, acme, await triggered(server, acme));
    expect(deliveriesOf(id)).toBe(0);
  });

  test("ends one whose attempt is under way; the target's late answer changes nothing", async () => {
    const acme = await world(server, receiver.url);
    const { id, answer } = await underWay(acme);
    expect((await act(server, acme.owner, "cancelExecution", id)).errors).toEqual([]);
    const canceled = await show(server, acme, id);
    expect(canceled).toMatchObject({
      status: "CANCELED",
      output: null,
      attempts: [{ number: 1, responseStatus: null, error: { code: "CANCELED" } }],
    });
    answer();
    await until(() => endedElsewhere(id));
    expect(await show(server, acme, id)).toEqual(canceled);
  });

  test("ends one that waits for its next attempt, and that is not made", async () => {
    const acme = await world(server, receiver.url);
    const id = await waiting(acme);
    expect((await act(server, acme.owner, "cancelExecution", id)).errors).toEqual([]);
    expect(await show(server, acme, id)).toMatchObject({
      status: "CANCELED",
      nextAttemptAt: null,
      attempts: [{ responseStatus: 503, error: { code: "HTTP_STATUS" } }],
    });
    server.advance(6000);
    reply = {};
    await ended(server, acme, await triggered(server, acme));
    expect(deliveriesOf(id)).toBe(1);
  });

  test("ends one whose target works on", async () => {
    const acme = await world(server, receiver.url);
    const id = await accepted(acme);
    expect((await act(server, acme.owner, "cancelExecution", id)).errors).toEqual([]);
    expect(await show(server, acme, id)).toMatchObject({ status: "CANCELED", completionDeadline: null });
  });

  test("is CONFLICT for one that has ended, and says how", async () => {
    const acme = await world(server, receiver.url);
    const done = await triggered(server, acme);
    await ended(server, acme, done);
    const canceled = await queued(acme);
    await act(server, acme.owner, "cancelExecution", canceled);
    for (const [id, status] of [
      [done, "SUCCEEDED"],
      [canceled, "CANCELED"],
    ] as const) {
      const refused = await act(server, acme.owner, "cancelExecution", id);
      expect(refused.code).toBe("CONFLICT");
      expect(refused.errors[0]?.message).toContain(status);
    }
  });

  test("ends it for one of twenty who try at once", async () => {
    const acme = await world(server, receiver.url);
    const id = await queued(acme);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => act(server, acme.owner, "cancelExecution", id)),
    );
    expect(answers.filter(({ code }) => code === "")).toHaveLength(1);
    expect(answers.filter(({ code }) => code === "CONFLICT")).toHaveLength(19);
  });
});

describe("retryExecution", () => {
  const started = async (caller: Caller, id: string) => {
    const { data, errors } = await act(server, caller, "retryExecution", id);
    expect(errors).toEqual([]);
    return data["retryExecution"]?.id ?? "";
  };

  test("starts the same again, however the first one ended, in the name of whoever retries", async () => {
    const acme = await world(server, receiver.url);
    const input = { invoice: [7, null, "ü"] };
    const succeeded = await triggered(server, acme, { input });
    await ended(server, acme, succeeded);
    reply = { status: 400 };
    const failed = await triggered(server, acme, { input });
    await ended(server, acme, failed);
    const canceled = await queued(acme);
    await act(server, acme.owner, "cancelExecution", canceled);
    reply = {};
    for (const first of [succeeded, failed, canceled]) {
      const before = await show(server, acme, first);
      const id = await started(acme.editor, first);
      expect(id).not.toBe(first);
      const again = await ended(server, acme, id);
      expect(again).toMatchObject({ status: "SUCCEEDED", input: before.input, retryOfId: first });
      expect((await rowOf(server, id)).triggeredBy).toMatchObject({ kind: "USER", name: acme.editor.name });
      expect(await show(server, acme, first)).toEqual(before);
      expect(deliveriesOf(id)).toBe(1);
    }
  });

  test("is CONFLICT while the first one has not ended", async () => {
    const acme = await world(server, receiver.url);
    for (const id of [await queued(acme), await waiting(acme), await accepted(acme)]) {
      expect((await act(server, acme.owner, "retryExecution", id)).code).toBe("CONFLICT");
    }
  });

  test("is refused where a trigger would be: the workflow is disabled, or gone", async () => {
    const acme = await world(server, receiver.url);
    const ctx = contextOf(server, acme.owner);
    const id = await triggered(server, acme);
    await ended(server, acme, id);
    await workflows.update(ctx, { id: acme.workflow.id, enabled: false });
    expect((await act(server, acme.owner, "retryExecution", id)).code).toBe("CONFLICT");
    await workflows.remove(ctx, acme.workflow.id);
    expect((await act(server, acme.owner, "retryExecution", id)).code).toBe("NOT_FOUND");
    expect((await show(server, acme, id)).status).toBe("SUCCEEDED");
  });

  test("can be retried itself, and leads to the one that it repeats", async () => {
    const acme = await world(server, receiver.url);
    const first = await triggered(server, acme);
    await ended(server, acme, first);
    const second = await started(acme.owner, first);
    await ended(server, acme, second);
    const third = await started(acme.owner, second);
    expect((await show(server, acme, third)).retryOfId).toBe(second);
  });
});

/** One execution in each state. */
async function everyState(acme: World) {
  const succeeded = await triggered(server, acme);
  await ended(server, acme, succeeded);
  reply = { status: 400 };
  const failed = await triggered(server, acme);
  await ended(server, acme, failed);
  const open = [await queued(acme), await waiting(acme), await accepted(acme)];
  const { id, answer } = await underWay(acme);
  return { succeeded, failed, open: [...open, id], underWay: id, answer };
}

const statusesOf = async (ids: string[]) => {
  const rows = await Promise.all(ids.map((id) => rowOf(server, id)));
  return rows.map(({ status, dueAt, finishedAt }) => [status, dueAt, finishedAt !== null]);
};

test("deleting a workflow cancels what had to run; what has run stays and leads to it; its slug is free", async () => {
  const acme = await world(server, receiver.url);
  const { id: workflowId, slug } = acme.workflow;
  const states = await everyState(acme);
  const remove = "mutation ($id: ID!) { deleteWorkflow(id: $id) }";
  expect((await graphql(server.url, acme.owner, remove, { id: workflowId })).errors).toEqual([]);
  expect(await statusesOf(states.open)).toEqual(states.open.map(() => ["CANCELED", null, true]));
  expect(await statusesOf([states.succeeded, states.failed])).toEqual([
    ["SUCCEEDED", null, true],
    ["FAILED", null, true],
  ]);
  expect((await show(server, acme, states.underWay)).attempts).toMatchObject([
    { error: { code: "CANCELED" } },
  ]);
  states.answer();
  await until(() => endedElsewhere(states.underWay));
  expect((await rowOf(server, states.underWay)).status).toBe("CANCELED");

  const { data } = await graphql(
    server.url,
    acme.owner,
    `query ($workflow: ID!, $execution: ID!, $project: ID!, $slug: String!) {
      workflow(id: $workflow) { id }
      project(id: $project) { workflow(slug: $slug) { id } workflows { totalCount } executions { totalCount } }
      execution(id: $execution) { workflow { id name slug deletedAt executions { totalCount } } } }`,
    { workflow: workflowId, execution: states.succeeded, project: acme.project.id, slug },
  );
  expect(data).toEqual({
    workflow: null,
    project: { workflow: null, workflows: { totalCount: 0 }, executions: { totalCount: 6 } },
    execution: {
      workflow: {
        id: workflowId,
        name: acme.workflow.name,
        slug,
        deletedAt: expect.any(String),
        executions: { totalCount: 6 },
      },
    },
  });
  for (const mutation of [
    remove,
    "mutation ($id: ID!) { rotateWorkflowSigningSecret(id: $id) { signingSecret } }",
  ]) {
    expect((await graphql(server.url, acme.owner, mutation, { id: workflowId })).code).toBe("NOT_FOUND");
  }
  const again = await workflows.create(contextOf(server, acme.owner), {
    projectId: acme.project.id,
    name: "Another",
    slug,
    targetUrl: receiver.url,
  });
  reply = {};
  const found = await trigger(server, acme.owner, { workflow: slug, projectId: acme.project.id });
  expect((await rowOf(server, found.data.triggerWorkflow.execution?.id ?? "")).workflowId).toBe(
    again.workflow.id,
  );
});

test.each(["deleteProject", "deleteOrganization"])("%s cancels what had to run", async (mutation) => {
  const acme = await world(server, receiver.url);
  const states = await everyState(acme);
  const id = mutation === "deleteProject" ? acme.project.id : acme.organization.id;
  const { errors } = await graphql(server.url, acme.owner, `mutation ($id: ID!) { ${mutation}(id: $id) }`, {
    id,
  });
  expect(errors).toEqual([]);
  states.answer();
  expect(await statusesOf(states.open)).toEqual(states.open.map(() => ["CANCELED", null, true]));
  expect((await trigger(server, acme.owner, { workflowId: acme.workflow.id })).code).toBe("NOT_FOUND");
  for (const one of ["cancelExecution", "retryExecution"] as const) {
    expect((await act(server, acme.owner, one, states.failed)).code).toBe("NOT_FOUND");
  }
});

test("a trigger in the moment of the delete is refused, delivered or canceled, and never left open", async () => {
  let acceptedInAll = 0;
  for (let round = 0; round < 15; round++) {
    const acme = await world(server, receiver.url);
    const input = { workflowId: acme.workflow.id };
    const triggers = Array.from({ length: 8 }, () => trigger(server, acme.owner, input));
    await Promise.race(triggers.slice(0, 1 + (round % 4)));
    await workflows.remove(contextOf(server, acme.owner), acme.workflow.id);
    const answers = await Promise.all(triggers);
    for (const { code, data } of answers) {
      expect(["", "NOT_FOUND"]).toContain(code);
      if (code !== "") continue;
      acceptedInAll++;
      const id = data.triggerWorkflow.execution?.id ?? "";
      await until(async () => ["SUCCEEDED", "CANCELED"].includes((await rowOf(server, id)).status));
    }
  }
  expect(acceptedInAll).toBeGreaterThan(0);
});

test("executions are listed by when they were started: since is the first instant, until the first one after", async () => {
  const acme = await world(server, receiver.url);
  const ids: string[] = [];
  const at: string[] = [];
  for (let n = 0; n < 4; n++) {
    ids.push(await triggered(server, acme));
    at.push((await rowOf(server, ids[n] ?? "")).createdAt.toISOString());
    server.advance(1000);
  }
  const list = async (filter: object) => {
    const { data } = await graphql<{
      project: { executions: { nodes: { id: string }[]; totalCount: number } };
    }>(
      server.url,
      acme.owner,
      `query ($id: ID!, $filter: ExecutionFilter) { project(id: $id) {
        executions(filter: $filter) { totalCount nodes { id } } } }`,
      { id: acme.project.id, filter },
    );
    const { nodes, totalCount } = data.project.executions;
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ id }) => ids.indexOf(id));
  };
  expect(await list({})).toEqual([3, 2, 1, 0]);
  expect(await list({ since: at[1] })).toEqual([3, 2, 1]);
  expect(await list({ until: at[2] })).toEqual([1, 0]);
  expect(await list({ since: at[1], until: at[3], workflowId: acme.workflow.id })).toEqual([2, 1]);
  expect(await list({ since: at[2], until: at[2] })).toEqual([]);
  expect(await list({ status: [] })).toEqual([]);
});
