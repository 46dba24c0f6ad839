import { type ApiError, anonymous, graphql } from "../testing/client.js";
import { queriesDuring } from "../testing/queries.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { type World, world } from "../testing/world.js";

let server: TestServer;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
  acme = await world(server);
});
afterAll(() => server?.stop());

const ROWS = /more than 10000 rows/;
const VALUES = /more than 100000 values/;
const keys = (fields: string) =>
  `{ organizations { nodes { apiKeys(first: 100) { nodes { ${fields} } } } } }`;
const viewerKeys = (first: string) => `{ viewer { ... on User { memberships { organization {
  projects(first: ${first}) { nodes { apiKeys(first: 100) { nodes { id } } } } } } } } }`;
const many = (count: number, field: string) =>
  Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(" ");

test.each([
  ["the days of many keys", keys("usage(days: 30) { date }"), ROWS, "days"],
  ["days left to their default", keys("usage(days: null) { date }"), ROWS, "days"],
  ["days as numbers", keys("usageSeries { accepted }"), ROWS, "days"],
  ["denials by day", keys("denials { date }"), ROWS, "days"],
  [
    "hours",
    "{ organizations { nodes { projects { nodes { workflows { nodes { executionHours { hour } } } } } } } }",
    ROWS,
    "hours",
  ],
  ["what lies below a union", viewerKeys("100"), ROWS, "first"],
  [
    "many fields of many rows",
    `{ ${many(20, "organizations(first: 100) { nodes { ...F } }")} }
    fragment F on Organization { ${"id name slug createdAt viewerRole viewerPermissions ".repeat(9)} }`,
    VALUES,
    "first",
  ],
])("%s are counted, and refused before any of them is read", async (_, query, says, path) => {
  const { data, code, errors } = await graphql(server.url, acme.owner, query);
  expect(data).toBeNull();
  expect(code).toBe("BAD_USER_INPUT");
  expect(errors[0]?.message).toMatch(says);
  expect(errors[0]?.extensions.fields?.map(({ path }) => path)).toEqual([path]);
});

test("as many as a page shows are let through", async () => {
  for (const query of [
    "{ organizations(first: 1) { nodes { apiKeys(first: 100) { nodes { id usage(days: 90) { date accepted denied } } } } } }",
    viewerKeys("99"),
  ]) {
    expect((await graphql(server.url, acme.owner, query)).errors).toEqual([]);
  }
});

const deep = (levels: number): string =>
  levels === 0 ? "id" : `project { workflow(slug: "x") { ${deep(levels - 1)} } }`;
const spread = (level: number): string =>
  `fragment F${level} on Query { ${level === 0 ? "server { version }" : `...F${level - 1} `.repeat(9)} }`;

test.each([
  [
    "fields of one name",
    `{ server { ${"version ".repeat(1000)} } }`,
    /^The operation selects fields of one name/,
  ],
  ["depth", `{ workflow(id: "x") { ${deep(6)} } }`, /^Query depth limit of 12 exceeded/],
  ["aliases", `{ ${many(21, "server { version }")} }`, /^Aliases limit of 20 exceeded/],
  [
    "directives",
    `{ server { ${Array.from({ length: 21 }, () => "... @skip(if: true) { version }").join(" ")} } }`,
    /^Directives limit of 20 exceeded/,
  ],
  [
    "selections",
    `{ ...F4 } ${[0, 1, 2, 3, 4].map(spread).join(" ")}`,
    /^The operation has more than 5000 selections/,
  ],
  ["tokens", `{ server { ${"version ".repeat(2000)} } }`, /^The document has more than 2000 tokens/],
])("the limit of %s is refused in one message that names it", async (_, query, says) => {
  const { status, errors } = await graphql(server.url, acme.owner, query);
  expect(status).toBe(400);
  expect(errors.map(({ message }) => message)).toEqual([expect.stringMatching(says)]);
});

describe("without introspection", () => {
  let closed: TestServer;
  beforeAll(async () => {
    closed = await startTestServer({ INTROSPECTION: "off" });
  });
  afterAll(() => closed?.stop());

  const ask = async (url: string, type: string, value: unknown) => {
    const query = `query ($v: ${type}) { organization(id: "x") { apiKeys(filter: $v) { totalCount } } }`;
    const { code, errors } = await graphql(url, anonymous, query, { v: value });
    expect(code).toBe("BAD_USER_INPUT");
    return errors[0]?.extensions.fields;
  };

  test.each([
    [
      "an unknown field",
      { nope: 1 },
      "v",
      "A field of ApiKeyFilter is unknown or left out, or this is no object.",
    ],
    ["a wrong field", { search: 1 }, "v.search", "Give a value of type String."],
    ["a wrong word", { state: ["nope"] }, "v.state.0", "Give a value of type ApiKeyState!."],
  ])("a variable with %s does not list what there is", async (_, value, path, message) => {
    expect(await ask(closed.url, "ApiKeyFilter", value)).toEqual([{ path, message }]);
    const [open] = (await ask(server.url, "ApiKeyFilter", value)) ?? [];
    expect(open?.path).toBe(path);
    if (path !== "v.search") expect(open?.message).toMatch(/NEVER_USED|neverUsed: Boolean/);
  });

  test("introspection is refused in the words of the setting that switched it off", async () => {
    const { status, errors } = await graphql(closed.url, anonymous, "{ __schema { types { name } } }");
    expect(status).toBe(400);
    expect(errors.map(({ message }) => message)).toEqual([
      "Introspection is switched off at this server (INTROSPECTION=off).",
    ]);
  });
});

test("lists without pages that lead to one another end with an error, and are read once for each person", async () => {
  for (let n = 0; n < 40; n++) {
    const input = { name: `Further ${n}` };
    const create = "mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { id } }";
    expect((await graphql(server.url, acme.viewer, create, { input })).errors).toEqual([]);
  }
  const nested = (levels: number): string =>
    levels === 0 ? "memberships { id }" : `memberships { user { ${nested(levels - 1)} } }`;
  const ask = (levels: number) =>
    graphql(server.url, acme.viewer, `{ viewer { ... on User { ${nested(levels)} } } }`);
  expect((await ask(1)).errors).toEqual([]);
  const queries = await queriesDuring(server, async () => {
    const { data, code, errors } = await ask(2);
    expect(data).toEqual({ viewer: null });
    expect(code).toBe("BAD_USER_INPUT");
    expect(errors[0]?.message).toMatch(/more than 25000 entries/);
  });
  expect(queries.length).toBeLessThan(15);
});

test.each([
  ["a field", 'subscription ($s: Boolean!) { executionUpdated(id: "x") @skip(if: $s) { id } }'],
  [
    "a fragment",
    `subscription ($s: Boolean!) { ... { ...F @include(if: $s) } }
     fragment F on Subscription { executionUpdated(id: "x") @include(if: $s) { id } }`,
  ],
])(
  "a subscription that a condition at %s may leave empty is refused, and nothing of it is logged",
  async (_, text) => {
    const secret = "a password in the query itself";
    const query = `mutation M { signIn(input: { email: "a@example.com", password: "${secret}" }) { user { id } } } ${text}`;
    for (const path of ["graphql", "graphql/stream"]) {
      const response = await fetch(`${server.url}/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, operationName: "M", variables: { s: false } }),
      });
      const { errors } = (await response.json()) as { errors: ApiError[] };
      expect(errors[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
      expect(errors.map(({ message }) => message)).toContainEqual(
        expect.stringContaining("(not on a subscription's field)"),
      );
    }
    expect(server.logged.filter((line) => line.includes(secret))).toEqual([]);
  },
);
