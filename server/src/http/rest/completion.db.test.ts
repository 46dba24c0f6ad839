import { newId } from "../../ids.js";
import { anonymous, type Caller, graphql } from "../../testing/client.js";
import { type Answering, openReceiver, type Receiver, until } from "../../testing/receiver.js";
import { rest } from "../../testing/rest.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";
import { contextOf, type World, world } from "../../testing/world.js";
import type { UpdateWorkflowInput } from "../../workflow/workflow.inputs.js";
import * as workflows from "../../workflow/workflow.service.js";

let server: TestServer;
let receivers: Receiver[] = [];
beforeAll(async () => {
  server = await startTestServer();
  server.stopClock();
});
afterEach(async () => {
  await Promise.all(receivers.map((receiver) => receiver.close()));
  receivers = [];
});
afterAll(() => server?.stop());

interface Delivered {
  acme: World;
  id: string;
  /** As the delivery's body says it. */
  token: string;
  receiver: Receiver;
}

const ACCEPTED: Answering = () => ({ status: 202, body: '{"accepted":true}' });
const tokenIn = (body: string): string => JSON.parse(body).data.completion.token;

/** An execution whose first delivery has come. */
async function delivered(
  answer: Answering = ACCEPTED,
  settings: Partial<UpdateWorkflowInput> = {},
): Promise<Delivered> {
  const receiver = await openReceiver(answer);
  receivers.push(receiver);
  const acme = await world(server, receiver.url);
  await workflows.update(contextOf(server, acme.owner), { id: acme.workflow.id, ...settings });
  const started = await rest(server.url, acme.owner, "POST", `/workflows/${acme.workflow.id}/executions`);
  expect(started.status).toBe(202);
  const [first] = await receiver.waitFor(1);
  return { acme, id: started.body.id, token: tokenIn(first?.body ?? ""), receiver };
}

/** The same, once its target's 202 is recorded. */
async function working(settings?: Partial<UpdateWorkflowInput>): Promise<Delivered> {
  const one = await delivered(ACCEPTED, settings);
  await until(async () => (await show(one)).completionDeadline !== null);
  return one;
}

interface Shown {
  status: string;
  output: unknown;
  error: { code: string; message: string } | null;
  completionDeadline: string | null;
  nextAttemptAt: string | null;
  finishedAt: string | null;
  attempts: { finishedAt: string | null; responseStatus: number | null; error: { code: string } | null }[];
}
const show = async ({ acme, id }: Delivered): Promise<Shown> =>
  (await rest(server.url, acme.owner, "GET", `/executions/${id}`)).body as unknown as Shown;
const report = (id: string, token: string, body: unknown) =>
  rest(server.url, { key: token }, "POST", `/executions/${id}/completion`, { body });
const SUCCEEDED = { status: "SUCCEEDED", output: { pages: 12 } };

test("a target that answered 202 reports success once; the second report changes nothing", async () => {
  const one = await working();
  expect(await show(one)).toMatchObject({ status: "RUNNING", finishedAt: null, nextAttemptAt: null });
  const first = await report(one.id, one.token, SUCCEEDED);
  expect(first.status).toBe(200);
  expect(first.body).toEqual({ id: one.id, status: "SUCCEEDED", finishedAt: expect.any(String) });
  const end = await show(one);
  expect(end).toMatchObject({ status: "SUCCEEDED", output: { pages: 12 }, error: null });
  expect(end.completionDeadline).toBeNull();
  expect(end.attempts).toMatchObject([{ responseStatus: 202, error: null }]);
  const second = await report(one.id, one.token, { status: "FAILED", error: "no" });
  expect([second.status, second.body.code]).toEqual([409, "CONFLICT"]);
  expect(await show(one)).toEqual(end);
  expect(one.receiver.received).toHaveLength(1);
});

