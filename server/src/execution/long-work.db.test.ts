import { OUTPUT_MAX_BYTES } from "@postern/shared";
import { ANONYMOUS } from "../auth/principal.js";
import { createContext } from "../context.js";
import { ended, rowOf, show, triggered } from "../testing/executions.js";
import { openReceiver, type Received, type Receiver, type Reply, until } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import * as workflows from "../workflow/workflow.service.js";
import { type Completion, complete } from "./complete.js";

let server: TestServer;
let receiver: Receiver;
/** What the receiver does before it answers 202. */
let before: (got: Received) => Promise<unknown> | undefined = () => undefined;
let reply: Reply = {};
beforeAll(async () => {
  server = await startTestServer();
  server.stopClock();
  receiver = await openReceiver(async (got) => {
    await before(got);
    return reply;
  });
});
beforeEach(() => {
  before = () => undefined;
  reply = { status: 202, body: JSON.stringify({ job: 1 }) };
});
afterAll(async () => {
  await receiver?.close();
  await server?.stop();
});

/** Whoever holds a token; nothing else is known of them. */
const target = () => createContext(server.runtime, { principal: ANONYMOUS, requestId: "test" });
const report = (id: string, token: string, completion: Completion) =>
  complete(target(), id, token, completion);
const tokenIn = ({ body }: Received): string => JSON.parse(body).data.completion.token;
const tokenOf = (id: string): string => {
  const got = receiver.received.find(({ headers }) => headers["webhook-id"] === id);
  if (!got) throw new Error("It was not delivered.");
  return tokenIn(got);
};
const DONE: Completion = { status: "SUCCEEDED", output: { rows: 3 } };

/** An execution whose target has answered 202. */
async function accepted(acme: World): Promise<string> {
  const id = await triggered(server, acme);
  await until(async () => (await rowOf(server, id)).completionDeadline !== null);
  return id;
}

const deliveriesOf = (id: string) =>
  receiver.received.filter(({ headers }) => headers["webhook-id"] === id).length;

test("an answer of 202 leaves it RUNNING with a deadline, until the target reports how it went", async () => {
  const acme = await world(server, receiver.url);
  const id = await accepted(acme);
  const running = await show(server, acme, id);
  expect(running).toMatchObject({
    status: "RUNNING",
    output: { job: 1 },
    nextAttemptAt: null,
    attempts: [{ number: 1, responseStatus: 202, error: null }],
  });
  const [attempt] = running.attempts;
  const wait = Date.parse(running.completionDeadline ?? "") - Date.parse(attempt?.finishedAt ?? "");
  expect(wait).toBe(24 * 60 * 60 * 1000);
  await report(id, tokenOf(id), DONE);
  expect(await show(server, acme, id)).toMatchObject({
    status: "SUCCEEDED",
    output: { rows: 3 },
    error: null,
    completionDeadline: null,
  });
  expect(deliveriesOf(id)).toBe(1);
});

test("the delivery says where to report, and its token is of a form that scanners find", async () => {
  const acme = await world(server, receiver.url);
  const id = await accepted(acme);
  const got = receiver.received.find(({ headers }) => headers["webhook-id"] === id);
  expect(JSON.parse(got?.body ?? "").data.completion).toEqual({
    url: `${server.runtime.config.publicUrl}/api/v1/executions/${id}/completion`,
    token: expect.stringMatching(/^pst_c_[0-9a-f]{64}$/),
  });
});

test("a target may report failure, with an error of its own", async () => {
  const acme = await world(server, receiver.url);
  const id = await accepted(acme);
  const error = { code: "NO_ROWS", message: "There was nothing to send." };
  await report(id, tokenOf(id), { status: "FAILED", output: [1], error });
  expect(await show(server, acme, id)).toMatchObject({ status: "FAILED", output: [1], error });
});

