import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { anonymous, graphql } from "../testing/client.js";
import { startStopwatch } from "../testing/stopwatch.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { type World, world } from "../testing/world.js";

let server: TestServer;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
  acme = await world(server);
});
afterEach(async () => {
  // Whatever a request did, the process lives and answers the next one.
  expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
});
afterAll(() => server?.stop());

const post = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
const codeOf = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;
const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

test.each<[string, string | Uint8Array, Record<string, string>, number, string]>([
  ["no JSON", "{", {}, 400, "BAD_USER_INPUT"],
  ["an empty body", "", {}, 400, "BAD_USER_INPUT"],
  ["JSON without a query", "{}", {}, 400, "BAD_USER_INPUT"],
  ["an array of operations", '[{"query":"{__typename}"}]', {}, 400, "BAD_USER_INPUT"],
  ["bytes that are no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), {}, 400, "BAD_USER_INPUT"],
  ["15,000 levels", `{"query":"{__typename}","variables":{"a":${deep(15_000)}}}`, {}, 400, "BAD_USER_INPUT"],
  ["600 KiB", `{"query":"${"x".repeat(600 * 1024)}"}`, {}, 413, "PAYLOAD_TOO_LARGE"],
  ["another type", "query=1", { "content-type": "application/x-www-form-urlencoded" }, 415, "BAD_USER_INPUT"],
  ["UTF-16", "{}", { "content-type": "application/json; charset=utf-16" }, 415, "BAD_USER_INPUT"],
  ["no GraphQL", '{"query":"{"}', {}, 400, "GRAPHQL_PARSE_FAILED"],
  ["an unknown field", '{"query":"{ secrets }"}', {}, 400, "GRAPHQL_VALIDATION_FAILED"],
  [
    "an integer beyond 2^53",
    '{"query":"{__typename}","variables":{"a":9007199254740992}}',
    {},
    400,
    "BAD_USER_INPUT",
  ],
  ["a number that is none", '{"query":"{__typename}","variables":{"a":[-1e400]}}', {}, 400, "BAD_USER_INPUT"],
  [
    "a subscription",
    '{"query":"subscription { executionUpdated(id: 1) { id } }"}',
    {},
    400,
    "BAD_USER_INPUT",
  ],
  [
    "a persisted query",
    '{"query":"{__typename}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
    {},
    200,
    "BAD_USER_INPUT",
  ],
])("a body of %s is refused in JSON", async (_, body, headers, status, code) => {
  const response = await post(body, headers);
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toContain("application/json");
  expect(await codeOf(response)).toBe(code);
});

test("a body is refused by its announced size, and the rest of a slow one is not waited for", async () => {
  const response = await new Promise<string>((resolve, reject) => {
    const socket = connect(server.port, "127.0.0.1", () => {
      socket.write("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n");
      socket.write("Content-Length: 99999999\r\n\r\n{");
    });
    socket.once("data", (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    socket.once("error", reject);
  });
  expect(response).toMatch(/^HTTP\/1\.1 413 /);
});

test.each([
  ["depth", `{ organizations { nodes ${"{ projects { nodes ".repeat(6)} { id } ${"} }".repeat(6)} } }`],
  ["aliases", `{ ${Array.from({ length: 21 }, (_, i) => `a${i}: server { version }`).join(" ")} }`],
  ["directives", `{ server ${"@include(if: true) ".repeat(21)} { version } }`],
  ["tokens", `{ ${"server { version } ".repeat(600)} }`],
  ["a fragment bomb", bomb(20)],
])("an operation with too much of %s is refused before it runs", async (_, query) => {
  const answer = await graphql(server.url, acme.owner, query);
  expect(answer.errors.length).toBeGreaterThan(0);
  expect(["GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED", "BAD_USER_INPUT"]).toContain(answer.code);
  expect(answer.data).toBeNull();
});

/** Each fragment spreads the next one twice: two to the power of n selections out of n lines. */
function bomb(n: number): string {
  const fragments = Array.from(
    { length: n },
    (_, i) => `fragment F${i} on User { id ${i + 1 < n ? `...F${i + 1} ...F${i + 1}` : ""} }`,
  );
  return `{ viewer { ... on User { ...F0 } } } ${fragments.join(" ")}`;
}

test("lists inside lists are bounded by what they multiply to", async () => {
  const query = (first: number) =>
    `{ organizations(first: ${first}) { nodes { projects(first: ${first}) { nodes { id } } } } }`;
  expect((await graphql(server.url, acme.owner, query(99))).errors).toEqual([]);
  const refused = await graphql(server.url, acme.owner, query(100));
  expect(refused.code).toBe("BAD_USER_INPUT");
  expect(refused.errors[0]?.message).toContain("10000");
});

test.each([
  "text/html",
  "text/event-stream",
  "application/json;q=0",
  "",
  "application/graphql-response+json",
])("a mutation that is carried out is never called not acceptable: Accept: %s", async (accept) => {
  const query = "mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { id } }";
  const input = { name: "Accepted", slug: `accepted-${accept.replace(/[^a-z]/g, "")}` };
  const body = JSON.stringify({ query, variables: { input } });
  const response = await post(body, { cookie: acme.owner.cookie ?? "", accept });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^application\/(graphql-response\+)?json/);
});

test("GraphQL answers POST alone", async () => {
  for (const method of ["GET", "PUT", "DELETE", "OPTIONS"]) {
    const response = await fetch(`${server.url}/graphql?query={__typename}`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
  }
});

test("a browser's cookie counts only on requests from Postern's own pages", async () => {
  const query = JSON.stringify({ query: "{ viewer { __typename } }" });
  const cookie = acme.owner.cookie ?? "";
  const own = { "sec-fetch-site": "same-origin" };
  const status = async (headers: Record<string, string>) =>
    (await send(query, { cookie, ...headers })).status;
  expect(await status(own)).toBe(200);
  expect(await status({ origin: server.url })).toBe(200);
  expect(await status({ "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await status({ "sec-fetch-site": "same-site" })).toBe(403);
  expect(await status({ origin: "https://evil.example" })).toBe(403);
  expect(await status({ origin: "null" })).toBe(403);
});

/** fetch() sets Sec-Fetch-* itself; this sends what it is told. */
function send(body: string, headers: Record<string, string>): Promise<{ status: number }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      `${server.url}/graphql`,
      { method: "POST", headers: { "content-type": "application/json", ...headers } },
      (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0 });
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

test("an unexpected failure shows its request's id and nothing else; the log has the rest under that id", async () => {
  const { database } = server.runtime;
  const broken = database.read.findBy.bind(database.read);
  database.read.findBy = () => Promise.reject(new Error("the password of the database is hunter2"));
  const { errors, headers } = await graphql(
    server.url,
    acme.owner,
    '{ project(id: "proj_00000000000000000000000000") { id } }',
  );
  database.read.findBy = broken;
  const requestId = headers.get("x-request-id");
  expect(errors).toMatchObject([
    { message: "Internal server error", extensions: { code: "INTERNAL_SERVER_ERROR", requestId } },
  ]);
  expect(JSON.stringify(errors)).not.toContain("hunter2");
  expect(server.logged.some((line) => line.includes("hunter2"))).toBe(true);
});

test("a variable that does not fit is named with its path and never repeated", async () => {
  const { errors, code, status } = await graphql(
    server.url,
    anonymous,
    "mutation ($input: SignInInput!) { signIn(input: $input) { user { id } } }",
    { input: { email: "a@example.com", password: { secret: "hunter2" }, remember: "hunter2" } },
  );
  expect(status).toBe(400);
  expect(code).toBe("BAD_USER_INPUT");
  expect(errors[0]?.extensions.fields?.map(({ path }) => path).sort()).toEqual(["input", "input.password"]);
  expect(JSON.stringify(errors)).not.toContain("hunter2");
});

test("answers carry the headers that keep a browser safe, and no secret is cached", async () => {
  const page = await fetch(server.url, { headers: { accept: "text/html" } });
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("upgrade-insecure-requests");
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  expect(page.headers.get("referrer-policy")).toBe("no-referrer");
  expect(page.headers.get("strict-transport-security")).toBeNull();
  expect(page.headers.get("x-powered-by")).toBeNull();
  expect((await post('{"query":"{__typename}"}')).headers.get("cache-control")).toBe("no-store");
});

test("an unknown address answers 404 in JSON to a program", async () => {
  const response = await fetch(`${server.url}/api/nothing`, { headers: { accept: "application/json" } });
  expect(response.status).toBe(404);
  expect(await codeOf(response)).toBe("NOT_FOUND");
});

test("an address that is no address is refused without repeating it, and nothing of a client's making is logged as ours", async () => {
  const before = server.logged.filter((line) => line.includes('"level":50')).length;
  const response = await fetch(`${server.url}/%zz-hunter2`);
  expect(response.status).toBe(400);
  expect(await response.text()).not.toContain("hunter2");
  for (const body of [
    '{"query":"subscription { x }"}',
    '{"query":"query A { __typename }","operationName":"B"}',
  ])
    await post(body);
  expect(server.logged.filter((line) => line.includes('"level":50')).length).toBe(before);
});

test("a stop does not wait for a connection that was opened and never used", async () => {
  const socket = connect(server.port, "127.0.0.1");
  await once(socket, "connect");
  const stopwatch = startStopwatch();
  await server.restart();
  expect(stopwatch()).toBeLessThan(10_000);
  socket.destroy();
});

test("health tells a living process from one that is ready", async () => {
  expect(await (await fetch(`${server.url}/health/live`)).json()).toEqual({ status: "live" });
  const { database } = server.runtime;
  const ping = database.ping;
  Object.assign(server.runtime.database, { ping: () => Promise.reject(new Error("away")) });
  expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
  expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
  Object.assign(server.runtime.database, { ping });
});
