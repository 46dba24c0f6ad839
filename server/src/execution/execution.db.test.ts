import { POSTERN } from "../auth/principal.js";
import { createContext, type Due } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { startWorker } from "../queue/worker.js";
import { type Caller, graphql } from "../testing/client.js";
import { openReceiver, type Receiver, until } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import * as workflows from "../workflow/workflow.service.js";
import { claim, dueExecutions, finish } from "./claim.js";
import { Execution } from "./execution.entity.js";

let server: TestServer;
let receiver: Receiver | undefined;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await receiver?.close();
  receiver = undefined;
});
afterAll(() => server?.stop());

interface Attempt {
  number: number;
  responseStatus: number | null;
  durationMs: number | null;
  error: { code: string; message: string } | null;
}
interface Shown {
  status: string;
  input: unknown;
  output: unknown;
  error: { code: string; message: string } | null;
  nextAttemptAt: string | null;
  attempts: Attempt[];
}

const ALWAYS_LOOKING = { look: () => ({ everyMs: 20, overdueMs: 0 }) };
const system = () => createContext(server.runtime, { principal: POSTERN, requestId: "test" });
const trigger = (caller: Caller, input: object) =>
  graphql<{ triggerWorkflow: { execution: { id: string; status: string } } }>(
    server.url,
    caller,
    "mutation ($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { execution { id status } } }",
    { input },
  );
async function triggered(acme: World, input: object = {}): Promise<string> {
  const answer = await trigger(acme.owner, { workflowId: acme.workflow.id, ...input });
  expect(answer.errors).toEqual([]);
  return answer.data.triggerWorkflow.execution.id;
}
async function show(acme: World, id: string): Promise<Shown> {
  const { data } = await graphql<{ execution: Shown }>(
    server.url,
    acme.owner,
    `query ($id: ID!) { execution(id: $id) { status input output error { code message } nextAttemptAt
      attempts { number responseStatus durationMs error { code message } } } }`,
    { id },
  );
  return data.execution;
}
async function ended(acme: World, id: string): Promise<Shown> {
  await until(async () => ["SUCCEEDED", "FAILED"].includes((await show(acme, id)).status));
  return show(acme, id);
}

test("the answer comes after the commit: a trigger is in the database before its caller hears of it", async () => {
  receiver = await openReceiver(() => ({ hang: true }));
  const acme = await world(server, receiver.url);
  const id = await triggered(acme, { input: [1, "two", null] });
  const row = await server.runtime.database.read.findOneByOrFail(Execution, { id });
  expect(row).toMatchObject({ workflowId: acme.workflow.id, input: '[1,"two",null]', finishedAt: null });
});

test("a failed attempt is made once more, with the same webhook-id, and its success ends it", async () => {
  receiver = await openReceiver((_, count) =>
    count === 1 ? { status: 503, body: "busy" } : { body: "fine" },
  );
  const acme = await world(server, receiver.url);
  const id = await triggered(acme);
  await receiver.waitFor(1);
  await until(async () => (await show(acme, id)).nextAttemptAt !== null);
  const waiting = await show(acme, id);
  expect(waiting.status).toBe("RUNNING");
  const wait = Date.parse(waiting.nextAttemptAt ?? "") - server.now().getTime();
  expect(wait).toBeGreaterThan(1000);
  expect(wait).toBeLessThanOrEqual(5500);
  server.advance(5500);
  const done = await ended(acme, id);
  expect(done).toMatchObject({ status: "SUCCEEDED", output: "fine", error: null, nextAttemptAt: null });
  expect(done.attempts).toMatchObject([
    { number: 1, responseStatus: 503, error: { code: "HTTP_STATUS" } },
    { number: 2, responseStatus: 200, error: null },
  ]);
  expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual([id, id]);
});

test("when the last attempt fails too, the execution fails and says why", async () => {
  receiver = await openReceiver(() => ({ status: 500, body: JSON.stringify({ oops: true }) }));
  const acme = await world(server, receiver.url);
  await workflows.update(contextOf(server, acme.owner), { id: acme.workflow.id, maxAttempts: 2 });
  const id = await triggered(acme);
  await receiver.waitFor(1);
  await until(async () => (await show(acme, id)).nextAttemptAt !== null);
  server.advance(5500);
  const done = await ended(acme, id);
  expect(done).toMatchObject({ status: "FAILED", output: { oops: true }, error: { code: "HTTP_STATUS" } });
  expect(done.error?.message).toContain("500");
  expect(done.attempts).toHaveLength(2);
});

test.each([
  ["404", { status: 404 }, "HTTP_STATUS"],
  ["a redirect", { status: 302, headers: { location: "http://127.0.0.1:1/" } }, "REDIRECT"],
])("an answer of %s fails at once: making the same request again would not help", async (_, reply, code) => {
  receiver = await openReceiver(() => reply);
  const acme = await world(server, receiver.url);
  const done = await ended(acme, await triggered(acme));
  expect(done).toMatchObject({ status: "FAILED", error: { code } });
  expect(receiver.received).toHaveLength(1);
});

