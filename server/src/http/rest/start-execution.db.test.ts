import { request as httpRequest } from "node:http";
import { Execution } from "../../execution/execution.entity.js";
import { newId } from "../../ids.js";
import { anonymous, type Caller, graphql } from "../../testing/client.js";
import { openReceiver, type Receiver } from "../../testing/receiver.js";
import { rest } from "../../testing/rest.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";
import { contextOf, type World, world } from "../../testing/world.js";
import * as workflows from "../../workflow/workflow.service.js";

let server: TestServer;
let receiver: Receiver;
let acme: World;
let key: Caller & { id: string };
beforeAll(async () => {
  server = await startTestServer();
  receiver = await openReceiver();
  acme = await world(server, receiver.url);
  key = await acme.projectKey();
});
afterAll(async () => {
  await server?.stop();
  await receiver?.close();
});

type Options = Parameters<typeof rest>[4];
const post = (caller: Caller, path: string, options?: Options) =>
  rest(server.url, caller, "POST", path, options);
const byId = (id = acme.workflow.id) => `/workflows/${id}/executions`;
const bySlug = (projectId = acme.project.id, slug = acme.workflow.slug) =>
  `/projects/${projectId}/workflows/${slug}/executions`;
const start = (options?: Options, caller: Caller = key) => post(caller, byId(), options);
const withKey = (value: string, body: unknown = { n: 1 }) =>
  start({ body, headers: { "idempotency-key": value } });
const countExecutions = () => server.runtime.database.read.countBy(Execution, {});

test("a workflow starts by id or slug; the answer is the execution, and its Location can be read", async () => {
  for (const path of [byId(), bySlug()]) {
    const input = { name: "Ada", tags: ["a", null, 1.5], "__proto__ ": { x: 1 } };
    const { status, headers, body } = await post(key, path, { body: input });
    expect(status).toBe(202);
    expect(headers.get("location")).toBe(`/api/v1/executions/${body.id}`);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("ratelimit")).toMatch(/^"minute";r=\d+;t=\d+$/);
    expect(headers.get("idempotent-replayed")).toBeNull();
    const { id, slug, name } = acme.workflow;
    expect(body).toMatchObject({
      workflow: { id, slug, name },
      project: { id: acme.project.id, slug: acme.project.slug, name: acme.project.name },
      triggeredBy: { kind: "API_KEY", name: "Project key", apiKeyId: key.id },
      input,
      error: null,
      retryOfId: null,
      idempotencyKey: null,
    });
    const followed = await fetch(new URL(headers.get("location") ?? "", server.url), {
      headers: { "x-api-key": key.key ?? "" },
    });
    expect(followed.status).toBe(200);
    expect(await followed.json()).toMatchObject({ id: body.id, input });
  }
});

test("an execution shows over REST what it shows in GraphQL, under the same names", async () => {
  const { body } = await start({ body: { same: true } });
  await receiver.waitFor(1);
  const fields = `id status workflow { id slug name } project { id slug name } input output
    triggeredBy { kind name apiKeyId } error { code message } idempotencyKey retryOfId
    attempts { number startedAt finishedAt responseStatus error { code message } durationMs }
    nextAttemptAt completionDeadline createdAt startedAt finishedAt`;
  for (;;) {
    const { data } = await graphql<{ execution: { status: string } }>(
      server.url,
      key,
      `query ($id: ID!) { execution(id: $id) { ${fields} } }`,
      { id: body.id },
    );
    const shown = await rest(server.url, key, "GET", `/executions/${body.id}`);
    // Both see it at rest, or it is looked at once more.
    if (data.execution.status !== "SUCCEEDED") continue;
    expect(shown.body).toEqual(data.execution);
    expect(shown.body["attempts"]).toMatchObject([{ number: 1, responseStatus: 200 }]);
    return;
  }
});

test.each([
  ["no body", {}, null],
  ["an empty body of JSON", { body: "" }, null],
  ["null", { body: "null" }, null],
  ["a text", { body: '"hello"' }, "hello"],
  ["a number", { body: "0" }, 0],
  ["false", { body: "false" }, false],
  ["an empty list", { body: "[]" }, []],
])("%s is an input", async (_, options: object, input) => {
  const { status, body } = await start(options);
  expect(status).toBe(202);
  expect(body["input"]).toEqual(input);
});

