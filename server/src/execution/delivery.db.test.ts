import { Webhook } from "standardwebhooks";
import { startWorker, type Worker } from "../queue/worker.js";
import { graphql } from "../testing/client.js";
import {
  ALWAYS_LOOKING,
  ended,
  failedAttempts,
  rowOf,
  show,
  trigger,
  triggered,
} from "../testing/executions.js";
import { openReceiver, type Received, type Receiver, type Reply } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import { rotateSigningSecret } from "../workflow/signing-secret.js";
import { Workflow } from "../workflow/workflow.entity.js";
import * as workflows from "../workflow/workflow.service.js";

let server: TestServer;
let worker: Worker;
let receiver: Receiver | undefined;
beforeAll(async () => {
  server = await startTestServer();
  server.stopClock();
  worker = startWorker(server.runtime, ALWAYS_LOOKING);
});
afterEach(async () => {
  await receiver?.close();
  receiver = undefined;
});
afterAll(async () => {
  await worker?.stop();
  await server?.stop();
});

/** Whether a receiver that holds this secret takes the delivery. */
function verifies(secret: string, { body, headers }: Received): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}

const signatures = ({ headers }: Received): string[] => String(headers["webhook-signature"]).split(" ");

async function delivered(acme: World): Promise<Received> {
  if (!receiver) throw new Error("There is no receiver.");
  const before = receiver.received.length;
  await ended(server, acme, await triggered(server, acme));
  const got = receiver.received[before];
  if (!got) throw new Error("Nothing was delivered.");
  return got;
}

test("while a signing secret rotates, each delivery is signed with both; afterwards with the new one alone", async () => {
  receiver = await openReceiver();
  const acme = await world(server, receiver.url);
  const ctx = contextOf(server, acme.owner);
  const rotate = async (grace: number) =>
    (await rotateSigningSecret(ctx, acme.workflow.id, grace)).signingSecret;
  const one = acme.signingSecret;
  expect(signatures(await delivered(acme))).toHaveLength(1);

  const two = await rotate(60);
  const between = await delivered(acme);
  expect(signatures(between)).toHaveLength(2);
  expect([one, two].map((secret) => verifies(secret, between))).toEqual([true, true]);

  const three = await rotate(60);
  const again = await delivered(acme);
  expect([one, two, three].map((secret) => verifies(secret, again))).toEqual([false, true, true]);

  server.advance(60_000);
  const after = await delivered(acme);
  expect(signatures(after)).toHaveLength(1);
  expect([two, three].map((secret) => verifies(secret, after))).toEqual([false, true]);

  const four = await rotate(0);
  const atOnce = await delivered(acme);
  expect([three, four].map((secret) => verifies(secret, atOnce))).toEqual([false, true]);
});

test("a signing secret that cannot be opened is Postern's fault and said so; nothing is sent without it", async () => {
  receiver = await openReceiver();
  const acme = await world(server, receiver.url);
  const { id } = acme.workflow;
  const { database } = server.runtime;
  const { sealedSigningSecret: good } = await database.read.findOneByOrFail(Workflow, { id });
  const seal = (sealedSigningSecret: string) =>
    database.transaction((db) => db.update(Workflow, { id }, { sealedSigningSecret }));
  await seal(`${good.slice(0, -4)}AAAA`);
  const execution = await triggered(server, acme);
  await failedAttempts(server, execution, 1);
  expect((await show(server, acme, execution)).attempts).toMatchObject([
    { responseStatus: null, error: { code: "NOT_SENT" } },
  ]);
  expect(receiver.received).toEqual([]);
  await seal(good);
  server.advance(6000);
  expect((await ended(server, acme, execution)).status).toBe("SUCCEEDED");
});

test.each([-1, 2_592_001])("a grace of %s seconds for a signing secret is refused", async (graceSeconds) => {
  const acme = await world(server);
  const refused = await graphql(
    server.url,
    acme.owner,
    "mutation ($id: ID!, $graceSeconds: Int) { rotateWorkflowSigningSecret(id: $id, graceSeconds: $graceSeconds) { signingSecret } }",
    { id: acme.workflow.id, graceSeconds },
  );
  expect(refused.code).toBe("BAD_USER_INPUT");
  expect(refused.errors[0]?.extensions.fields?.[0]?.path).toBe("graceSeconds");
});

