import { inTransaction } from "../database/unit-of-work.js";
import { newId } from "../ids.js";
import { graphql } from "../testing/client.js";
import { type Query, queriesDuring } from "../testing/queries.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";

declare const TEST_DATABASE: "sqlite" | "mariadb";

const KEYS = 100_000;

let server: TestServer;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
  acme = await world(server);
  await plant(KEYS);
});
afterAll(() => server?.stop());

/** Fills the organization with keys of every sort, 5 to each project of many, by plain inserts. */
async function plant(count: number): Promise<void> {
  const now = server.now().getTime();
  const owners = [acme.owner.userId, acme.editor.userId, acme.viewer.userId];
  const columns =
    "id, organization_id, project_id, name, folded_name, preview, kind, owner_id, role, access, expiry_policy, expires_at, created_at, created_by_kind, created_by_name, created_by_user_id, last_used_at, enabled";
  const sqlTime = (at: number) => new Date(at).toISOString().replace("T", " ").replace("Z", "");
  const others = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      graphql<{ createProject: { id: string } }>(
        server.url,
        acme.owner,
        "mutation ($input: CreateProjectInput!) { createProject(input: $input) { id } }",
        { input: { organizationId: acme.organization.id, name: `Filled ${i}` } },
      ),
    ),
  );
  const projects = others.map(({ data }) => data.createProject.id);
  const row = (i: number) => {
    const personal = i % 3 === 0;
    const here = i % 20 === 0;
    // One in twenty is the organization's own; of those, 30 live in the project that is looked at.
    const project = i < 600 ? acme.project.id : (projects[i % projects.length] ?? "");
    return [
      newId("apiKey"),
      here ? acme.organization.id : acme.foreignOrganization.id,
      here ? project : acme.foreignProject.id,
      `Key ${i}`,
      `key ${i}`,
      `pst_p_${(i % 9000).toString().padStart(4, "0")}`,
      personal ? "PERSONAL" : "SERVICE",
      personal ? owners[i % owners.length] : null,
      i % 2 ? "TRIGGER" : "VIEWER",
      "SELECTED_PROJECTS",
      i % 4 ? "DAYS_90" : "NEVER",
      i % 4 ? sqlTime(now + i * 1000) : null,
      sqlTime(now - i * 1000),
      "USER",
      "Olivia Owner",
      owners[i % owners.length],
      i % 5 ? sqlTime(now - i * 500) : null,
      1,
    ];
  };
  await inTransaction(contextOf(server, acme.owner), async (ctx) => {
    for (let at = 0; at < count; at += 500) {
      const rows = Array.from({ length: Math.min(500, count - at) }, (_, i) => row(at + i));
      const values = rows.map((values) => `(${values.map(() => "?").join(",")})`).join(",");
      await ctx.db.query(`INSERT INTO api_keys (${columns}) VALUES ${values}`, rows.flat());
    }
  });
  if (TEST_DATABASE === "mariadb") await server.runtime.database.read.query("ANALYZE TABLE api_keys");
}

const PAGE = `query ($id: ID!, $first: Int!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder) {
  project(id: $id) { name viewerPermissions
    apiKeys(first: $first, filter: $filter, orderBy: $orderBy) { totalCount pageInfo { hasNextPage }
      edges { inherited node { id name description preview level kind role scopes access status expiresAt createdAt
        lastUsedAt createdBy { name user { name } } owner { name } project { name } selectedProjects { name }
        rotation { previousUseCount } usage(days: 30) { accepted denied } usageSeries { accepted denied } viewerCanUpdate viewerCanDelete } } } } }`;

const pageOf = (first: number) => async () => {
  const { data, errors } = await graphql<{ project: { apiKeys: { totalCount: number; edges: unknown[] } } }>(
    server.url,
    acme.admin,
    PAGE,
    { id: acme.project.id, first },
  );
  expect(errors).toEqual([]);
  expect(data.project.apiKeys.edges).toHaveLength(first);
};