test("a token works once, and for its own execution alone", async () => {
  const acme = await world(server, receiver.url);
  const one = await accepted(acme);
  const other = await accepted(acme);
  const wrong = [
    tokenOf(other),
    "",
    "pst_c_",
    `pst_c_${"0".repeat(64)}`,
    `${tokenOf(one)}0`,
    tokenOf(one).toUpperCase(),
  ];
  for (const token of wrong) {
    await expect(report(one, token, DONE)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  for (const id of ["", "exec_", `${one} `, one.toUpperCase(), acme.workflow.id]) {
    await expect(report(id, tokenOf(one), DONE)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  expect((await show(server, acme, one)).status).toBe("RUNNING");
  const reports = await Promise.allSettled(Array.from({ length: 10 }, () => report(one, tokenOf(one), DONE)));
  expect(reports.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const refused of reports.filter((result) => result.status === "rejected")) {
    expect(refused.reason).toMatchObject({ code: "CONFLICT" });
  }
  const failed: Completion = { status: "FAILED", error: { code: "LATE", message: "late" } };
  await expect(report(one, tokenOf(one), failed)).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await show(server, acme, one)).toMatchObject({ status: "SUCCEEDED", error: null });
});

test("a report that overtakes the answer 202 stands, and the answer changes nothing", async () => {
  const acme = await world(server, receiver.url);
  before = (got) => report(String(got.headers["webhook-id"]), tokenIn(got), DONE);
  const id = await triggered(server, acme);
  await ended(server, acme, id);
  const log = () =>
    server.logged.some((line) => line.includes(id) && line.includes("had ended, or had another"));
  await until(log);
  expect(await show(server, acme, id)).toMatchObject({
    status: "SUCCEEDED",
    output: { rows: 3 },
    completionDeadline: null,
    nextAttemptAt: null,
  });
  expect(await rowOf(server, id)).toMatchObject({ dueAt: null, claimed: false });
  const { attempts } = await show(server, acme, id);
  expect(attempts).toMatchObject([{ number: 1, responseStatus: 202, error: null }]);
});

test("a report counts although the answer was lost: no further attempt is made", async () => {
  const acme = await world(server, receiver.url);
  reply = { status: 503 };
  const id = await triggered(server, acme);
  await until(async () => (await rowOf(server, id)).failedAttempts === 1);
  await report(id, tokenOf(id), DONE);
  server.advance(6000);
  reply = {};
  await ended(server, acme, await triggered(server, acme));
  expect(await show(server, acme, id)).toMatchObject({ status: "SUCCEEDED", nextAttemptAt: null });
  expect(deliveriesOf(id)).toBe(1);
});

test("a target that never reports has failed at the deadline, and not a millisecond before", async () => {
  const acme = await world(server, receiver.url);
  await workflows.update(contextOf(server, acme.owner), {
    id: acme.workflow.id,
    completionTimeoutSeconds: 60,
  });
  const id = await accepted(acme);
  server.advance(59_999);
  // Another one's whole way is a look of the worker, and longer.
  reply = {};
  await ended(server, acme, await triggered(server, acme));
  expect((await show(server, acme, id)).status).toBe("RUNNING");
  server.advance(1);
  const done = await ended(server, acme, id);
  expect(done).toMatchObject({
    status: "FAILED",
    error: { code: "COMPLETION_TIMEOUT" },
    completionDeadline: null,
    nextAttemptAt: null,
  });
  expect(done.attempts).toHaveLength(1);
  await expect(report(id, tokenOf(id), DONE)).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await show(server, acme, id)).status).toBe("FAILED");
  expect(deliveriesOf(id)).toBe(1);
});

test("a restart of the server changes neither the token nor the deadline", async () => {
  const acme = await world(server, receiver.url);
  const id = await accepted(acme);
  const { completionDeadline } = await rowOf(server, id);
  await server.restart();
  expect(await rowOf(server, id)).toMatchObject({ status: "RUNNING", completionDeadline });
  await report(id, tokenOf(id), DONE);
  expect((await show(server, acme, id)).status).toBe("SUCCEEDED");
});

test("what was canceled or deleted meanwhile takes no report", async () => {
  const acme = await world(server, receiver.url);
  const id = await accepted(acme);
  await workflows.remove(contextOf(server, acme.owner), acme.workflow.id);
  await expect(report(id, tokenOf(id), DONE)).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await rowOf(server, id)).status).toBe("CANCELED");
});

test("an output of 64 KiB is kept, more is refused and leaves the execution as it was", async () => {
  const acme = await world(server, receiver.url);
  const id = await accepted(acme);
  const output = "x".repeat(OUTPUT_MAX_BYTES - 2);
  await expect(report(id, tokenOf(id), { status: "SUCCEEDED", output: `${output}x` })).rejects.toMatchObject({
    code: "BAD_USER_INPUT",
  });
  await report(id, tokenOf(id), { status: "SUCCEEDED", output });
  expect((await show(server, acme, id)).output).toBe(output);
});

test("the row holds no token, and neither does the log", async () => {
  const acme = await world(server, receiver.url);
  const id = await accepted(acme);
  const rows = await Promise.all(
    ["executions", "execution_attempts", "server_facts"].map((table) =>
      server.runtime.database.read.query(`SELECT * FROM ${table}`),
    ),
  );
  const token = tokenOf(id);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(JSON.stringify(rows)).not.toContain(server.runtime.completionSecret.toString("base64"));
  expect(server.logged.join("")).not.toContain(token);
});
