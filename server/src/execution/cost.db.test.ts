import { inTransaction } from "../database/unit-of-work.js";
import { newId } from "../ids.js";
import { graphql } from "../testing/client.js";
import { system } from "../testing/executions.js";
import { type Query, queriesDuring } from "../testing/queries.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import * as workflows from "../workflow/workflow.service.js";
import { dueExecutions, dueOfWorkflow } from "./claim.js";
import { trigger } from "./trigger.js";

declare const TEST_DATABASE: "sqlite" | "mariadb";

const EXECUTIONS = 40_000;
const HOUR_MS = 60 * 60 * 1000;

let server: TestServer;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
  acme = await world(server, "http://127.0.0.1:9/");
  await plant(EXECUTIONS);
});
afterAll(() => server?.stop());

/**
 * Executions of a year, by plain inserts, a fiftieth of them of two workflows of the project and the rest
 * of somebody else's: all have ended but the project's last hundred, which wait.
 */
async function plant(count: number): Promise<void> {
  const ctx = contextOf(server, acme.owner);
  const made = { projectId: acme.project.id, name: "Another", targetUrl: "http://127.0.0.1:9/" };
  const workflowIds = [acme.workflow.id, (await workflows.create(ctx, made)).workflow.id];
  const foreign = await workflows.create(contextOf(server, acme.stranger), {
    ...made,
    projectId: acme.foreignProject.id,
  });
  const isOurs = (i: number) => i >= count - 100 || i % 100 < 2;
  const now = server.now().getTime();
  const time = (at: number) => new Date(at).toISOString().replace("T", " ").replace("Z", "");
  const columns =
    "id, organization_id, project_id, workflow_id, status, triggered_by_kind, triggered_by_name, triggered_by_user_id, created_at, due_at, claimed, fence, failed_attempts";
  const row = (i: number) => [
    newId("execution"),
    (isOurs(i) ? acme.organization : acme.foreignOrganization).id,
    (isOurs(i) ? acme.project : acme.foreignProject).id,
    isOurs(i) ? workflowIds[i % 2] : foreign.workflow.id,
    i < count - 100 ? (i % 5 ? "SUCCEEDED" : "FAILED") : "RUNNING",
    "USER",
    "Olivia Owner",
    acme.owner.userId,
    time(now - (count - i) * 700_000),
    i < count - 100 ? null : time(now + 100 * HOUR_MS),
    0,
    1,
    1,
  ];
  await inTransaction(ctx, async ({ db }) => {
    for (let at = 0; at < count; at += 500) {
      const rows = Array.from({ length: 500 }, (_, i) => row(at + i));
      const values = rows.map((values) => `(${values.map(() => "?").join(",")})`).join(",");
      await db.query(`INSERT INTO executions (${columns}) VALUES ${values}`, rows.flat());
    }
  });
  if (TEST_DATABASE === "mariadb") await server.runtime.database.read.query("ANALYZE TABLE executions");
}

/** How the database would find the rows: each step that reads a table from its beginning to its end. */
async function scansOf({ sql, parameters }: Query): Promise<string[]> {
  const { read } = server.runtime.database;
  if (TEST_DATABASE === "sqlite") {
    const plan: { detail: string }[] = await read.query(`EXPLAIN QUERY PLAN ${sql}`, parameters);
    return plan
      .map(({ detail }) => detail)
      .filter((detail) => /^SCAN (?!.*USING (COVERING )?INDEX)/.test(detail));
  }
  const plan: { table: string; type: string; rows: number }[] = await read.query(
    `EXPLAIN ${sql}`,
    parameters,
  );
  return plan.filter(({ type, rows }) => type === "ALL" && Number(rows) > 1000).map(({ table }) => table);
}

/** How many rows it would look at, as far as MariaDB's plan says. */
async function rowsOf({ sql, parameters }: Query): Promise<number> {
  const plan: { rows: number }[] = await server.runtime.database.read.query(`EXPLAIN ${sql}`, parameters);
  return Math.max(...plan.map(({ rows }) => Number(rows)));
}

