import { HEADER_VALUE_MAX, MASKED_VALUE, TARGET_HEADERS_MAX } from "@postern/shared";
import { type Answer, type Caller, graphql } from "../testing/client.js";
import { ended, trigger, triggered } from "../testing/executions.js";
import { openReceiver, type Receiver } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { type World, world } from "../testing/world.js";
import type { HeaderField } from "./workflow.entity.js";

let server: TestServer;
let receiver: Receiver;
beforeAll(async () => {
  server = await startTestServer();
  receiver = await openReceiver();
});
afterAll(async () => {
  await receiver?.close();
  await server?.stop();
});

const SECRET = "Bearer do-not-show-me-4711";
const set = (acme: World, targetHeaders: HeaderField[] | null, caller: Caller = acme.editor) =>
  graphql<{ updateWorkflow: { targetHeaders: HeaderField[] } }>(
    server.url,
    caller,
    "mutation ($input: UpdateWorkflowInput!) { updateWorkflow(input: $input) { targetHeaders { name value } } }",
    { input: { id: acme.workflow.id, targetHeaders } },
  );

/** The headers of the next delivery. */
async function sent(acme: World): Promise<Record<string, unknown>> {
  const before = receiver.received.length;
  await ended(server, acme, await triggered(server, acme));
  return receiver.received[before]?.headers ?? {};
}

const faults = ({ errors }: Answer<unknown>) =>
  errors.flatMap(({ extensions }) => extensions.fields?.map(({ path }) => path) ?? [extensions.code]);

test("headers are sent as given and read back masked", async () => {
  const acme = await world(server, receiver.url);
  const answer = await set(acme, [
    { name: "Authorization", value: SECRET },
    { name: "X-Tenant", value: ' acme; a="b" ' },
    { name: "X-Empty", value: "" },
  ]);
  expect(answer.data.updateWorkflow.targetHeaders).toEqual([
    { name: "Authorization", value: MASKED_VALUE },
    { name: "X-Tenant", value: MASKED_VALUE },
    { name: "X-Empty", value: MASKED_VALUE },
  ]);
  expect(await sent(acme)).toMatchObject({
    authorization: SECRET,
    "x-tenant": 'acme; a="b"',
    "x-empty": "",
    "user-agent": "Postern",
    "content-type": "application/json",
  });
});

test("nothing holds a value in the clear: no row, no audit entry, no log line", async () => {
  const acme = await world(server, receiver.url);
  await set(acme, [{ name: "Authorization", value: SECRET }]);
  await sent(acme);
  const { read } = server.runtime.database;
  const rows = await Promise.all(
    ["workflows", "audit_entries", "executions", "execution_attempts"].map((table) =>
      read.query(`SELECT * FROM ${table}`),
    ),
  );
  expect(JSON.stringify(rows)).toContain(acme.workflow.id);
  expect(JSON.stringify(rows)).not.toContain("do-not-show-me");
  expect(server.logged.join("")).not.toContain("do-not-show-me");
});

test("the mask keeps the value that is there; null and an empty list take all headers away", async () => {
  const acme = await world(server, receiver.url);
  await set(acme, [
    { name: "Authorization", value: SECRET },
    { name: "X-Old", value: "old" },
  ]);
  await set(acme, [
    { name: "authorization", value: MASKED_VALUE },
    { name: "X-New", value: "new" },
  ]);
  const headers = await sent(acme);
  expect(headers).toMatchObject({ authorization: SECRET, "x-new": "new" });
  expect(headers["x-old"]).toBeUndefined();
  expect(faults(await set(acme, [{ name: "X-Unknown", value: MASKED_VALUE }]))).toEqual([
    "input.targetHeaders.0.value",
  ]);
  for (const none of [null, []]) {
    await set(acme, [{ name: "Authorization", value: SECRET }]);
    expect((await set(acme, none)).data.updateWorkflow.targetHeaders).toEqual([]);
    expect((await sent(acme))["authorization"]).toBeUndefined();
  }
});

const RESERVED =
  "Host content-length Content-Type CONTENT-ENCODING Transfer-Encoding Connection Keep-Alive TE Trailer Upgrade Expect User-Agent Accept-Encoding Proxy-Authorization webhook-id Webhook-Signature webhook-anything";