test("a member named __proto__ reaches the target as it came, and changes nothing here", async () => {
  const text = '{"__proto__":{"polluted":true},"constructor":1}';
  const { body } = await start({ body: text });
  expect(JSON.stringify(body["input"])).toBe(text);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  const seen = () => receiver.received.find((one) => one.headers["webhook-id"] === body.id);
  while (!seen()) await receiver.waitFor(receiver.received.length + 1);
  expect(JSON.stringify(JSON.parse(seen()?.body ?? "").data.input)).toBe(text);
});

describe("who may start", () => {
  const outcome = async (caller: Caller, path = byId()) => {
    const { status, body, headers } = await post(caller, path, { body: {} });
    if (status !== 202) {
      expect(headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
      expect(body).toMatchObject({ type: "about:blank", status, title: expect.any(String) });
    }
    return [status, body.code ?? null];
  };

  test("nobody, a stranger, the too weak and the allowed are told apart", async () => {
    for (const path of [byId(), bySlug()]) {
      expect(await outcome(anonymous, path)).toEqual([401, "UNAUTHENTICATED"]);
      expect(await outcome({ cookie: "postern=nonsense" }, path)).toEqual([401, "UNAUTHENTICATED"]);
      expect(await outcome({ key: "pst_p_wrong" }, path)).toEqual([401, "UNAUTHENTICATED"]);
      expect(await outcome(acme.stranger, path)).toEqual([404, "NOT_FOUND"]);
      expect(await outcome(acme.member, path)).toEqual([404, "NOT_FOUND"]);
      expect(await outcome(acme.viewer, path)).toEqual([403, "FORBIDDEN"]);
      for (const caller of [acme.editor, acme.projectAdmin, acme.admin, acme.owner]) {
        expect(await outcome(caller, path)).toEqual([202, null]);
      }
      for (const role of ["TRIGGER", "VIEWER", "PRIVILEGED"] as const) {
        expect(await outcome(await acme.projectKey(role), path)).toEqual([202, null]);
      }
    }
  });

  test("a key starts only where its access reaches", async () => {
    const elsewhere = await acme.organizationKey("PRIVILEGED", [acme.otherProject]);
    expect(await outcome(elsewhere)).toEqual([404, "NOT_FOUND"]);
    expect(await outcome(elsewhere, bySlug())).toEqual([404, "NOT_FOUND"]);
    expect(await outcome(await acme.organizationKey("TRIGGER", [acme.project]))).toEqual([202, null]);
    expect(await outcome(await acme.organizationKey("TRIGGER"), bySlug())).toEqual([202, null]);
    expect(await outcome(key, bySlug(acme.otherProject.id))).toEqual([404, "NOT_FOUND"]);
    expect(await outcome(key, bySlug(acme.foreignProject.id))).toEqual([404, "NOT_FOUND"]);
    expect(await outcome(key, bySlug(acme.project.id, "no-such"))).toEqual([404, "NOT_FOUND"]);
    expect(await outcome(key, byId(newId("workflow")))).toEqual([404, "NOT_FOUND"]);
    expect(await outcome(key, byId("1' OR '1'='1"))).toEqual([404, "NOT_FOUND"]);
  });

  test("who is not known learns how to become so, and nothing of the body is read before", async () => {
    const { status, headers, body } = await start({ body: "{" }, { key: "pst_p_wrong" });
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toBe('Bearer realm="postern"');
    expect(body).toMatchObject({ code: "UNAUTHENTICATED", reason: "INVALID" });
    expect((await start({ body: {} }, anonymous)).body).toMatchObject({ reason: "MISSING" });
  });

  test("a page of another site starts nothing with a browser's cookie", async () => {
    const status = (headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        const request = httpRequest(
          `${server.url}/api/v1${byId()}`,
          { method: "POST", headers: { cookie: acme.owner.cookie ?? "", ...headers } },
          (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
          },
        );
        request.on("error", reject);
        request.end();
      });
    expect(await status({ "sec-fetch-site": "same-origin" })).toBe(202);
    expect(await status({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await status({ origin: "https://evil.example" })).toBe(403);
    expect(await status({ "sec-fetch-site": "same-origin", "content-type": "text/plain" })).toBe(415);
  });
});

describe("a request at fault", () => {
  test.each<[string, Options, number, string, string[]]>([
    ["no JSON", { body: "{hunter2" }, 400, "BAD_USER_INPUT", []],
    ["an integer beyond 2^53", { body: "[9007199254740992]" }, 400, "BAD_USER_INPUT", []],
    ["33 levels", { body: "[".repeat(33) + "]".repeat(33) }, 400, "BAD_USER_INPUT", ["body"]],
    ["257 KiB", { body: JSON.stringify("x".repeat(257 * 1024)) }, 400, "BAD_USER_INPUT", ["body"]],
    ["513 KiB", { body: JSON.stringify("x".repeat(513 * 1024)) }, 413, "PAYLOAD_TOO_LARGE", []],
    ["text", { body: "hunter2", headers: { "content-type": "text/plain" } }, 415, "BAD_USER_INPUT", []],
    [
      "UTF-16",
      { body: "{}", headers: { "content-type": "application/json; charset=utf-16" } },
      415,
      "BAD_USER_INPUT",
      [],
    ],
  ])("%s is refused as a problem that repeats nothing", async (_, options, status, code, paths) => {
    const before = await countExecutions();
    const answer = await start(options);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((answer.body.fields ?? []).map(({ path }) => path)).toEqual(paths);
    expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(JSON.stringify(answer.body)).not.toMatch(/hunter2|xxx|input\./);
    expect(await countExecutions()).toBe(before);
  });

  test("a query that is not known, or given twice, is refused", async () => {
    for (const [query, path] of [
      ["?validateOnly=hunter2", "query/validateOnly"],
      ["?validateOnly=true&validateOnly=true", "query/validateOnly"],
      ["?hunter2=1", "query"],
    ]) {
      const { status, body } = await post(key, byId() + query, { body: {} });
      expect([status, body.fields?.map((field) => field.path)]).toEqual([400, [path]]);
      expect(JSON.stringify(body)).not.toContain("hunter2");
    }
  });

  test("a disabled workflow is a conflict", async () => {
    const asOwner = contextOf(server, acme.owner);
    const { workflow } = await workflows.create(asOwner, {
      projectId: acme.project.id,
      name: "Off",
      targetUrl: receiver.url,
    });
    await workflows.update(asOwner, { id: workflow.id, enabled: false });
    const one = await post(key, byId(workflow.id));
    expect([one.status, one.body.code]).toEqual([409, "CONFLICT"]);
    const other = await post(key, bySlug(acme.project.id, workflow.slug));
    expect([other.status, other.body.code]).toEqual([409, "CONFLICT"]);
  });

  test("over its rate a key is told when to come back", async () => {
    const { data } = await graphql<{ createProjectApiKey: { secret: string } }>(
      server.url,
      acme.owner,
      `mutation ($id: ID!) { createProjectApiKey(input: { projectId: $id, rateLimitPerMinute: 2,
        expiry: { policy: NEVER } }) { secret } }`,
      { id: acme.project.id },
    );
    const slow = { key: data.createProjectApiKey.secret };
    expect((await start({}, slow)).status).toBe(202);
    expect((await graphql(server.url, slow, "{ viewer { __typename } }")).status).toBe(200);
    const { status, headers, body } = await start({}, slow);
    expect([status, body.code]).toEqual([429, "RATE_LIMITED"]);
    expect(headers.get("retry-after")).toBe(String(body["retryAfterSeconds"]));
    expect(headers.get("ratelimit")).toContain("r=0");
  });
});

test("validateOnly says what would happen, and starts nothing", async () => {
  const before = await countExecutions();
  const checked = await post(key, `${byId()}?validateOnly=true`, { body: {} });
  expect([checked.status, checked.body]).toEqual([200, { execution: null, replayed: false }]);
  expect((await post(acme.viewer, `${byId()}?validateOnly=true`)).status).toBe(403);
  expect(await countExecutions()).toBe(before);
  expect((await post(key, `${byId()}?validateOnly=false`)).status).toBe(202);
});

test("a workflow whose inputs take long to check holds up its own callers, and no other of its project", async () => {
  const made = (name: string, inputSchema: unknown) =>
    workflows.create(contextOf(server, acme.owner), {
      projectId: acme.project.id,
      name,
      targetUrl: receiver.url,
      inputSchema,
    });
  // Each of 31 levels is looked at twice as often as the one above.
  const slow = await made("Slow", { allOf: [{ items: { $ref: "#" } }, { items: { $ref: "#" } }] });
  const quick = await made("Quick", { type: "object" });
  const send = ({ workflow }: typeof slow, text: string) =>
    fetch(`${server.url}/api/v1/workflows/${workflow.id}/executions`, {
      method: "POST",
      headers: { "x-api-key": key.key ?? "", "content-type": "application/json" },
      body: text,
    });
  const floods = Array.from({ length: 60 }, () => send(slow, "[".repeat(31) + "]".repeat(31)));
  const refused = (answer: Response) => (answer.status === 429 ? answer : Promise.reject(answer.status));
  // With the first refusal as many wait as may.
  const told = await Promise.any(floods.map((answer) => answer.then(refused)));
  expect(told.headers.get("retry-after")).toBe("5");
  expect(await told.json()).toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: 5 });
  for (let call = 0; call < 6; call++) expect((await send(quick, "{}")).status).toBe(202);
  for (const { status, headers } of await Promise.all(floods)) {
    expect([400, 429, 503]).toContain(status);
    expect(headers.get("retry-after")).toBe(status === 400 ? null : "5");
  }
});