test("a target where nothing listens is told as such", async () => {
  const acme = await world(server, "http://127.0.0.1:9/");
  const id = await triggered(acme);
  await until(async () => (await show(acme, id)).attempts[0]?.error != null);
  expect((await show(acme, id)).attempts[0]?.error).toEqual({
    code: "UNREACHABLE",
    message: "Nothing listens at the target's address.",
  });
});

test("an address inside the network is not reached, however it is written, and the owner learns how to allow it", async () => {
  for (const url of [
    "http://[::1]:9/",
    "http://10.0.0.1/",
    "http://169.254.169.254/latest/",
    "http://0x0a000001/",
  ]) {
    const acme = await world(server, url);
    const done = await ended(acme, await triggered(acme));
    expect(done).toMatchObject({ status: "FAILED", error: { code: "TARGET_NOT_ALLOWED" } });
    expect(done.error?.message).toContain("TARGET_ALLOW");
  }
});

test("an answer is kept as its JSON or its text, and no more than 64 KiB of it", async () => {
  const replies = [
    { body: '{"a":1}' },
    { body: "plain", headers: { "content-type": "text/plain" } },
    { body: "not json" },
    { status: 204, body: "" },
    { body: "x".repeat(200_000), headers: { "content-type": "text/plain" } },
  ];
  receiver = await openReceiver((_, count) => replies[count - 1] ?? {});
  const acme = await world(server, receiver.url);
  const outputs: unknown[] = [];
  for (const _ of replies) outputs.push((await ended(acme, await triggered(acme))).output);
  expect(outputs).toEqual([{ a: 1 }, "plain", "not json", null, "x".repeat(64 * 1024)]);
});

test("input reaches the target as it came, whatever it is", async () => {
  receiver = await openReceiver();
  const acme = await world(server, receiver.url);
  const texts = [
    "null",
    "0",
    '"text"',
    "[]",
    '{"deep":{"ключ":["😀",1.5,false]},"__proto__":{"admin":true},"constructor":1}',
    "[9007199254740991,-9007199254740991,1e-7,123.456,1e+21]",
    '"\\u0000\\ud800 <script>"',
  ];
  for (const text of texts) await ended(acme, await triggered(acme, { input: JSON.parse(text) }));
  await triggered(acme);
  const bodies = (await receiver.waitFor(texts.length + 1)).map(({ body }) => JSON.parse(body).data.input);
  expect(bodies.map((input) => JSON.stringify(input))).toEqual([
    ...texts.map((text) => JSON.stringify(JSON.parse(text))),
    "null",
  ]);
});

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
test.each([
  ["more than 256 KiB", "x".repeat(256 * 1024), "input.input"],
  ["33 levels", nested(33), "input.input"],
])("an input of %s is refused, and nothing is started", async (_, input, path) => {
  const acme = await world(server);
  const answer = await trigger(acme.owner, { workflowId: acme.workflow.id, input });
  expect(answer.code).toBe("BAD_USER_INPUT");
  expect(answer.errors[0]?.extensions.fields?.[0]?.path).toBe(path);
  expect(await server.runtime.database.read.countBy(Execution, { workflowId: acme.workflow.id })).toBe(0);
});

test("an input that is written into the query is JSON too: no enum values, no integers that would become others", async () => {
  const acme = await world(server);
  const literal = (input: string) =>
    graphql(
      server.url,
      acme.owner,
      `mutation { triggerWorkflow(input: { workflowId: "${acme.workflow.id}", input: ${input} }) {
      execution { input } } }`,
    );
  expect((await literal('{ a: [1, -2.5, "x", true, null], b: { __proto__: 1 } }')).data).toEqual({
    triggerWorkflow: { execution: { input: JSON.parse('{"a":[1,-2.5,"x",true,null],"b":{"__proto__":1}}') } },
  });
  for (const input of ["{ a: ENUM }", "[12345678901234567890]", "1e400"]) {
    expect((await literal(input)).code).toBe("GRAPHQL_VALIDATION_FAILED");
  }
});

test("32 levels and 256 KiB are not too much", async () => {
  const acme = await world(server);
  await triggered(acme, { input: nested(32) });
  await triggered(acme, { input: "x".repeat(256 * 1024 - 2) });
});

test("a workflow is named by its id, or by its slug and project; a project's own key needs the slug alone", async () => {
  const acme = await world(server);
  const key = await acme.projectKey();
  const shared = await acme.organizationKey();
  const { slug } = acme.workflow;
  expect((await trigger(key, { workflow: slug })).errors).toEqual([]);
  expect((await trigger(shared, { workflow: slug, projectId: acme.project.id })).errors).toEqual([]);
  expect((await trigger(shared, { workflow: slug })).code).toBe("BAD_USER_INPUT");
  expect((await trigger(shared, {})).code).toBe("BAD_USER_INPUT");
  expect((await trigger(shared, { workflow: slug, workflowId: acme.workflow.id })).code).toBe(
    "BAD_USER_INPUT",
  );
  expect((await trigger(shared, { workflow: slug, projectId: acme.foreignProject.id })).code).toBe(
    "NOT_FOUND",
  );
  expect((await trigger(key, { workflow: "no-such" })).code).toBe("NOT_FOUND");
});