test.each([
  [
    "a text",
    "  The printer is out of paper.\n",
    { code: "TARGET_FAILED", message: "The printer is out of paper." },
  ],
  [
    "code and message",
    { code: "NO_PAPER", message: "The printer is out of paper." },
    { code: "NO_PAPER", message: "The printer is out of paper." },
  ],
  ["a message alone", { message: "No." }, { code: "TARGET_FAILED", message: "No." }],
  ["600 characters", "😀".repeat(600), { code: "TARGET_FAILED", message: "😀".repeat(500) }],
])("failure is reported with %s", async (_, error, kept) => {
  const one = await working();
  const { status, body } = await report(one.id, one.token, { status: "FAILED", error, output: [1] });
  expect([status, body["status"]]).toEqual([200, "FAILED"]);
  expect(await show(one)).toMatchObject({ status: "FAILED", error: kept, output: [1] });
});

test("nothing but the delivery's own token completes it, whether or not there is such an execution", async () => {
  const one = await working();
  const other = await working();
  const key = await one.acme.projectKey("PRIVILEGED");
  const tell = (caller: Caller, id = one.id, headers = {}) =>
    rest(server.url, caller, "POST", `/executions/${id}/completion`, { body: SUCCEEDED, headers });
  for (const [caller, reason] of [
    [anonymous, "MISSING"],
    [one.acme.owner, "MISSING"],
    [key, "INVALID"],
    [{ key: other.token }, "INVALID"],
    [{ key: `${one.token.slice(0, -1)}${one.token.endsWith("0") ? "1" : "0"}` }, "INVALID"],
    [{ key: one.token.toUpperCase() }, "INVALID"],
  ] as const) {
    const { status, headers, body } = await tell(caller);
    expect([status, body.code, body["reason"]]).toEqual([401, "UNAUTHENTICATED", reason]);
    expect(headers.get("www-authenticate")).toBe('Bearer realm="postern"');
  }
  expect((await tell(anonymous, one.id, { "x-api-key": one.token })).status).toBe(401);
  expect((await tell({ key: one.token }, newId("execution"))).status).toBe(401);
  expect((await tell({ key: one.token }, "nonsense")).status).toBe(401);
  // Before the body is looked at.
  expect((await report(one.id, other.token, "{")).status).toBe(401);
  expect((await show(one)).status).toBe("RUNNING");
});

test("a completion token opens nothing else", async () => {
  const { acme, id, token } = await working();
  const target = { key: token };
  for (const [method, path] of [
    ["GET", `/executions/${id}`],
    ["POST", `/workflows/${acme.workflow.id}/executions`],
    ["GET", `/organizations/${acme.organization.id}/audit-log.csv`],
  ] as const) {
    const { status, body } = await rest(server.url, target, method, path);
    expect([status, body["reason"]]).toEqual([401, "INVALID"]);
  }
  const { status, errors } = await graphql(server.url, target, "{ viewer { __typename } }");
  expect([status, errors[0]?.extensions.reason]).toEqual([401, "INVALID"]);
});

test("the report may overtake the answer 202", async () => {
  let reported = 0;
  const one = await delivered(async ({ headers, body }) => {
    reported = (await report(String(headers["webhook-id"]), tokenIn(body), SUCCEEDED)).status;
    return { status: 202, body: '"late"' };
  });
  await until(() => reported !== 0);
  expect(reported).toBe(200);
  // Long after the answer has come, the report stands.
  await until(async () => (await show(one)).attempts[0]?.finishedAt !== null);
  server.advance(2 * 24 * 60 * 60 * 1000);
  // Its owner's session is over by then.
  const key = await one.acme.projectKey("VIEWER");
  const shown = await rest(server.url, key, "GET", `/executions/${one.id}`);
  expect(shown.body).toMatchObject({ status: "SUCCEEDED", output: { pages: 12 }, completionDeadline: null });
  expect(one.receiver.received).toHaveLength(1);
});