/** A query whatever the number of ids it asks for. */
const shape = ({ sql }: Query): string => sql.replace(/\?(, \?)+|LIMIT \d+/g, "?").replace(/\s+/g, " ");

test(`a project's page with 25 keys of ${KEYS} takes as many queries as one with 5`, async () => {
  const few = await queriesDuring(server, pageOf(5));
  const many = await queriesDuring(server, pageOf(25));
  expect(many.map(shape).sort()).toEqual(few.map(shape).sort());
  process.stdout.write(`a page of keys takes ${many.length} queries on ${TEST_DATABASE}\n`);
  expect(many.length).toBeLessThanOrEqual(20);
});

test("authenticating a call is one read by its primary key, and no write", async () => {
  const { key = "" } = await acme.organizationKey("VIEWER", [acme.project, acme.otherProject]);
  const queries = await queriesDuring(server, () => graphql(server.url, { key }, "{ __typename }"));
  expect(queries.map(({ sql }) => sql.trim().split(/\s+/)[0])).toEqual(["SELECT"]);
});

const OVERVIEW = `query ($id: ID!, $level: ApiKeyLevel, $atWork: [ApiKeyStatus!], $stopped: [ApiKeyStatus!]) {
  organization(id: $id) { apiKeyInsights(level: $level) { kind count }
    apiKeys(filter: { level: $level, status: $atWork }) { totalCount nodes { id } }
    hidden: apiKeys(filter: { level: $level, status: $stopped }, first: 1) { totalCount } } }`;

/** What is read where the admin application opens a list of keys. */
const overview = (level: "ORGANIZATION" | "PROJECT") =>
  queriesDuring(server, () =>
    graphql(server.url, acme.owner, OVERVIEW, {
      id: acme.organization.id,
      level,
      atWork: ["ACTIVE", "DISABLED", "OWNER_INACTIVE"],
      stopped: ["REVOKED", "EXPIRED"],
    }),
  );
const isInsight = ({ sql }: Query) => sql.includes("NEVER_EXPIRES");

test("what deserves a look is counted in one reading, and owners are not looked at where no status hangs on them", async () => {
  const counts = (await overview("ORGANIZATION")).filter(({ sql }) => sql.startsWith("SELECT COUNT("));
  expect(counts.filter(isInsight)).toHaveLength(1);
  const totals = counts.filter((query) => !isInsight(query));
  expect(totals).toHaveLength(2);
  for (const { sql } of totals) expect(sql).not.toContain("memberships");
});

if (TEST_DATABASE === "mariadb") {
  test.each(["ORGANIZATION", "PROJECT"] as const)("%s keys are counted without being read", async (level) => {
    const counts = (await overview(level)).filter(({ sql }) => sql.startsWith("SELECT COUNT(1)"));
    expect(counts).toHaveLength(2);
    for (const { sql, parameters } of counts) {
      const plan = await server.runtime.database.read.query(`EXPLAIN ${sql}`, parameters);
      expect(plan).toMatchObject([{ table: "k", Extra: expect.stringContaining("Using index") }]);
    }
  });

  test("no part of what deserves a look is found by reading an index from end to end", async () => {
    const insight = (await overview("ORGANIZATION")).find(isInsight);
    const plan: { table: string; type: string }[] = await server.runtime.database.read.query(
      `EXPLAIN ${insight?.sql}`,
      insight?.parameters,
    );
    expect(plan.map(({ table }) => table)).toContain("a");
    expect(plan.filter(({ type }) => type === "ALL" || type === "index")).toEqual([]);
  });
}