test("who triggered it stays true after the key is gone", async () => {
  const acme = await world(server);
  const key = await acme.organizationKey();
  const { data } = await trigger(key, { workflowId: acme.workflow.id });
  await graphql(server.url, acme.owner, "mutation ($id: ID!) { deleteApiKey(id: $id) }", { id: key.id });
  const read = await graphql(
    server.url,
    acme.owner,
    "query ($id: ID!) { execution(id: $id) { triggeredBy { kind name apiKeyId user { id } apiKey { id } } } }",
    { id: data.triggerWorkflow.execution.id },
  );
  expect(read.data).toEqual({
    execution: {
      triggeredBy: { kind: "API_KEY", name: "Org key", apiKeyId: key.id, user: null, apiKey: null },
    },
  });
});

/** An execution that waits for its second attempt, so that a test can be the worker that makes it. */
async function parked(acme: World): Promise<Due> {
  const id = await triggered(acme);
  const row = () => server.runtime.database.read.findOneByOrFail(Execution, { id });
  await until(async () => (await row()).failedAttempts === 1);
  return { id, workflowId: acme.workflow.id, fence: (await row()).fence };
}

test("of many workers after one execution, one gets it; after its lease only the next one's outcome counts", async () => {
  const acme = await world(server, "http://127.0.0.1:9/");
  const waiting = await parked(acme);
  const later = () => new Date(server.now().getTime() + 6000);
  const at = (clock: () => Date) => ({ ...system(), clock });
  const claims = await Promise.all(Array.from({ length: 20 }, () => claim(at(later), waiting)));
  const held = claims.filter((one) => one !== null);
  expect(held).toHaveLength(1);
  const [slow] = held;
  if (!slow) throw new Error("Nobody got it.");

  // The first one sleeps past its lease; another takes over, and the first one's result no longer counts.
  const afterLease = () => new Date(server.now().getTime() + 40_000);
  const next = await claim(at(afterLease), { ...waiting, fence: slow.fence });
  if (!next) throw new Error("The lease did not end.");
  const success = { kind: "SUCCEEDED", responseStatus: 200, output: '"late"' } as const;
  expect(await finish(at(afterLease), slow, success)).toBe(false);
  expect(await finish(at(afterLease), next, { ...success, output: '"right"' })).toBe(true);
  const done = await show(acme, waiting.id);
  expect(done).toMatchObject({ status: "SUCCEEDED", output: "right" });
  expect(done.attempts.map(({ error }) => error?.code ?? null)).toEqual(["UNREACHABLE", "INTERRUPTED", null]);
});

test("an execution whose worker died is taken over when its lease ends, and that costs it no attempt", async () => {
  receiver = await openReceiver((_, count) => (count === 1 ? { hang: true } : {}));
  const acme = await world(server, receiver.url);
  const id = await triggered(acme);
  await receiver.waitFor(1);
  await inTransaction(system(), (ctx) => ctx.db.update(Execution, { id }, { dueAt: server.now() }));
  const other = startWorker(server.runtime, { ...ALWAYS_LOOKING, stopWithinMs: 0 });
  const done = await ended(acme, id);
  await other.stop();
  expect(done.status).toBe("SUCCEEDED");
  expect(done.attempts[0]?.error?.code).toBe("INTERRUPTED");
  expect((await server.runtime.database.read.findOneByOrFail(Execution, { id })).failedAttempts).toBe(0);
});

test("a server that stops hands back what it could not end, and the next one ends it", async () => {
  receiver = await openReceiver((_, count) => (count === 1 ? { hang: true } : {}));
  const acme = await world(server, receiver.url);
  const id = await triggered(acme);
  await receiver.waitFor(1);
  await server.restart();
  const done = await ended(acme, id);
  expect(done.status).toBe("SUCCEEDED");
  expect(done.attempts.map(({ error }) => error?.code ?? null)).toEqual(["INTERRUPTED", null]);
  expect((await server.runtime.database.read.findOneByOrFail(Execution, { id })).failedAttempts).toBe(0);
});

test("several workers on one database deliver each execution once", async () => {
  receiver = await openReceiver();
  const acme = await world(server, receiver.url);
  const others = [startWorker(server.runtime, ALWAYS_LOOKING), startWorker(server.runtime, ALWAYS_LOOKING)];
  const ids = await Promise.all(Array.from({ length: 60 }, () => triggered(acme)));
  await Promise.all(ids.map((id) => ended(acme, id)));
  await Promise.all(others.map((worker) => worker.stop()));
  expect(receiver.received.map(({ headers }) => headers["webhook-id"]).sort()).toEqual([...ids].sort());
  const due = await dueExecutions(system(), { before: server.now(), limit: 1000 });
  expect(due.filter(({ id }) => ids.includes(id))).toEqual([]);
});
