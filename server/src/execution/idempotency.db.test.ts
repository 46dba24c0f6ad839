import { type Answer, type Caller, graphql } from "../testing/client.js";
import { countOf, show, type Triggered, trigger } from "../testing/executions.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import * as workflows from "../workflow/workflow.service.js";

const HOUR_MS = 60 * 60 * 1000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

/** Sends the trigger with one idempotency key. */
const send = (acme: World, caller: Caller, input: unknown, more: object = {}) =>
  trigger(server, caller, { workflowId: acme.workflow.id, idempotencyKey: "order-7", input, ...more });

/** What came of it: the execution's id and whether it is the first answer again. */
function outcome({
  errors,
  data,
  code,
}: Answer<Triggered>): [id: string | undefined, replayed: boolean | string] {
  return errors.length > 0 ? ["", code] : [data.triggerWorkflow.execution?.id, data.triggerWorkflow.replayed];
}

test("the same request again answers with the first execution, however its input is written", async () => {
  const acme = await world(server);
  const key = await acme.projectKey();
  const [id, replayed] = outcome(await send(acme, key, { a: [1, { x: 1, y: null }], b: "ü" }));
  expect([typeof id, replayed]).toEqual(["string", false]);
  for (const same of [
    { a: [1, { x: 1, y: null }], b: "ü" },
    { b: "ü", a: [1, { y: null, x: 1.0 }] },
  ]) {
    expect(outcome(await send(acme, key, same))).toEqual([id, true]);
  }
  const bySlug = await trigger(server, key, {
    workflow: acme.workflow.slug,
    idempotencyKey: "order-7",
    input: { b: "ü", a: [1, { x: 1, y: null }] },
  });
  expect(outcome(bySlug)).toEqual([id, true]);
  expect(await countOf(server, acme)).toBe(1);
});

test("no input and null are the same input", async () => {
  const acme = await world(server);
  const [id] = outcome(await send(acme, acme.owner, undefined));
  expect(outcome(await send(acme, acme.owner, null))).toEqual([id, true]);
});

test("another input under the same key is CONFLICT, and says nothing of the first", async () => {
  const acme = await world(server);
  await send(acme, acme.owner, { secret: "first" });
  for (const other of [{ secret: "second" }, { secret: "first", more: 1 }, [1], null]) {
    const refused = await send(acme, acme.owner, other);
    expect(refused.code).toBe("CONFLICT");
    expect(refused.errors[0]?.extensions.fields?.[0]?.path).toBe("input.idempotencyKey");
    expect(JSON.stringify(refused.errors)).not.toContain('first"');
  }
  expect(outcome(await send(acme, acme.owner, [2, 1], { idempotencyKey: "list" }))[1]).toBe(false);
  expect(outcome(await send(acme, acme.owner, [1, 2], { idempotencyKey: "list" }))[1]).toBe("CONFLICT");
});

test("a key belongs to its caller and its workflow: the same one elsewhere starts something of its own", async () => {
  const acme = await world(server);
  const { workflow: other } = await workflows.create(contextOf(server, acme.owner), {
    projectId: acme.project.id,
    name: "Another",
    targetUrl: "https://example.com/",
  });
  const one = await acme.projectKey();
  const two = await acme.projectKey();
  const outcomes = [
    await send(acme, one, 1),
    await send(acme, two, 1),
    await send(acme, acme.owner, 1),
    await send(acme, acme.editor, 1),
    await send(acme, one, 1, { workflowId: other.id }),
    // Keys are told apart to the letter and the space.
    await send(acme, one, 1, { idempotencyKey: "ORDER-7" }),
    await send(acme, one, 1, { idempotencyKey: "order-7 " }),
  ].map(outcome);
  expect(outcomes.map(([, replayed]) => replayed)).toEqual(outcomes.map(() => false));
  expect(new Set(outcomes.map(([id]) => id)).size).toBe(outcomes.length);
});

test("it holds across a rotation of the API key, for the older secret and the new one", async () => {
  const acme = await world(server);
  const key = await acme.projectKey();
  const [id] = outcome(await send(acme, key, 1));
  const { data } = await graphql<{ rotateApiKey: { secret: string } }>(
    server.url,
    acme.owner,
    "mutation ($id: ID!) { rotateApiKey(input: { id: $id }) { secret } }",
    { id: key.id },
  );
  expect(outcome(await send(acme, { key: data.rotateApiKey.secret }, 1))).toEqual([id, true]);
  expect(outcome(await send(acme, key, 1))).toEqual([id, true]);
});

