import { Validator } from "@seriousme/openapi-schema-validator";
import { newId } from "../../ids.js";
import { anonymous, type Caller } from "../../testing/client.js";
import { rest } from "../../testing/rest.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";
import { type World, world } from "../../testing/world.js";

let server: TestServer;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
  acme = await world(server);
});
afterAll(() => server?.stop());

const EXECUTIONS = () => `/workflows/${acme.workflow.id}/executions`;
const started = async (caller: Caller) =>
  (await rest(server.url, caller, "POST", EXECUTIONS(), { body: { mine: true } })).body.id;
const read = async (caller: Caller, id: string) => {
  const { status, body } = await rest(server.url, caller, "GET", `/executions/${id}`);
  return [status, body.code ?? null];
};

test("who may read an execution: its project's readers, and a TRIGGER key its own", async () => {
  const key = await acme.projectKey();
  const own = await started(key);
  const others = await started(acme.owner);
  for (const caller of [acme.owner, acme.admin, acme.projectAdmin, acme.editor, acme.viewer]) {
    expect(await read(caller, own)).toEqual([200, null]);
  }
  expect(await read(key, own)).toEqual([200, null]);
  expect(await read(key, others)).toEqual([404, "NOT_FOUND"]);
  expect(await read(await acme.projectKey(), own)).toEqual([404, "NOT_FOUND"]);
  for (const role of ["VIEWER", "PRIVILEGED"] as const) {
    expect(await read(await acme.projectKey(role), own)).toEqual([200, null]);
    const elsewhere = await acme.organizationKey(role, [acme.otherProject]);
    expect(await read(elsewhere, own)).toEqual([404, "NOT_FOUND"]);
  }
  for (const caller of [acme.stranger, acme.member]) {
    expect(await read(caller, own)).toEqual([404, "NOT_FOUND"]);
  }
  expect(await read(anonymous, own)).toEqual([401, "UNAUTHENTICATED"]);
  expect(await read(acme.owner, newId("execution"))).toEqual([404, "NOT_FOUND"]);
  expect(await read(acme.owner, "exec_' OR 1=1 --")).toEqual([404, "NOT_FOUND"]);
});

test("HEAD asks as GET does and gets no body", async () => {
  const id = await started(acme.owner);
  const head = (caller: Caller) => rest(server.url, caller, "HEAD", `/executions/${id}`);
  const known = await head(acme.owner);
  expect([known.status, known.body.id]).toEqual([200, ""]);
  expect((await head(acme.stranger)).status).toBe(404);
  expect((await head(anonymous)).status).toBe(401);
});

test("another method is told what the address takes, whatever comes with it", async () => {
  for (const [path, allow] of [
    [EXECUTIONS(), "POST, OPTIONS"],
    [`/projects/${acme.project.id}/workflows/x/executions`, "POST, OPTIONS"],
    ["/executions/x", "GET, HEAD, OPTIONS"],
    ["/executions/x/completion", "POST, OPTIONS"],
    ["/organizations/x/audit-log.csv", "GET, OPTIONS"],
    ["/openapi.json", "GET, HEAD, OPTIONS"],
  ] as const) {
    for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]) {
      if (allow.includes(method)) continue;
      const body = method === "PUT" ? { body: "{", headers: { "content-type": "text/plain" } } : {};
      const answer = await rest(server.url, acme.owner, method, path, body);
      expect([method, path, answer.status]).toEqual([method, path, 405]);
      expect(answer.headers.get("allow")).toBe(allow);
      if (method !== "HEAD") expect(answer.body).toMatchObject({ code: "BAD_USER_INPUT", status: 405 });
    }
    const options = await rest(server.url, anonymous, "OPTIONS", path, {
      headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
    });
    expect([options.status, options.headers.get("allow")]).toEqual([204, allow]);
    expect(options.headers.get("access-control-allow-origin")).toBeNull();
  }
});

test("an address where nothing is answers with a problem, to a browser too, and repeats nothing", async () => {
  for (const [path, status] of [
    ["/hunter2", 404],
    ["/executions", 404],
    ["/executions/", 404],
    [`/executions/${"hunter2".repeat(40)}`, 400],
    ["/executions/%zz-hunter2", 400],
  ] as const) {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      headers: { accept: "text/html", "x-api-key": (await acme.projectKey()).key ?? "" },
    });
    const text = await response.text();
    expect([path, response.status]).toEqual([path, status]);
    expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(JSON.parse(text)).toMatchObject({ type: "about:blank", status });
    expect(text).not.toContain("hunter2");
  }
});