test("every attempt has the same webhook-id and the same body, and a signature of its own time", async () => {
  receiver = await openReceiver((_, count) => ({ status: count < 3 ? 503 : 200, body: "fine" }));
  const acme = await world(server, receiver.url);
  const id = await triggered(server, acme, { input: { a: "Ü" } });
  await failedAttempts(server, id, 1);
  expect((await show(server, acme, id)).status).toBe("RUNNING");
  server.advance(6000);
  await failedAttempts(server, id, 2);
  // Less than the five minutes that a receiver lets a signature be off.
  await workflows.update(contextOf(server, acme.owner), {
    id: acme.workflow.id,
    targetUrl: `${receiver.url}?new`,
  });
  const { nextAttemptAt } = await rowOf(server, id);
  server.advance((nextAttemptAt?.getTime() ?? 0) - server.now().getTime());
  const done = await ended(server, acme, id);
  expect(done).toMatchObject({ status: "SUCCEEDED", output: "fine", error: null, nextAttemptAt: null });
  expect(done.attempts).toMatchObject([
    { number: 1, responseStatus: 503, error: { code: "HTTP_STATUS" } },
    { number: 2, responseStatus: 503, error: { code: "HTTP_STATUS" } },
    { number: 3, responseStatus: 200, error: null },
  ]);
  const { received } = receiver;
  expect(received.map(({ headers }) => headers["webhook-id"])).toEqual([id, id, id]);
  expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  expect(new Set(received.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(3);
  expect(new Set(received.flatMap(signatures)).size).toBe(3);
  expect(received.slice(0, 2).map((got) => verifies(acme.signingSecret, got))).toEqual([true, true]);
});

const STATUSES: [status: number, code: string, final: boolean][] = [
  [300, "REDIRECT", true],
  [301, "REDIRECT", true],
  [304, "REDIRECT", true],
  [307, "REDIRECT", true],
  [400, "HTTP_STATUS", true],
  [401, "HTTP_STATUS", true],
  [404, "HTTP_STATUS", true],
  [409, "HTTP_STATUS", true],
  [422, "HTTP_STATUS", true],
  [408, "HTTP_STATUS", false],
  [425, "HTTP_STATUS", false],
  [429, "HTTP_STATUS", false],
  [500, "HTTP_STATUS", false],
  [501, "HTTP_STATUS", false],
  [503, "HTTP_STATUS", false],
  [599, "HTTP_STATUS", false],
];

test("what only the sender could mend, and a redirect, fails at once; what may pass is tried again", async () => {
  const elsewhere = await openReceiver();
  const headers = { location: elsewhere.url };
  receiver = await openReceiver((_, count) => ({ status: STATUSES[count - 1]?.[0] ?? 200, headers }));
  const acme = await world(server, receiver.url);
  for (const [index, [status, code, final]] of STATUSES.entries()) {
    const id = await triggered(server, acme);
    await receiver.waitFor(index + 1);
    const row = await failedAttempts(server, id, 1);
    expect([status, row.status]).toEqual([status, final ? "FAILED" : "RUNNING"]);
    const shown = await show(server, acme, id);
    expect(shown.attempts).toMatchObject([{ responseStatus: status, error: { code } }]);
    expect(shown.attempts[0]?.error?.message).toContain(String(status));
    expect(shown.nextAttemptAt === null).toBe(final);
  }
  expect(elsewhere.received).toEqual([]);
  await elsewhere.close();
});

const inSeconds = (seconds: number) => new Date(server.now().getTime() + seconds * 1000).toUTCString();
const RETRY_AFTER: [what: string, status: number, value: () => string, waits: [from: number, to: number]][] =
  [
    ["seconds with 429", 429, () => "100", [100, 100]],
    ["seconds with 503", 503, () => "100", [100, 100]],
    ["a date with 503", 503, () => inSeconds(100), [99, 100]],
    ["less than the schedule's own wait", 503, () => "1", [4, 6]],
    ["a date that has passed", 429, () => inSeconds(-100), [4, 6]],
    ["more than a day", 503, () => "9999999", [86_398, 86_401]],
    ["nonsense", 503, () => "soon", [4, 6]],
    ["with 500, where it means nothing", 500, () => "100", [4, 6]],
  ];

test.each(RETRY_AFTER)("Retry-After: %s", async (_, status, value, [from, to]) => {
  receiver = await openReceiver(() => ({ status, headers: { "retry-after": value() } }));
  const acme = await world(server, receiver.url);
  const id = await triggered(server, acme);
  const { nextAttemptAt } = await failedAttempts(server, id, 1);
  const [attempt] = (await show(server, acme, id)).attempts;
  const wait = ((nextAttemptAt?.getTime() ?? 0) - Date.parse(attempt?.finishedAt ?? "")) / 1000;
  expect(wait).toBeGreaterThanOrEqual(from);
  expect(wait).toBeLessThanOrEqual(to);
});

test("410 fails for good and disables the workflow, with a reason and an entry in the audit log", async () => {
  receiver = await openReceiver(() => ({ status: 410 }));
  const acme = await world(server, receiver.url);
  const { id } = acme.workflow;
  const done = await ended(server, acme, await triggered(server, acme));
  expect(done).toMatchObject({ status: "FAILED", error: { code: "HTTP_STATUS" }, nextAttemptAt: null });
  const read = async () =>
    (
      await graphql<{ workflow: object; organization: { auditLog: object } }>(
        server.url,
        acme.owner,
        `query ($id: ID!, $organization: ID!) { workflow(id: $id) { enabled disabledReason }
          organization(id: $organization) { auditLog(filter: { action: "workflow.disable" }) {
            nodes { targetId actor { kind name } changes } } } }`,
        { id, organization: acme.organization.id },
      )
    ).data;
  const disabledReason = "The target answered that it is gone (HTTP 410).";
  const entry = {
    targetId: id,
    actor: { kind: "SYSTEM", name: "Postern" },
    changes: { enabled: { old: true, new: false }, disabledReason },
  };
  expect(await read()).toEqual({
    workflow: { enabled: false, disabledReason },
    organization: { auditLog: { nodes: [entry] } },
  });
  expect((await trigger(server, acme.owner, { workflowId: id })).code).toBe("CONFLICT");
  await workflows.update(contextOf(server, acme.owner), { id, enabled: true });
  expect((await read()).workflow).toEqual({ enabled: true, disabledReason: null });
  expect((await trigger(server, acme.owner, { workflowId: id })).errors).toEqual([]);
});

test("of several executions that meet 410, the workflow is disabled once", async () => {
  const gone = await openReceiver(async () => {
    // All of them are under way before the first hears of it.
    await gone.waitFor(4);
    return { status: 410 };
  });
  receiver = gone;
  const acme = await world(server, gone.url);
  const ids = await Promise.all([1, 2, 3, 4].map(() => triggered(server, acme)));
  for (const id of ids) expect((await ended(server, acme, id)).status).toBe("FAILED");
  const { read } = server.runtime.database;
  const entries = await read.query("SELECT id FROM audit_entries WHERE action = ? AND target_id = ?", [
    "workflow.disable",
    acme.workflow.id,
  ]);
  expect(entries).toHaveLength(1);
});

test("a target where nothing listens is told as such", async () => {
  const acme = await world(server, "http://127.0.0.1:9/");
  const id = await triggered(server, acme);
  await failedAttempts(server, id, 1);
  expect((await show(server, acme, id)).attempts[0]?.error).toEqual({
    code: "UNREACHABLE",
    message: "Nothing listens at the target's address.",
  });
});

const text = { "content-type": "text/plain" };
const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const ANSWERS: [what: string, reply: Reply, output: unknown][] = [
  ["JSON", { body: '{"a":1}' }, { a: 1 }],
  ["JSON by another name", { body: "[1]", headers: { "content-type": "application/problem+json" } }, [1]],
  ["text", { body: "plain", headers: text }, "plain"],
  ["JSON that says text", { body: "[1]", headers: text }, "[1]"],
  ["text that says JSON", { body: "not json" }, "not json"],
  ["nothing", { status: 204, body: "" }, null],
  ["nothing with 200", { body: "" }, null],
  ["JSON's null", { body: "null" }, null],
  ["64 KiB", { body: "x".repeat(65_536), headers: text }, "x".repeat(65_536)],
  ["more than 64 KiB", { body: "x".repeat(200_000), headers: text }, "x".repeat(65_536)],
  [
    "a character that the limit cuts in two",
    { body: `x${"é".repeat(40_000)}`, headers: text },
    `x${"é".repeat(32_767)}`,
  ],
  ["a byte order mark before JSON", { body: '\ufeff{"a":1}' }, { a: 1 }],
  ["JSON of 32 levels", { body: deep(32) }, JSON.parse(deep(32))],
  ["JSON that nests too deep for its readers", { body: deep(10_000) }, deep(10_000)],
  ["U+0000", { body: '"\\u0000"' }, "\u0000"],
  ["a prototype", { body: '{"__proto__":{"a":1}}' }, JSON.parse('{"__proto__":{"a":1}}')],
  ["a status beyond 200", { status: 226, body: "1" }, 1],
];

test.each(ANSWERS)("an answer is kept as its JSON or its text: %s", async (_, reply, output) => {
  receiver = await openReceiver(() => reply);
  const acme = await world(server, receiver.url);
  const done = await ended(server, acme, await triggered(server, acme));
  expect(done.status).toBe("SUCCEEDED");
  expect(done.output).toEqual(output);
});

test("the last failure's answer is the execution's output, with the error that it was", async () => {
  receiver = await openReceiver(() => ({ status: 400, body: JSON.stringify({ oops: true }) }));
  const acme = await world(server, receiver.url);
  const done = await ended(server, acme, await triggered(server, acme));
  expect(done).toMatchObject({ status: "FAILED", output: { oops: true }, error: { code: "HTTP_STATUS" } });
  expect(done.error?.message).toContain("400");
});
