import { createClient } from "graphql-sse";
import * as keys from "../api-key/stop.js";
import { update as updateKey } from "../api-key/update.js";
import { inTransaction } from "../database/unit-of-work.js";
import * as members from "../organization/members.js";
import * as projects from "../project/delete.js";
import { anonymous, type Caller, graphql } from "../testing/client.js";
import { openReceiver, type Receiver, until } from "../testing/receiver.js";
import { openStream, type Stream } from "../testing/stream.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import { requireWorkflow } from "../workflow/workflow.access.js";
import * as workflows from "../workflow/workflow.service.js";
import { Execution } from "./execution.entity.js";
import { followProject as followAll } from "./follow.js";
import { start } from "./start.js";

let server: TestServer;
/** A target that answers when it is let go. */
let receiver: Receiver;
let letGo = () => {};
let held: Promise<void>;
const hold = () => {
  held = new Promise((resolve) => {
    letGo = resolve;
  });
};
beforeAll(async () => {
  server = await startTestServer();
  receiver = await openReceiver(async () => {
    await held;
    return { body: '{"done":true}' };
  });
});
beforeEach(hold);
afterEach(async () => {
  letGo();
  await until(() => server.runtime.events.listeners() === 0);
});
afterAll(async () => {
  await receiver?.close();
  await server?.stop();
});

interface Shown {
  id: string;
  status: string;
  output: unknown;
  attempts: { number: number; responseStatus: number | null }[];
}
const FIELDS = "id status output attempts { number responseStatus }";
const follow = (caller: Caller, id: string) =>
  openStream<{ executionUpdated: Shown }>(
    server.url,
    caller,
    `subscription ($id: ID!) { executionUpdated(id: $id) { ${FIELDS} } }`,
    { id },
  );
const followProject = (caller: Caller, id: string) =>
  openStream<{ projectExecutionUpdated: Shown }>(
    server.url,
    caller,
    `subscription ($id: ID!) { projectExecutionUpdated(projectId: $id) { ${FIELDS} } }`,
    { id },
  );

/** As trigger does, past HTTP. */
async function triggered(acme: World): Promise<string> {
  const { execution } = await start(contextOf(server, acme.owner), {
    choose: (ctx) => requireWorkflow(ctx, acme.workflow.id, "workflow:trigger"),
    input: null,
    idempotencyKey: null,
    validateOnly: false,
    retryOfId: null,
  });
  return execution?.id ?? "";
}

async function triggerAs(caller: Caller, acme: World): Promise<string> {
  const { data, errors } = await graphql<{ triggerWorkflow: { execution: { id: string } } }>(
    server.url,
    caller,
    "mutation ($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { execution { id } } }",
    { input: { workflowId: acme.workflow.id } },
  );
  expect(errors).toEqual([]);
  return data.triggerWorkflow.execution.id;
}

test("a follower sees the execution as it is, each state after that, and the end", async () => {
  const acme = await world(server, receiver.url);
  const before = receiver.received.length;
  const id = await triggered(acme);
  const stream = await follow(acme.viewer, id);
  expect(stream.status).toBe(200);
  expect(stream.headers.get("content-type")).toContain("text/event-stream");
  expect(stream.headers.get("cache-control")).toBe("no-store");
  await receiver.waitFor(before + 1);
  await until(() => stream.results.at(-1)?.data?.executionUpdated.status === "RUNNING");
  letGo();
  const results = await stream.ended();
  expect(stream.end()).toBe("complete");
  const states = results.map(({ data }) => data?.executionUpdated.status);
  expect(states).toEqual(["QUEUED", "RUNNING", "SUCCEEDED"].slice(-states.length));
  expect(states.length).toBeGreaterThanOrEqual(2);
  expect(results.at(-1)?.data?.executionUpdated).toEqual({
    id,
    status: "SUCCEEDED",
    output: { done: true },
    attempts: [{ number: 1, responseStatus: 200 }],
  });
});

