import type { AuditEntry } from "../audit/audit-entry.entity.js";
import { newId } from "../ids.js";
import { auditEntry, writeEntries } from "../testing/audit-entries.js";
import { anonymous, type Caller, graphql } from "../testing/client.js";
import { queriesDuring } from "../testing/queries.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { person, type World, world } from "../testing/world.js";

declare const TEST_DATABASE: "sqlite" | "mariadb";

let server: TestServer;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
  acme = await world(server);
});
afterAll(() => server?.stop());

interface Log {
  nodes: { id: string; action: string; actor: { name: string }; changes: unknown }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const READ = `query ($id: ID!, $filter: AuditFilter, $first: Int, $after: String) {
  organization(id: $id) {
    auditLog(filter: $filter, first: $first, after: $after) {
      nodes { id at action targetType targetId targetName projectId ip changes
        actor { kind name apiKeyId user { id } apiKey { id } } }
      totalCount
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
const ask = (caller: Caller, id: string, variables: object = {}) =>
  graphql<{ organization: { auditLog: Log | null } | null }>(server.url, caller, READ, { id, ...variables });
async function read(caller: Caller, id: string, variables: object = {}): Promise<Log> {
  const { data, errors } = await ask(caller, id, variables);
  expect(errors).toEqual([]);
  return data.organization?.auditLog as Log;
}

test("the log is for owners and admins; other members are refused, keys too, and strangers learn nothing", async () => {
  const id = acme.organization.id;
  expect((await read(acme.owner, id)).totalCount).toBeGreaterThan(0);
  expect((await read(acme.admin, id)).totalCount).toBeGreaterThan(0);
  const refused = [
    acme.projectAdmin,
    acme.editor,
    acme.viewer,
    acme.member,
    await acme.organizationKey("PRIVILEGED"),
    await acme.projectKey("VIEWER"),
  ];
  for (const caller of refused) {
    const { data, code } = await ask(caller, id);
    expect(data).toEqual({ organization: { auditLog: null } });
    expect(code).toBe("FORBIDDEN");
  }
  expect((await ask(acme.stranger, id)).data).toEqual({ organization: null });
  expect((await ask(anonymous, id)).data).toEqual({ organization: null });
});

test("an entry tells who did what to what, from where, and what it was before", async () => {
  const { data } = await graphql<{ createProject: { id: string } }>(
    server.url,
    acme.admin,
    "mutation ($input: CreateProjectInput!) { createProject(input: $input) { id } }",
    { input: { organizationId: acme.organization.id, name: "=Payroll" } },
  );
  const { id } = data.createProject;
  const { nodes } = await read(acme.owner, acme.organization.id, {
    filter: { targetId: id },
  });
  expect(nodes).toEqual([
    {
      id: expect.stringMatching(/^audit_/),
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      action: "project.create",
      targetType: "project",
      targetId: id,
      targetName: "=Payroll",
      projectId: id,
      ip: "127.0.0.1",
      changes: { name: "=Payroll", slug: "payroll" },
      actor: {
        kind: "USER",
        name: acme.admin.name,
        apiKeyId: null,
        user: { id: acme.admin.userId },
        apiKey: null,
      },
    },
  ]);
});

describe("a log of which every entry is known", () => {
  const minute = (n: number) => new Date(Date.UTC(2025, 0, 1, 0, n));
  const ada = newId("user");
  const bot = newId("apiKey");
  const billing = newId("project");
  const thing = newId("workflow");
  let entries: AuditEntry[];
  let shop: World;
  beforeAll(async () => {
    shop = await world(server);
    const organizationId = shop.organization.id;
    entries = Array.from({ length: 120 }, (_, n) =>
      auditEntry({
        organizationId,
        // Four of them in each instant: the order within one is that of the ids.
        at: minute(Math.floor(n / 4)),
        action: n % 2 === 0 ? "apiKey.create" : "apiKey.rotate",
        targetId: n % 3 === 0 ? thing : newId("workflow"),
        projectId: n % 5 === 0 ? billing : null,
        actor: n % 7 === 0 ? { kind: "API_KEY", apiKeyId: bot } : { userId: ada },
      }),
    );
    // What the world itself recorded is out of the way, and another tenant has the same.
    await server.runtime.database.transaction((db) =>
      db.query("DELETE FROM audit_entries WHERE organization_id = ?", [organizationId]),
    );
    await writeEntries(server, [
      ...entries,
      auditEntry({
        organizationId: shop.foreignOrganization.id,
        at: minute(1),
        action: "apiKey.create",
        targetId: thing,
        projectId: billing,
        actor: { userId: ada },
      }),
    ]);
  });
  /** Newest first, as the log is to list them. */
  const expected = (fits: (entry: AuditEntry) => boolean): string[] =>
    entries
      .filter(fits)
      .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
      .map(({ id }) => id);

  async function walk(variables: object): Promise<string[]> {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const log: Log = await read(shop.owner, shop.organization.id, { ...variables, after });
      ids.push(...log.nodes.map(({ id }) => id));
      after = log.pageInfo.hasNextPage ? log.pageInfo.endCursor : null;
    } while (after !== null);
    return ids;
  }

  test("fifty to a page unless asked otherwise, newest first, and no page skips or repeats", async () => {
    const first = await read(shop.owner, shop.organization.id);
    expect(first.nodes).toHaveLength(50);
    expect(first.totalCount).toBe(120);
    expect((await read(shop.owner, shop.organization.id, { first: null })).nodes).toHaveLength(50);
    for (const size of [7, 50, 100]) expect(await walk({ first: size })).toEqual(expected(() => true));
  });

  test("entries that come while pages are read neither shift nor repeat any", async () => {
    const first = await read(shop.owner, shop.organization.id, { first: 60 });
    const late = auditEntry({ organizationId: shop.organization.id, at: minute(1000) });
    await writeEntries(server, [late]);
    const rest = await read(shop.owner, shop.organization.id, {
      first: 60,
      after: first.pageInfo.endCursor,
    });
    await server.runtime.database.transaction((db) =>
      db.query("DELETE FROM audit_entries WHERE id = ?", [late.id]),
    );
    expect([...first.nodes, ...rest.nodes].map(({ id }) => id)).toEqual(expected(() => true));
  });

  test.each<[string, object, (entry: AuditEntry) => boolean]>([
    ["an action", { action: "apiKey.rotate" }, ({ action }) => action === "apiKey.rotate"],
    ["a user", { actorId: ada }, ({ actor }) => actor.userId === ada],
    ["a key", { actorId: bot }, ({ actor }) => actor.apiKeyId === bot],
    ["a target", { targetId: thing }, ({ targetId }) => targetId === thing],
    ["a project", { projectId: billing }, ({ projectId }) => projectId === billing],
    ["a beginning, itself included", { since: minute(10) }, ({ at }) => at >= minute(10)],
    ["an end, itself excluded", { until: minute(10) }, ({ at }) => at < minute(10)],
    [
      "everything together",
      {
        action: "apiKey.create",
        actorId: ada,
        targetId: thing,
        projectId: billing,
        since: minute(2),
        until: minute(25),
      },
      (entry) =>
        entry.action === "apiKey.create" &&
        entry.actor.userId === ada &&
        entry.targetId === thing &&
        entry.projectId === billing &&
        entry.at >= minute(2) &&
        entry.at < minute(25),
    ],
    ["part of an action", { action: "apiKey" }, () => false],
    ["an action in other letters", { action: "APIKEY.CREATE" }, () => false],
    ["an actor who is none", { actorId: "' OR 1=1" }, () => false],
    ["an empty text", { targetId: "" }, () => false],
  ])("filtered by %s", async (_, filter, fits) => {
    const ids = expected(fits);
    expect(await walk({ filter, first: 20 })).toEqual(ids);
    expect((await read(shop.owner, shop.organization.id, { filter })).totalCount).toBe(ids.length);
  });

  test("every filter has an index that also gives the order", async () => {
    if (TEST_DATABASE !== "sqlite") return; // MariaDB chooses by what it counts, and a few rows it rather scans.
    const filters = {
      organization_id_at_id: {},
      organization_id_action_at_id: { action: "apiKey.create" },
      organization_id_target_id_at_id: { targetId: thing },
      organization_id_project_id_at_id: { projectId: billing },
      organization_id_actor_user_id_at_id: { actorId: ada },
      organization_id_actor_api_key_id_at_id: { actorId: bot },
    };
    for (const [index, filter] of Object.entries(filters)) {
      const queries = await queriesDuring(server, () =>
        read(shop.owner, shop.organization.id, { filter, first: 20 }),
      );
      const list = queries.find(({ sql }) => /FROM "audit_entries".*ORDER BY/.test(sql));
      const plan: { detail: string }[] = await server.runtime.database.read.query(
        `EXPLAIN QUERY PLAN ${list?.sql}`,
        list?.parameters,
      );
      expect(plan.map(({ detail }) => detail).join("; ")).toMatch(
        new RegExp(`^SEARCH entry USING INDEX ix_audit_entries_${index} [^;]*$`),
      );
    }
  });

  test("null in a filter is as if it were left out", async () => {
    const filter = { action: null, actorId: null, targetId: null, projectId: null, since: null, until: null };
    expect((await read(shop.owner, shop.organization.id, { filter })).totalCount).toBe(120);
  });

  test.each([
    ["0", { first: 0 }],
    ["101", { first: 101 }],
    ["a cursor of nobody's", { after: "bm9uc2Vuc2U" }],
  ])("a page of %s is refused", async (_, variables) => {
    expect((await ask(shop.owner, shop.organization.id, variables)).code).toBe("BAD_USER_INPUT");
  });
});

test("an actor's account is shown to whoever reads the log, and its name stays when the account goes", async () => {
  const gone = await person(server, "Gone Girl");
  await writeEntries(server, [
    auditEntry({
      organizationId: acme.organization.id,
      at: server.now(),
      action: "member.remove",
      actor: { name: gone.name, userId: gone.userId },
    }),
  ]);
  await server.runtime.database.transaction((db) =>
    db.query("DELETE FROM users WHERE id = ?", [gone.userId]),
  );
  const { nodes } = await read(acme.owner, acme.organization.id, { filter: { actorId: gone.userId } });
  expect(nodes).toMatchObject([{ actor: { name: "Gone Girl", user: null } }]);
});