test("an unexpected failure shows its request's id and nothing else", async () => {
  const id = await started(acme.owner);
  const { database } = server.runtime;
  const working = database.read.find.bind(database.read);
  database.read.find = () => Promise.reject(new Error("the password of the database is hunter2"));
  const { status, headers, body } = await rest(
    server.url,
    await acme.projectKey("VIEWER"),
    "GET",
    `/executions/${id}`,
  );
  database.read.find = working;
  expect(status).toBe(500);
  expect(body).toEqual({
    type: "about:blank",
    title: "Internal Server Error",
    status: 500,
    detail: "Internal server error",
    code: "INTERNAL_SERVER_ERROR",
    requestId: headers.get("x-request-id"),
  });
});

test("a database that is away is told as such", async () => {
  const { database } = server.runtime;
  const working = database.read.query.bind(database.read);
  const { key } = await acme.projectKey();
  database.read.query = () => Promise.reject(Object.assign(new Error("gone"), { code: "ECONNREFUSED" }));
  const { status, body } = await rest(server.url, { key }, "POST", EXECUTIONS());
  database.read.query = working;
  expect([status, body.code]).toEqual([503, "SERVICE_UNAVAILABLE"]);
});

interface Operation {
  operationId: string;
  security: Record<string, unknown>[];
  parameters: { name: string; in: string }[];
  requestBody?: { required: boolean };
  responses: Record<string, { headers: object; content: Record<string, { schema: object }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

describe("the description", () => {
  let document: Document;
  beforeAll(async () => {
    const response = await fetch(`${server.url}/api/v1/openapi.json`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    document = (await response.json()) as Document;
  });

  test("is valid OpenAPI 3.1, and a broken one would be noticed", async () => {
    expect(document.openapi).toBe("3.1.0");
    const check = (one: object) => new Validator().validate(structuredClone(one) as Record<string, unknown>);
    expect(await check(document)).toEqual({ valid: true });
    const { paths } = document;
    const broken = { ...document, paths: { ...paths, "/broken": { get: { responses: { 200: [] } } } } };
    expect((await check(broken)).valid).toBe(false);
  });

  test("knows every route there is, each with its refusals as problems", () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual([
      "GET /api/v1/executions/{id}",
      "GET /api/v1/organizations/{id}/audit-log.csv",
      "GET /api/v1/organizations/{id}/audit-log.ndjson",
      "POST /api/v1/executions/{id}/completion",
      "POST /api/v1/projects/{id}/workflows/{slug}/executions",
      "POST /api/v1/workflows/{id}/executions",
    ]);
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { responses, security } of operations) {
      for (const scheme of security.flatMap((one) => Object.keys(one))) {
        expect(Object.keys(document.components.securitySchemes)).toContain(scheme);
      }
      for (const status of ["400", "401", "404", "500", "503"]) {
        expect(responses[status]?.content["application/problem+json"]?.schema).toEqual({
          $ref: "#/components/schemas/Problem",
        });
      }
    }
  });

  test("says that the input may be left out, and what the headers are", () => {
    const start = document.paths["/api/v1/workflows/{id}/executions"]?.["post"];
    expect(start?.requestBody?.required).toBe(false);
    expect(start?.parameters.map((one) => `${one.in} ${one.name}`)).toEqual([
      "query validateOnly",
      "path id",
      "header Idempotency-Key",
    ]);
    expect(Object.keys(start?.responses["202"]?.headers ?? {})).toEqual(
      expect.arrayContaining(["Location", "Idempotent-Replayed", "RateLimit", "RateLimit-Policy"]),
    );
    expect(Object.keys(start?.responses["200"]?.headers ?? {})).toContain("Idempotent-Replayed");
    expect(Object.keys(start?.responses["503"]?.headers ?? {})).toContain("Retry-After");
    expect(Object.keys(start?.responses["429"]?.headers ?? {})).toContain("Retry-After");
    const report = document.paths["/api/v1/executions/{id}/completion"]?.["post"];
    expect(report?.requestBody?.required).toBe(true);
    expect(report?.security).toEqual([{ completionToken: [] }]);
  });

  test("is read by anybody, and gone with introspection", async () => {
    const closed = await startTestServer({ INTROSPECTION: "off" });
    try {
      const { status, body } = await rest(closed.url, anonymous, "GET", "/openapi.json");
      expect([status, body.code]).toEqual([404, "NOT_FOUND"]);
      expect(body.detail).toBe("There is nothing at this address.");
      expect((await rest(closed.url, anonymous, "GET", "/executions/x")).status).toBe(401);
    } finally {
      await closed.stop();
    }
  });
});