test("whoever follows the project sees each state of a new execution, in order and once", async () => {
  const acme = await world(server, receiver.url);
  const stream = await followProject(acme.viewer, acme.project.id);
  const ids = [await triggered(acme), await triggered(acme)];
  const of = (id: string) =>
    stream.results.map(({ data }) => data?.projectExecutionUpdated).filter((shown) => shown?.id === id);
  await until(() => ids.every((id) => of(id).at(-1)?.status === "RUNNING"));
  letGo();
  await until(() => ids.every((id) => of(id).at(-1)?.status === "SUCCEEDED"));
  for (const id of ids) {
    const states = of(id).map((shown) => shown?.status);
    expect(states).toEqual(["QUEUED", "RUNNING", "SUCCEEDED"].slice(-states.length));
  }
  expect(stream.end()).toBeNull();
  stream.close();
});

test("one that has ended already is told once; a client of the protocol's own library reads it", async () => {
  letGo();
  const acme = await world(server, receiver.url);
  const id = await triggered(acme);
  const read = () => server.runtime.database.read.findOneByOrFail(Execution, { id });
  await until(async () => (await read()).status === "SUCCEEDED");
  const client = createClient({
    url: `${server.url}/graphql/stream`,
    headers: { cookie: acme.viewer.cookie ?? "" },
    retryAttempts: 0,
  });
  const query = `subscription ($id: ID!) { executionUpdated(id: $id) { status } }`;
  const results = [];
  for await (const result of client.iterate({ query, variables: { id } })) results.push(result);
  expect(results).toEqual([{ data: { executionUpdated: { status: "SUCCEEDED" } } }]);
});

test.each([
  ["nobody", "UNAUTHENTICATED"],
  ["a stranger", "NOT_FOUND"],
  ["a member without a role in the project", "NOT_FOUND"],
  ["a TRIGGER key that did not start it", "NOT_FOUND"],
])("%s is refused as by a query: %s", async (who, code) => {
  const acme = await world(server, receiver.url);
  const id = await triggered(acme);
  const caller = {
    nobody: anonymous,
    "a stranger": acme.stranger,
    "a member without a role in the project": acme.member,
    "a TRIGGER key that did not start it": await acme.projectKey("TRIGGER"),
  }[who];
  const streams: Stream<unknown>[] = [await follow(caller ?? {}, id)];
  if (!who.includes("TRIGGER")) streams.push(await followProject(caller ?? {}, acme.project.id));
  for (const stream of streams) {
    const results = await stream.ended();
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ data: null, errors: [{ extensions: { code } }] });
    expect(stream.end()).toBe("complete");
  }
});