const filters: object[] = [
  {},
  { level: "ORGANIZATION" },
  { kind: "SERVICE", role: "TRIGGER" },
  { kinds: ["SERVICE", "PERSONAL"] },
  { status: ["ACTIVE"] },
  { status: ["EXPIRED", "REVOKED", "DISABLED", "OWNER_INACTIVE"] },
  { state: ["ACTIVE"] },
  { state: ["EXPIRES_SOON", "ROTATING", "IDLE", "NEVER_USED"] },
  { search: "key 77" },
  { search: "pst_p_00" },
  { expiresBefore: new Date(), unusedSince: new Date() },
  { neverExpires: true, neverUsed: true },
  { insight: "IDLE" },
];
const orders = ["CREATED_AT", "NAME", "EXPIRES_AT", "LAST_USED_AT"].map((field) => ({
  field,
  direction: "DESC",
}));
const ORGANIZATION_PAGE = `query ($id: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder) {
  organization(id: $id) { apiKeys(filter: $filter, orderBy: $orderBy) { totalCount nodes { id } } } }`;

test("every filter and order of the organization's keys takes the same queries, and none reads all keys there are", async () => {
  const shapes = new Set<number>();
  const asked = new Map<string, Query>();
  for (const filter of filters) {
    for (const orderBy of orders) {
      const variables = { id: acme.organization.id, filter, orderBy };
      const queries = await queriesDuring(server, () =>
        graphql(server.url, acme.owner, ORGANIZATION_PAGE, variables),
      );
      shapes.add(queries.length);
      for (const query of queries) asked.set(query.sql, query);
    }
  }
  expect(shapes.size).toBe(1);
  const explain = TEST_DATABASE === "sqlite" ? "EXPLAIN QUERY PLAN" : "EXPLAIN";
  for (const { sql, parameters } of asked.values()) {
    if (!sql.includes("api_keys")) continue;
    const plan = await server.runtime.database.read.query(`${explain} ${sql}`, parameters);
    // SQLite names what it does in words; MariaDB names the table, and the index that finds its rows.
    const ofKeys: object[] = plan.filter(
      (step: { detail?: string; table?: string }) => /^\w+ k\b/.test(step.detail ?? "") || step.table === "k",
    );
    expect(ofKeys.length).toBeGreaterThan(0);
    for (const step of ofKeys)
      expect(step).toMatchObject(
        TEST_DATABASE === "sqlite"
          ? {
              detail: expect.stringMatching(
                /^SEARCH k USING (COVERING )?INDEX \w*organization_id|MULTI-INDEX/,
              ),
            }
          : { key: expect.any(String) },
      );
  }
});

if (TEST_DATABASE === "mariadb") {
  test("every query of every list finds its rows by an index", async () => {
    const variants = filters.flatMap((filter) => orders.map((orderBy) => ({ filter, orderBy })));
    const queries = await queriesDuring(server, async () => {
      for (const variant of variants) {
        await graphql(server.url, acme.owner, ORGANIZATION_PAGE, { id: acme.organization.id, ...variant });
        await graphql(server.url, acme.admin, PAGE, { id: acme.project.id, first: 5, ...variant });
      }
      await graphql(
        server.url,
        acme.owner,
        `query ($id: ID!, $project: ID!) { organizations(search: "a") { totalCount nodes { id } }
          organization(id: $id) { projects(search: "b") { nodes { id } } workflows(search: "s") { nodes { id } } apiKeyInsights { count }
            members { totalCount nodes { id } } auditLog { totalCount nodes { id } } }
          project(id: $project) { workflows(search: "s") { nodes { id } } executions { totalCount nodes { id } } } }`,
        { id: acme.organization.id, project: acme.project.id },
      );
    });
    expect(queries.length).toBeGreaterThan(200);
    const scans: string[] = [];
    // What the server writes once a minute may fall into this time; a list only reads.
    const reads = queries.filter(({ sql }) => /^\s*SELECT/.test(sql));
    for (const { sql, parameters } of new Map(reads.map((query) => [query.sql, query])).values()) {
      const plan: { table: string | null; type: string | null; key: string | null; rows: number }[] =
        await server.runtime.database.read.query(`EXPLAIN ${sql}`, parameters);
      for (const { table, type, key, rows } of plan) {
        // A table that holds a handful of rows is read whole sooner than its index; that is no scan to fear.
        if (type === "ALL" && key === null && Number(rows) > 1000) scans.push(`${table}: ${sql}`);
      }
    }
    expect(scans).toEqual([]);
  });
}