describe("Idempotency-Key", () => {
  test("the same key and input answer with the first execution, quoted or bare, and say so", async () => {
    const first = await withKey('"one \\"two\\" \\\\"');
    expect([first.status, first.body["idempotencyKey"]]).toEqual([202, 'one "two" \\']);
    const again = await withKey('one "two" \\');
    expect([again.status, again.body.id]).toEqual([202, first.body.id]);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
  });

  test("validateOnly says that nothing new would be started", async () => {
    await withKey("checked");
    const headers = { "idempotency-key": "checked" };
    const checked = await post(key, `${byId()}?validateOnly=true`, { body: { n: 1 }, headers });
    expect([checked.status, checked.body]).toEqual([200, { execution: null, replayed: true }]);
    expect(checked.headers.get("idempotent-replayed")).toBe("true");
  });

  test("another input is a conflict in the header", async () => {
    await withKey("changed", { n: 1 });
    const { status, body } = await withKey("changed", { n: "hunter2" });
    expect([status, body.code, body.fields?.[0]?.path]).toEqual([409, "CONFLICT", "header/Idempotency-Key"]);
    expect(JSON.stringify(body)).not.toContain("hunter2");
  });

  test.each([
    ["a quote that stays open", '"abc'],
    ["a quote inside", '"a"b"'],
    ["an unknown escape", '"a\\nb"'],
    ["no character", '""'],
    ["256 characters", "x".repeat(256)],
    ["a letter that is not ASCII", "schlüssel"],
  ])("%s is refused and starts nothing", async (_, value) => {
    const before = await countExecutions();
    const { status, body } = await withKey(value);
    expect([status, body.code]).toEqual([400, "BAD_USER_INPUT"]);
    expect(body.fields?.map(({ path }) => path)).toEqual(["header/Idempotency-Key"]);
    expect(JSON.stringify(body)).not.toContain(value.slice(0, 8));
    expect(await countExecutions()).toBe(before);
  });

  test("255 characters are a key; two headers are not", async () => {
    expect((await withKey("y".repeat(255))).status).toBe(202);
    const status = await new Promise<number>((resolve, reject) => {
      const headers = { authorization: `Bearer ${key.key}`, "idempotency-key": ["a", "b"] };
      const request = httpRequest(
        `${server.url}/api/v1${byId()}`,
        { method: "POST", headers },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      request.on("error", reject);
      request.end();
    });
    expect(status).toBe(400);
  });

  test("20 at once start one execution", async () => {
    const before = await countExecutions();
    const answers = await Promise.all(Array.from({ length: 20 }, () => withKey('"at once"')));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(202));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get("idempotent-replayed") === "true")).toHaveLength(19);
    expect(await countExecutions()).toBe(before + 1);
  });

  test("the header counts for GraphQL too, and both ways to call share their keys", async () => {
    const { body } = await withKey("shared", { n: 2 });
    const query = `mutation ($input: TriggerWorkflowInput!) {
      triggerWorkflow(input: $input) { execution { id } replayed } }`;
    const trigger = async (header: string, more: object = {}) => {
      const response = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${key.key}`,
          "idempotency-key": header,
        },
        body: JSON.stringify({
          query,
          variables: { input: { workflowId: acme.workflow.id, input: { n: 2 }, ...more } },
        }),
      });
      return (await response.json()) as { data: object | null; errors?: { extensions: object }[] };
    };
    const replayed = { triggerWorkflow: { execution: { id: body.id }, replayed: true } };
    expect((await trigger('"shared"')).data).toEqual(replayed);
    expect((await trigger("shared", { idempotencyKey: "shared" })).data).toEqual(replayed);
    expect((await trigger("shared", { idempotencyKey: "other" })).errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "input.idempotencyKey" }],
    });
    expect((await trigger('"open')).errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "header/Idempotency-Key" }],
    });
  });
});