test("an id that is none, and one of nothing, are not found", async () => {
  const acme = await world(server, receiver.url);
  for (const id of ["nonsense", acme.project.id]) {
    const [result] = await (await follow(acme.owner, id)).ended();
    expect(result?.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  }
});

test("a bad key is refused with 401, before anything is read", async () => {
  const stream = await follow({ key: `pst_o_${"x".repeat(38)}` }, "exec");
  await stream.ended();
  expect(stream.status).toBe(401);
  expect(JSON.parse(stream.text()).errors[0].extensions).toEqual({
    code: "UNAUTHENTICATED",
    reason: "INVALID",
  });
});

test("a TRIGGER key sees of the project what it started itself, and nothing else", async () => {
  letGo();
  const acme = await world(server, receiver.url);
  const key = await acme.projectKey("TRIGGER");
  const [stream, whole] = [
    await followProject(key, acme.project.id),
    await followProject(acme.viewer, acme.project.id),
  ];
  const foreign = await triggered(acme);
  const own = await triggerAs(key, acme);
  const ofOwn = ({ results }: typeof stream) =>
    results.map(({ data }) => data?.projectExecutionUpdated).filter((shown) => shown?.id === own);
  await until(() => [stream, whole].every((of) => ofOwn(of).at(-1)?.status === "SUCCEEDED"));
  const seen = (of: typeof stream) => new Set(of.results.map(({ data }) => data?.projectExecutionUpdated.id));
  expect(seen(whole)).toEqual(new Set([foreign, own]));
  expect(seen(stream)).toEqual(new Set([own]));
  stream.close();
  whole.close();
});

/** What takes a caller's right away while they follow, and what they are told. */
const ENDINGS: [
  what: string,
  code: string,
  who: (acme: World) => Promise<Caller & { id?: string }>,
  end: (acme: World, caller: Caller & { id?: string }) => Promise<unknown>,
][] = [
  [
    "a key is revoked",
    "UNAUTHENTICATED",
    (acme) => acme.projectKey("VIEWER"),
    (acme, { id = "" }) => keys.revoke(contextOf(server, acme.owner), { id, reason: null }),
  ],
  [
    "a key is disabled",
    "UNAUTHENTICATED",
    (acme) => acme.organizationKey("VIEWER"),
    (acme, { id = "" }) => updateKey(contextOf(server, acme.owner), { id, enabled: false }),
  ],
  [
    "a person signs out",
    "UNAUTHENTICATED",
    async (acme) => acme.viewer,
    (_, caller) => graphql(server.url, caller, "mutation { signOut }"),
  ],
  [
    "a member is removed",
    "NOT_FOUND",
    async (acme) => acme.viewer,
    (acme) => members.remove(contextOf(server, acme.owner), acme.viewer.membershipId),
  ],
  [
    "the project is deleted",
    "NOT_FOUND",
    async (acme) => acme.viewer,
    (acme) => projects.deleteProject(contextOf(server, acme.owner), acme.project.id),
  ],
];

test.each(ENDINGS)("when %s, nothing more is told but the refusal: %s", async (what, code, who, end) => {
  const acme = await world(server, receiver.url);
  const caller = await who(acme);
  const whole = await followProject(caller, acme.project.id);
  const one = await follow(caller, await triggered(acme));
  const streams = [one, whole];
  await until(() => one.results.at(-1)?.data?.executionUpdated.status === "RUNNING");
  await until(() => whole.results.at(-1)?.data?.projectExecutionUpdated.status === "RUNNING");
  await end(acme, caller);
  const before = streams.map(({ results }) => results.length);
  letGo();
  if (what !== "the project is deleted") await triggered(acme);
  for (const [index, stream] of streams.entries()) {
    const results = (await stream.ended()).slice(before[index]);
    expect(stream.end()).toBe("complete");
    expect(results.filter(({ data }) => data !== null)).toEqual([]);
    expect(results.at(-1)?.errors?.[0]?.extensions.code).toBe(code);
  }
});

test("a caller who lost the right is let go although nothing happens", async () => {
  const acme = await world(server, receiver.url);
  const stream = await followProject(acme.viewer, acme.project.id);
  await graphql(server.url, acme.viewer, "mutation { signOut }");
  await stream.ended();
  expect(stream.results.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(["UNAUTHENTICATED"]);
  expect(stream.text()).toMatch(/^:\n\n/);
});

test("to look on counts as one call of a key, however long it goes on", async () => {
  const acme = await world(server, receiver.url);
  const key = await acme.projectKey("VIEWER");
  const stream = await follow(key, await triggered(acme));
  await until(() => stream.results.at(-1)?.data?.executionUpdated.status === "RUNNING");
  letGo();
  await stream.ended();
  await server.runtime.usage.flush();
  const { data } = await graphql<{ apiKey: { usage: { accepted: number }[] } }>(
    server.url,
    acme.owner,
    "query ($id: ID!) { apiKey(id: $id) { usage(days: 1) { accepted } } }",
    { id: key.id },
  );
  expect(data.apiKey.usage).toEqual([{ accepted: 1 }]);
});

test("to look on is no use of a session: it ends twelve hours after the last call all the same", async () => {
  const acme = await world(server, receiver.url);
  const stream = await followProject(acme.viewer, acme.project.id);
  const HOUR_MS = 60 * 60 * 1000;
  server.advance(11 * HOUR_MS);
  await triggered(acme);
  await until(() => stream.results.at(-1)?.data?.projectExecutionUpdated.status === "RUNNING");
  server.advance(2 * HOUR_MS);
  await triggered(acme);
  const last = (await stream.ended()).at(-1);
  expect(last?.errors?.[0]?.extensions).toEqual({ code: "UNAUTHENTICATED", reason: "MISSING" });
});

test("when a workflow is deleted, who follows it or its project sees its executions canceled", async () => {
  const acme = await world(server, receiver.url);
  const id = await triggered(acme);
  const one = await follow(acme.viewer, id);
  const project = await followProject(acme.viewer, acme.project.id);
  await until(() => one.results.at(-1)?.data?.executionUpdated.status === "RUNNING");
  await workflows.remove(contextOf(server, acme.owner), acme.workflow.id);
  expect((await one.ended()).at(-1)?.data?.executionUpdated).toMatchObject({ id, status: "CANCELED" });
  await until(() => project.results.at(-1)?.data?.projectExecutionUpdated.status === "CANCELED");
  project.close();
});

test("a change that nobody told of is found: another server without a shared Redis made it", async () => {
  const acme = await world(server, receiver.url);
  const id = await triggered(acme);
  const stream = await follow(acme.viewer, id);
  await until(() => stream.results.at(-1)?.data?.executionUpdated.status === "RUNNING");
  await inTransaction(contextOf(server, acme.owner), async ({ db, clock }) => {
    const end = { status: "FAILED" as const, claimed: false, dueAt: null, finishedAt: clock() };
    await db.update(Execution, { id }, end);
  });
  expect((await stream.ended()).at(-1)?.data?.executionUpdated.status).toBe("FAILED");
});

test("the more streams a caller has open, the longer each of them waits between two executions", async () => {
  const acme = await world(server, receiver.url);
  const gone = new AbortController();
  const ctx = contextOf(server, acme.viewer);
  const live = { signal: gone.signal, renew: async () => ctx, streams: () => 1_000_000, open: () => {} };
  const oneOfMany = (await followAll({ ...ctx, live }, acme.project.id))[Symbol.asyncIterator]();
  const single = await followProject(acme.owner, acme.project.id);
  await until(() => server.runtime.events.listeners() === 2);
  const first = oneOfMany.next();
  await triggered(acme);
  expect((await first).done).toBe(false);
  const second = oneOfMany.next();
  const id = await triggered(acme);
  await until(() => single.results.some(({ data }) => data?.projectExecutionUpdated.id === id));
  expect(await Promise.race([second, Promise.resolve("it waits")])).toBe("it waits");
  gone.abort();
  expect((await second).done).toBe(true);
  single.close();
});

test("a hundred streams follow one execution; a hundred and one are too many for one caller", async () => {
  const acme = await world(server, receiver.url);
  const id = await triggered(acme);
  const streams = await Promise.all(Array.from({ length: 100 }, () => follow(acme.viewer, id)));
  await Promise.all(streams.map((stream) => stream.waitFor(1)));
  expect(server.runtime.events.listeners()).toBe(100);
  const tooMany = await follow(acme.viewer, id);
  await tooMany.ended();
  expect(tooMany.status).toBe(429);
  expect(tooMany.headers.get("retry-after")).toBe("15");
  const other = await follow(acme.owner, id);
  letGo();
  for (const stream of [...streams, other]) {
    const results = await stream.ended();
    expect(results.at(-1)?.data?.executionUpdated.status).toBe("SUCCEEDED");
  }
});

test("whoever goes away leaves nothing behind", async () => {
  const acme = await world(server, receiver.url);
  const streams = await Promise.all(
    Array.from({ length: 20 }, () => followProject(acme.viewer, acme.project.id)),
  );
  await until(() => server.runtime.events.listeners() === 20);
  for (const stream of streams) stream.close();
  await until(() => server.runtime.events.listeners() === 0);
});
