import { graphql } from "../testing/client.js";
import { countOf, ended, rowOf, trigger, triggered } from "../testing/executions.js";
import { openReceiver, type Receiver } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import * as workflows from "../workflow/workflow.service.js";

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

test("the answer comes after the commit: a trigger is in the database before its caller hears of it", async () => {
  receiver = await openReceiver(() => ({ hang: true }));
  const acme = await world(server, receiver.url);
  const id = await triggered(server, acme, { input: [1, "two", null] });
  expect(await rowOf(server, id)).toMatchObject({
    workflowId: acme.workflow.id,
    input: '[1,"two",null]',
    finishedAt: null,
  });
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
  for (const text of texts)
    await ended(server, acme, await triggered(server, acme, { input: JSON.parse(text) }));
  await triggered(server, acme);
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
  for (const validateOnly of [false, true]) {
    const answer = await trigger(server, acme.owner, { workflowId: acme.workflow.id, input, validateOnly });
    expect(answer.code).toBe("BAD_USER_INPUT");
    expect(answer.errors[0]?.extensions.fields?.[0]?.path).toBe(path);
  }
  expect(await countOf(server, acme)).toBe(0);
});

test("32 levels and 256 KiB are not too much", async () => {
  const acme = await world(server);
  await triggered(server, acme, { input: nested(32) });
  await triggered(server, acme, { input: "x".repeat(256 * 1024 - 2) });
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

test("a workflow is named by its id, or by its slug and project; a project's own key needs the slug alone", async () => {
  const acme = await world(server);
  const key = await acme.projectKey();
  const shared = await acme.organizationKey();
  const { slug, id: workflowId } = acme.workflow;
  const projectId = acme.project.id;
  const code = async (caller: object, input: object) => (await trigger(server, caller, input)).code;
  expect(await code(key, { workflow: slug })).toBe("");
  expect(await code(key, { workflow: slug, projectId })).toBe("");
  expect(await code(shared, { workflow: slug, projectId })).toBe("");
  expect(await code(shared, { workflowId, projectId })).toBe("");
  expect(await code(shared, { workflow: slug })).toBe("BAD_USER_INPUT");
  expect(await code(acme.owner, { workflow: slug })).toBe("BAD_USER_INPUT");
  expect(await code(shared, {})).toBe("BAD_USER_INPUT");
  expect(await code(shared, { workflow: slug, workflowId })).toBe("BAD_USER_INPUT");
  expect(await code(shared, { workflow: slug, projectId: acme.foreignProject.id })).toBe("NOT_FOUND");
  expect(await code(shared, { workflow: slug, projectId: acme.otherProject.id })).toBe("NOT_FOUND");
  expect(await code(shared, { workflowId, projectId: acme.otherProject.id })).toBe("NOT_FOUND");
  expect(await code(key, { workflow: slug, projectId: acme.otherProject.id })).toBe("NOT_FOUND");
});

test("a slug is a slug to the letter, on every database", async () => {
  const acme = await world(server);
  const key = await acme.projectKey();
  const { slug } = acme.workflow;
  for (const other of ["no-such", "", slug.toUpperCase(), `${slug} `, ` ${slug}`, `${slug}\u0000`, "%"]) {
    expect([other, (await trigger(server, key, { workflow: other })).code]).toEqual([other, "NOT_FOUND"]);
  }
});

test("validateOnly makes every check and leaves nothing behind", async () => {
  const acme = await world(server);
  const of = (input: object) =>
    trigger(server, acme.owner, { workflowId: acme.workflow.id, validateOnly: true, ...input });
  const valid = await of({ input: { any: "thing" }, idempotencyKey: "one" });
  expect(valid.data).toEqual({ triggerWorkflow: { execution: null, replayed: false } });
  expect((await of({ idempotencyKey: "" })).code).toBe("BAD_USER_INPUT");
  expect((await of({ workflowId: "wf_00000000000000000000000000" })).code).toBe("NOT_FOUND");
  expect(
    (await trigger(server, acme.viewer, { workflowId: acme.workflow.id, validateOnly: true })).code,
  ).toBe("FORBIDDEN");
  await workflows.update(contextOf(server, acme.owner), { id: acme.workflow.id, enabled: false });
  expect((await of({})).code).toBe("CONFLICT");
  expect(await countOf(server, acme)).toBe(0);
  const { read } = server.runtime.database;
  const requests = await read.query("SELECT * FROM trigger_requests WHERE workflow_id = ?", [
    acme.workflow.id,
  ]);
  expect(requests).toEqual([]);
});

test("a disabled workflow takes no trigger until it is enabled; a deleted one is not there", async () => {
  const acme = await world(server);
  const ctx = contextOf(server, acme.owner);
  const key = await acme.projectKey();
  const { id, slug } = acme.workflow;
  await workflows.update(ctx, { id, enabled: false });
  for (const input of [{ workflowId: id }, { workflow: slug }]) {
    const refused = await trigger(server, key, input);
    expect(refused.code).toBe("CONFLICT");
    expect(refused.errors[0]?.message).toContain("disabled");
  }
  await workflows.update(ctx, { id, enabled: true });
  expect((await trigger(server, key, { workflowId: id })).errors).toEqual([]);
  await workflows.remove(ctx, id);
  for (const input of [{ workflowId: id }, { workflow: slug }, { workflow: id }]) {
    expect((await trigger(server, key, input)).code).toBe("NOT_FOUND");
  }
});

test("who triggered it stays true after the key is gone", async () => {
  const acme = await world(server);
  const key = await acme.organizationKey();
  const { data } = await trigger(server, key, { workflowId: acme.workflow.id });
  await graphql(server.url, acme.owner, "mutation ($id: ID!) { deleteApiKey(id: $id) }", { id: key.id });
  const read = await graphql(
    server.url,
    acme.owner,
    "query ($id: ID!) { execution(id: $id) { triggeredBy { kind name apiKeyId user { id } apiKey { id } } } }",
    { id: data.triggerWorkflow.execution?.id },
  );
  expect(read.data).toEqual({
    execution: {
      triggeredBy: { kind: "API_KEY", name: "Org key", apiKeyId: key.id, user: null, apiKey: null },
    },
  });
});

async function workflowOf(acme: World, settings: object): Promise<Record<string, unknown>> {
  const answer = await graphql<{ createWorkflow: { workflow: Record<string, unknown> } }>(
    server.url,
    acme.owner,
    `mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { workflow {
      enabled disabledReason maxAttempts timeoutSeconds completionTimeoutSeconds inputSchema schedule { cron }
      targetHeaders { name value } description } } }`,
    { input: { projectId: acme.project.id, name: "Made", targetUrl: "https://example.com/", ...settings } },
  );
  expect(answer.errors).toEqual([]);
  return answer.data.createWorkflow.workflow;
}

test("a workflow that says nothing of its settings has the usual ones", async () => {
  const usual = {
    enabled: true,
    disabledReason: null,
    maxAttempts: 10,
    timeoutSeconds: 15,
    completionTimeoutSeconds: 86_400,
    inputSchema: null,
    schedule: null,
    targetHeaders: [],
    description: null,
  };
  expect(await workflowOf(await world(server), {})).toEqual(usual);
  expect(await workflowOf(await world(server), { maxAttempts: null, timeoutSeconds: null })).toEqual(usual);
});