test("after an answer that was lost, the report ends the execution, and no further attempt is made", async () => {
  const one = await delivered(() => ({ hang: true }), { timeoutSeconds: 1 });
  await until(async () => (await show(one)).nextAttemptAt !== null);
  expect((await show(one)).attempts).toMatchObject([{ error: { code: "TIMEOUT" } }]);
  expect((await report(one.id, one.token, SUCCEEDED)).status).toBe(200);
  server.advance(10 * 60 * 1000);
  // The worker has looked at what is due when another execution has come through.
  const other = await rest(
    server.url,
    one.acme.owner,
    "POST",
    `/workflows/${one.acme.workflow.id}/executions`,
  );
  await until(() => one.receiver.received.some(({ headers }) => headers["webhook-id"] === other.body.id));
  expect(one.receiver.received.filter(({ headers }) => headers["webhook-id"] === one.id)).toHaveLength(1);
  expect(await show(one)).toMatchObject({ status: "SUCCEEDED", output: { pages: 12 } });
});

test("a target that never reports fails at the deadline, and its report comes too late", async () => {
  const one = await working({ completionTimeoutSeconds: 60 });
  server.advance(61_000);
  await until(async () => (await show(one)).status === "FAILED");
  expect(await show(one)).toMatchObject({ error: { code: "COMPLETION_TIMEOUT" }, completionDeadline: null });
  const late = await report(one.id, one.token, SUCCEEDED);
  expect([late.status, late.body.code]).toEqual([409, "CONFLICT"]);
});

test("what was canceled cannot be completed", async () => {
  const one = await working();
  await graphql(server.url, one.acme.owner, "mutation ($id: ID!) { cancelExecution(id: $id) { id } }", {
    id: one.id,
  });
  expect((await report(one.id, one.token, SUCCEEDED)).status).toBe(409);
  expect((await show(one)).status).toBe("CANCELED");
});

test("a report at fault is refused with its place, repeats nothing, and can be sent again", async () => {
  const one = await working();
  const tooMuch = "x".repeat(64 * 1024);
  for (const [body, paths] of [
    [undefined, ["body"]],
    ["[]", ["body"]],
    [{}, ["body/status"]],
    [{ status: "hunter2" }, ["body/status"]],
    [{ status: "CANCELED" }, ["body/status"]],
    [{ status: "SUCCEEDED", error: "hunter2" }, ["body"]],
    [{ status: "SUCCEEDED", hunter2: 1 }, ["body"]],
    [{ status: "FAILED" }, ["body/error"]],
    [{ status: "FAILED", error: " " }, ["body/error"]],
    [{ status: "FAILED", error: { code: "hunter2 with spaces", message: "x" } }, ["body/error/code"]],
    [{ status: "FAILED", error: { code: "A" } }, ["body/error"]],
    [{ status: "SUCCEEDED", output: tooMuch }, ["body/output"]],
    ['{"status":"SUCCEEDED","output":9007199254740993}', undefined],
  ] as const) {
    const answer = await report(one.id, one.token, body);
    expect([answer.status, answer.body.code]).toEqual([400, "BAD_USER_INPUT"]);
    expect(answer.body.fields?.map(({ path }) => path)).toEqual(paths);
    expect(JSON.stringify(answer.body)).not.toMatch(/hunter2|xxx/);
  }
  const huge = await report(one.id, one.token, JSON.stringify({ output: "x".repeat(513 * 1024) }));
  expect([huge.status, huge.body.code]).toEqual([413, "PAYLOAD_TOO_LARGE"]);
  expect((await show(one)).status).toBe("RUNNING");
  const fits = { status: "SUCCEEDED", output: tooMuch.slice(2) };
  expect((await report(one.id, one.token, fits)).status).toBe(200);
  expect((await show(one)).output).toBe(fits.output);
});

test("of 20 reports at once one counts", async () => {
  const one = await working();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => report(one.id, one.token, { status: "SUCCEEDED", output: n })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
  const winner = answers.findIndex(({ status }) => status === 200);
  expect((await show(one)).output).toBe(winner);
});

test("a token works after a restart, and was never logged", async () => {
  const one = await working();
  await server.restart();
  expect((await report(one.id, one.token, SUCCEEDED)).status).toBe(200);
  expect(server.logged.join("\n")).toContain(`/api/v1/executions/${one.id}/completion`);
  expect(server.logged.filter((line) => line.includes("pst_"))).toEqual([]);
});