test("the first answer stands although the workflow was disabled since, or wants another input", async () => {
  const acme = await world(server);
  const ctx = contextOf(server, acme.owner);
  const [id] = outcome(await send(acme, acme.owner, 1));
  await workflows.update(ctx, { id: acme.workflow.id, inputSchema: { type: "string" } });
  expect(outcome(await send(acme, acme.owner, 1))).toEqual([id, true]);
  await workflows.update(ctx, { id: acme.workflow.id, enabled: false });
  expect(outcome(await send(acme, acme.owner, 1))).toEqual([id, true]);
  expect(outcome(await send(acme, acme.owner, 1, { validateOnly: true }))).toEqual([undefined, true]);
  expect(outcome(await send(acme, acme.owner, 2))[1]).toBe("CONFLICT");
});

test("a refused trigger does not use the key up", async () => {
  const acme = await world(server);
  const ctx = contextOf(server, acme.owner);
  const { id } = acme.workflow;
  const tooLong = await send(acme, acme.owner, "x".repeat(256 * 1024));
  expect(tooLong.code).toBe("BAD_USER_INPUT");
  await workflows.update(ctx, { id, enabled: false });
  expect((await send(acme, acme.owner, "two")).code).toBe("CONFLICT");
  await workflows.update(ctx, { id, enabled: true });
  await workflows.update(ctx, { id, inputSchema: { type: "string" } });
  for (const validateOnly of [true, false]) {
    const unfit = await send(acme, acme.owner, 3, { validateOnly });
    expect([unfit.code, unfit.errors[0]?.extensions.fields?.[0]?.path]).toEqual([
      "BAD_USER_INPUT",
      "input.input",
    ]);
  }
  expect(outcome(await send(acme, acme.owner, "three", { validateOnly: true }))).toEqual([undefined, false]);
  expect(outcome(await send(acme, acme.owner, "four"))[1]).toBe(false);
});

test.each(["", "x".repeat(256), "line\nbreak", "ü"])("an idempotency key of %j is refused", async (given) => {
  const acme = await world(server);
  const refused = await send(acme, acme.owner, 1, { idempotencyKey: given });
  expect(refused.code).toBe("BAD_USER_INPUT");
  expect(refused.errors[0]?.extensions.fields?.[0]?.path).toBe("input.idempotencyKey");
});

test("20 at once start one execution, and all of them hear of it", async () => {
  const acme = await world(server);
  const key = await acme.projectKey();
  for (let round = 0; round < 5; round++) {
    const idempotencyKey = `round-${round}`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(acme, key, { round }, { idempotencyKey })),
    );
    const outcomes = answers.map(outcome);
    expect(new Set(outcomes.map(([id]) => id)).size).toBe(1);
    expect(outcomes.filter(([, replayed]) => replayed === false)).toHaveLength(1);
    expect(outcomes.filter(([, replayed]) => replayed === true)).toHaveLength(19);
  }
  expect(await countOf(server, acme)).toBe(5);
});

test("20 at once with two inputs: one input wins, the other is CONFLICT", async () => {
  const acme = await world(server);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => send(acme, acme.owner, index % 2)),
  );
  const codes = answers.map(({ code }) => code);
  expect(codes.filter((code) => code === "CONFLICT")).toHaveLength(10);
  expect(codes.filter((code) => code === "")).toHaveLength(10);
  expect(await countOf(server, acme)).toBe(1);
});

test("after 24 hours the key is a new one, also for 20 at once", async () => {
  const acme = await world(server);
  const key = await acme.projectKey();
  const [first] = outcome(await send(acme, key, "old"));
  server.advance(23.9 * HOUR_MS);
  expect(outcome(await send(acme, key, "old"))).toEqual([first, true]);
  server.advance(0.2 * HOUR_MS);
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(acme, key, "new")));
  const ids = new Set(answers.map((answer) => outcome(answer)[0]));
  expect(ids.size).toBe(1);
  expect(ids.has(first)).toBe(false);
  expect(answers.filter((answer) => outcome(answer)[1] === false)).toHaveLength(1);
});

test("an execution shows the key that it was started with", async () => {
  const acme = await world(server);
  const [id = ""] = outcome(await send(acme, acme.owner, 1));
  const { data } = await graphql(
    server.url,
    acme.owner,
    "query ($id: ID!) { execution(id: $id) { idempotencyKey } }",
    { id },
  );
  expect(data).toEqual({ execution: { idempotencyKey: "order-7" } });
  expect((await show(server, acme, id)).retryOfId).toBeNull();
});