test(`the worker finds what is due among ${EXECUTIONS} executions by an index, and reads no other`, async () => {
  const ctx = { ...system(server), clock: () => new Date(server.now().getTime() + 200 * HOUR_MS) };
  const before = ctx.clock();
  const found: number[] = [];
  const queries = await queriesDuring(
    server,
    async () => {
      found.push((await dueExecutions(ctx, { before, limit: 128 })).length);
      found.push((await dueExecutions(ctx, { before, limit: 128, except: [acme.workflow.id] })).length);
      found.push((await dueOfWorkflow(ctx, acme.workflow.id, 128)).length);
    },
    () => true,
  );
  expect(found).toEqual([100, 50, 50]);
  // The server's own worker may have looked meanwhile.
  expect(queries.length).toBeGreaterThanOrEqual(3);
  for (const query of queries) {
    expect([query.sql, await scansOf(query)]).toEqual([query.sql, []]);
    if (TEST_DATABASE === "mariadb") expect(await rowsOf(query)).toBeLessThanOrEqual(200);
  }
});

// A list of all executions of one state counts the project's executions one by one; see the plan of a project
// that is a small part of the table. Of one that is nearly all of it, reading the table is the shorter way.
test("no list of executions is read from the beginning of the table to its end", async () => {
  const year = {
    since: "2025-01-01T00:00:00Z",
    until: new Date(server.now().getTime() + HOUR_MS).toISOString(),
  };
  const filters: object[] = [
    {},
    { status: ["RUNNING"] },
    { status: ["FAILED", "CANCELED"], workflowId: acme.workflow.id },
    { workflowId: acme.workflow.id, ...year },
    { apiKeyId: "key_00000000000000000000000000" },
    year,
  ];
  const queries = await queriesDuring(server, async () => {
    for (const filter of filters) {
      const { errors } = await graphql(
        server.url,
        acme.viewer,
        `query ($id: ID!, $workflow: ID!, $filter: ExecutionFilter) {
          project(id: $id) { executions(filter: $filter) { totalCount nodes { id attempts { number } workflow { name } } } }
          workflow(id: $workflow) { executionHours(hours: 168) { failed } executions(filter: $filter) { totalCount nodes { id } } } }`,
        { id: acme.project.id, workflow: acme.workflow.id, filter },
      );
      expect(errors).toEqual([]);
    }
  });
  const lists = queries.filter(({ sql }) => /executions/.test(sql));
  expect(lists.length).toBeGreaterThan(20);
  for (const query of lists) expect([query.sql, await scansOf(query)]).toEqual([query.sql, []]);
});

if (TEST_DATABASE === "mariadb") {
  test("a trigger is few statements in one transaction, with an idempotency key two more", async () => {
    // An hour ahead, so that no worker's statements are among them.
    const ctx = { ...contextOf(server, acme.owner), clock: () => new Date(server.now().getTime() + HOUR_MS) };
    const statements = async (input: object) => {
      const queries = await queriesDuring(server, () =>
        trigger(ctx, { workflowId: acme.workflow.id, ...input }),
      );
      return queries.map(({ sql }) => sql.trim().split(/\s+/)[0]?.toUpperCase());
    };
    const plain = await statements({ input: { a: 1 } });
    process.stdout.write(`a trigger takes ${plain.length} statements: ${plain.join(" ")}\n`);
    expect(plain.filter((word) => word === "COMMIT")).toHaveLength(1);
    expect(plain.filter((word) => word === "INSERT")).toHaveLength(1);
    expect(plain.length).toBeLessThanOrEqual(10);
    const once = await statements({ input: { a: 1 }, idempotencyKey: "one" });
    expect(once.length - plain.length).toBeLessThanOrEqual(3);
    const again = await statements({ input: { a: 1 }, idempotencyKey: "one" });
    expect(again.filter((word) => word === "INSERT")).toEqual([]);
  });
}