const BAD_NAMES = ["", "X Y", "X:Y", "X\r\nY", "X\nEvil: 1", "Ü", "x".repeat(101), "X\u0000"];
const BAD_VALUES = [
  "a\r\nEvil: 1",
  "a\nb",
  "a\rb",
  "\u0000",
  "é",
  "\u007f",
  "x".repeat(HEADER_VALUE_MAX + 1),
];

test("names that Postern or HTTP writes, and anything that could become a line of its own, are refused", async () => {
  const acme = await world(server, receiver.url);
  for (const name of [...RESERVED.split(" "), ...BAD_NAMES]) {
    const refused = await set(acme, [{ name, value: "v" }]);
    expect([name, refused.code, faults(refused)]).toEqual([
      name,
      "BAD_USER_INPUT",
      ["input.targetHeaders.0.name"],
    ]);
  }
  for (const value of BAD_VALUES) {
    const refused = await set(acme, [{ name: "X-Ok", value }]);
    expect([value, refused.code, faults(refused)]).toEqual([
      value,
      "BAD_USER_INPUT",
      ["input.targetHeaders.0.value"],
    ]);
  }
  expect(Object.keys(await sent(acme))).not.toContain("evil");
});

test("each header once, and at most twenty", async () => {
  const acme = await world(server, receiver.url);
  const many = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `X-${i}`, value: "v" }));
  expect((await set(acme, many(TARGET_HEADERS_MAX))).errors).toEqual([]);
  expect(faults(await set(acme, many(TARGET_HEADERS_MAX + 1)))).toEqual(["input.targetHeaders"]);
  expect(
    faults(
      await set(acme, [
        { name: "X-A", value: "1" },
        { name: "x-a", value: "2" },
      ]),
    ),
  ).toEqual(["input.targetHeaders.1.name"]);
});

test("a key that only triggers reads no header, not even its name, of what it triggers", async () => {
  const acme = await world(server, receiver.url);
  await set(acme, [{ name: "Authorization", value: SECRET }]);
  const key = await acme.projectKey("TRIGGER");
  const { data } = await trigger(server, key, { workflowId: acme.workflow.id });
  const answer = await graphql(
    server.url,
    key,
    "query ($id: ID!) { execution(id: $id) { workflow { targetHeaders { name } } } }",
    { id: data.triggerWorkflow.execution?.id },
  );
  expect(answer.code).toBe("FORBIDDEN");
  expect(JSON.stringify(answer)).not.toContain("Authorization");
  expect((await set(acme, [], key)).code).toBe("FORBIDDEN");
});

test("settings out of range are refused, all at once and each by its name", async () => {
  const acme = await world(server, receiver.url);
  const update = (input: object) =>
    graphql(
      server.url,
      acme.editor,
      "mutation ($input: UpdateWorkflowInput!) { updateWorkflow(input: $input) { maxAttempts timeoutSeconds completionTimeoutSeconds } }",
      { input: { id: acme.workflow.id, ...input } },
    );
  for (const [low, high] of [
    [{ maxAttempts: 0, timeoutSeconds: 0, completionTimeoutSeconds: 59 }, null],
    [null, { maxAttempts: 11, timeoutSeconds: 31, completionTimeoutSeconds: 2_592_001 }],
  ]) {
    expect(faults(await update(low ?? high ?? {}))).toEqual([
      "input.maxAttempts",
      "input.timeoutSeconds",
      "input.completionTimeoutSeconds",
    ]);
  }
  for (const allowed of [
    { maxAttempts: 1, timeoutSeconds: 1, completionTimeoutSeconds: 60 },
    { maxAttempts: 10, timeoutSeconds: 30, completionTimeoutSeconds: 2_592_000 },
  ]) {
    expect((await update(allowed)).data).toEqual({ updateWorkflow: allowed });
  }
  const usual = { maxAttempts: 10, timeoutSeconds: 15, completionTimeoutSeconds: 86_400 };
  const reset = await update({ maxAttempts: null, timeoutSeconds: null, completionTimeoutSeconds: null });
  expect(reset.data).toEqual({ updateWorkflow: usual });
});
