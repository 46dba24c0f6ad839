import { setTimeout as sleep } from "node:timers/promises";
import * as audit from "../audit/audit.service.js";
import { ANONYMOUS, POSTERN } from "../auth/principal.js";
import { createContext } from "../context.js";
import { newId } from "../ids.js";
import { Project } from "../project/project.entity.js";
import { type Answer, graphql } from "../testing/client.js";
import { openReceiver, until } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import { inTransaction } from "./unit-of-work.js";

declare const TEST_DATABASE: "sqlite" | "mariadb";

let server: TestServer;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
  acme = await world(server);
});
afterAll(() => server?.stop());

const system = () => createContext(server.runtime, { principal: POSTERN, requestId: "test" });

const project = (name: string) => ({
  id: newId("project"),
  organizationId: acme.organization.id,
  name,
  foldedName: name,
  slug: name,
  createdAt: server.now(),
});
/** What somebody waits for until it is opened. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
const isThere = (name: string) => server.runtime.database.read.existsBy(Project, { name });

test("of two transactions at once, a rollback takes nothing of the other with it, and nothing shows early", async () => {
  const [inserted, ended] = [gate(), gate()];
  const failing = inTransaction(system(), async (ctx) => {
    await ctx.db.insert(Project, project("never"));
    inserted.open();
    await ended.opened;
    throw new Error("rolled back");
  });
  await inserted.opened;
  const meanwhile = inTransaction(system(), async (ctx) => ctx.db.insert(Project, project("stays")));
  expect(await isThere("never")).toBe(false);
  ended.open();
  await expect(failing).rejects.toThrow("rolled back");
  await meanwhile;
  expect(await isThere("never")).toBe(false);
  expect(await isThere("stays")).toBe(true);
});

test("300 changes through the API at once, every third one refused midway: exactly the others are there", async () => {
  const before = await server.runtime.database.read.countBy(Project, {
    organizationId: acme.organization.id,
  });
  const create = async (name: string): Promise<Answer> => {
    const answer = await graphql(
      server.url,
      acme.owner,
      "mutation ($input: CreateProjectInput!) { createProject(input: $input) { id viewerPermissions } }",
      { input: { organizationId: acme.organization.id, name } },
    );
    // Whoever had to wait too long behind the others on a busy machine is told to come again.
    return answer.code === "SERVICE_UNAVAILABLE" ? create(name) : answer;
  };
  const answers = await Promise.all(
    // Every third name is taken: the insert fails inside the transaction and rolls it back.
    Array.from({ length: 300 }, (_, i) => create(i % 3 === 0 ? "Billing" : `Many ${i}`)),
  );
  expect(answers.filter(({ code }) => code === "CONFLICT")).toHaveLength(100);
  expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(200);
  const after = await server.runtime.database.read.countBy(Project, { organizationId: acme.organization.id });
  expect(after - before).toBe(200);
});

test("what the worker writes is not lost beside a transaction that rolls back", async () => {
  const receiver = await openReceiver();
  const { workflow, owner } = await world(server, receiver.url);
  const rollbacks = Array.from({ length: 10 }, () =>
    inTransaction(system(), async (ctx) => {
      await ctx.db.insert(Project, project(`gone-${newId("project")}`));
      await sleep(10);
      throw new Error("rolled back");
    }).catch(() => {}),
  );
  const triggered = await Promise.all(
    Array.from({ length: 20 }, () =>
      graphql<{ triggerWorkflow: { execution: { id: string } } }>(
        server.url,
        owner,
        "mutation ($id: ID!) { triggerWorkflow(input: { workflowId: $id }) { execution { id } } }",
        { id: workflow.id },
      ),
    ),
  );
  await Promise.all(rollbacks);
  await until(async () => {
    const { data } = await graphql<{ workflow: { executions: { totalCount: number } } }>(
      server.url,
      owner,
      "query ($id: ID!) { workflow(id: $id) { executions(filter: { status: [SUCCEEDED] }) { totalCount } } }",
      { id: workflow.id },
    );
    return data.workflow.executions.totalCount === triggered.length;
  });
  const ids = new Set(receiver.received.map(({ headers }) => headers["webhook-id"]));
  expect(ids.size).toBe(20);
  await receiver.close();
});

test("a transaction inside another joins it, and one with the outer context is refused instead of waiting for itself", async () => {
  await inTransaction(system(), (ctx) =>
    inTransaction(ctx, async (ctx) => ctx.db.insert(Project, project("nested"))),
  );
  expect(await isThere("nested")).toBe(true);
  const outer = system();
  const wrong = inTransaction(outer, () => inTransaction(outer, async () => {}));
  await expect(wrong).rejects.toThrow("inside another");
});

test("two transactions that lock the same rows in opposite order both hold: the one that is broken off runs again", async () => {
  await inTransaction(system(), async (ctx) => {
    await ctx.db.insert(Project, project("left"));
    await ctx.db.insert(Project, project("right"));
  });
  let runs = 0;
  const bothHold = gate();
  const visit = (first: string, second: string) =>
    inTransaction(system(), async (ctx) => {
      const run = ++runs;
      const touch = (name: string) =>
        ctx.db.update(
          Project,
          { name, organizationId: acme.organization.id },
          { foldedName: `${first}-${run}` },
        );
      await touch(first);
      if (run === 2) bothHold.open();
      // SQLite has one writer: there the second one has not begun yet.
      if (TEST_DATABASE !== "sqlite") await bothHold.opened;
      await touch(second);
    });
  await Promise.all([visit("left", "right"), visit("right", "left")]);
  // SQLite has one writer and nothing to break off; MariaDB breaks one off, which then runs a second time.
  expect(runs).toBe(TEST_DATABASE === "sqlite" ? 2 : 3);
});

test("what is left for after the commit does not happen when there is none", async () => {
  let happened = false;
  const rolledBack = inTransaction(system(), async (ctx) => {
    ctx.afterCommit?.push(() => {
      happened = true;
    });
    throw new Error("rolled back");
  });
  await expect(rolledBack).rejects.toThrow("rolled back");
  expect(happened).toBe(false);
});

test("a change whose audit entry cannot be written does not happen", async () => {
  const nobody = { ...contextOf(server, acme.owner), principal: ANONYMOUS };
  const unrecorded = inTransaction(nobody, async (ctx) => {
    const row = project("unrecorded");
    await ctx.db.insert(Project, row);
    await audit.record(ctx, "project.create", row);
  });
  await expect(unrecorded).rejects.toThrow("Nobody");
  expect(await isThere("unrecorded")).toBe(false);
});

if (TEST_DATABASE === "sqlite") {
  test("a write that forgets the transaction fails at once", async () => {
    const write = server.runtime.database.read.insert(Project, project("forgotten"));
    await expect(write).rejects.toThrow(/readonly|read-only/i);
  });
}
