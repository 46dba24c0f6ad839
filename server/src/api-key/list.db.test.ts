import { createContext } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { newId } from "../ids.js";
import { foldName } from "../paging/search.js";
import { type Caller, graphql } from "../testing/client.js";
import { openReceiver, until } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import { ApiKey } from "./api-key.entity.js";
import { ApiKeySecret } from "./api-key-secret.entity.js";
import { listOfOrganization } from "./list.js";

const DAY_MS = 24 * 60 * 60 * 1000;

let server: TestServer;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  acme = await world(server);
});
afterAll(() => server?.stop());

/** Keys written straight to their table, as many and as odd as a test needs them. */
async function plant(keys: Partial<ApiKey>[]): Promise<string[]> {
  const rows = keys.map((key, index) => ({
    id: newId("apiKey"),
    organizationId: acme.organization.id,
    projectId: null,
    description: null,
    kind: "SERVICE" as const,
    ownerId: null,
    preview: "pst_o_abcd",
    role: "TRIGGER" as const,
    access: "ALL_PROJECTS" as const,
    expiryPolicy: "NEVER" as const,
    expiresAt: null,
    createdAt: new Date(server.now().getTime() - index * 1000),
    createdBy: { kind: "USER" as const, name: "Olivia Owner", userId: acme.owner.userId, apiKeyId: null },
    enabled: true,
    allowedIps: null,
    rateLimitPerMinute: null,
    lastUsedAt: null,
    lastUsedIp: null,
    revokedAt: null,
    revokeReason: null,
    deletedAt: null,
    ...key,
    name: key.name ?? `Key ${index}`,
    foldedName: foldName(key.name ?? `Key ${index}`),
  }));
  await inTransaction(contextOf(server, acme.owner), async (ctx) => {
    for (let at = 0; at < rows.length; at += 200)
      await ctx.db.insert(ApiKey, rows.slice(at, at + 200) as never);
  });
  return rows.map(({ id }) => id);
}

interface Listed {
  totalCount: number;
  nodes: { id: string; name: string }[];
}
async function names(filter: object, orderBy?: object, caller: Caller = acme.owner): Promise<string[]> {
  const { data, errors } = await graphql<{ organization: { apiKeys: Listed } }>(
    server.url,
    caller,
    `query ($id: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder) { organization(id: $id) {
      apiKeys(filter: $filter, orderBy: $orderBy, first: 100) { totalCount nodes { id name } } } }`,
    { id: acme.organization.id, filter, orderBy },
  );
  expect(errors).toEqual([]);
  expect(data.organization.apiKeys.totalCount).toBe(data.organization.apiKeys.nodes.length);
  return data.organization.apiKeys.nodes.map(({ name }) => name);
}

test("every filter narrows to what it says, alone and together", async () => {
  const now = server.now().getTime();
  const at = (days: number) => new Date(now + days * DAY_MS);
  const ids = await plant([
    { name: "plain" },
    { name: "viewer", role: "VIEWER" },
    { name: "disabled", enabled: false },
    { name: "expired", expiresAt: at(-1), expiryPolicy: "CUSTOM" },
    { name: "revoked", revokedAt: at(-1) },
    { name: "revoked and expired", revokedAt: at(-2), expiresAt: at(-1) },
    { name: "ends soon", expiresAt: at(3), lastUsedAt: at(-1) },
    { name: "project's", projectId: acme.project.id, access: "SELECTED_PROJECTS" },
    { name: "editor's", kind: "PERSONAL", ownerId: acme.editor.userId, projectId: acme.project.id },
    { name: "gone", kind: "PERSONAL", ownerId: acme.stranger.userId, projectId: acme.project.id },
    { name: "other's", createdBy: { kind: "USER", name: "A", userId: acme.admin.userId, apiKeyId: null } },
    { name: "long idle", lastUsedAt: at(-100) },
  ]);
  const sorted = async (filter: object) =>
    (await names(filter)).filter((name) => name !== "Automator").sort();
  expect(await sorted({ role: "VIEWER" })).toEqual(["viewer"]);
  expect(await sorted({ kind: "PERSONAL" })).toEqual(["editor's", "gone"]);
  expect(await sorted({ level: "PROJECT" })).toEqual(["editor's", "gone", "project's"]);
  expect(await sorted({ projectId: acme.project.id, kind: "SERVICE" })).toEqual(["project's"]);
  expect(await sorted({ status: ["REVOKED"] })).toEqual(["revoked", "revoked and expired"]);
  expect(await sorted({ status: ["DISABLED", "EXPIRED"] })).toEqual(["disabled", "expired"]);
  expect(await sorted({ status: ["OWNER_INACTIVE"] })).toEqual(["gone"]);
  expect(await sorted({ status: ["ACTIVE"], kind: "PERSONAL" })).toEqual(["editor's"]);
  expect(await sorted({ createdById: acme.admin.userId })).toEqual(["other's"]);
  expect(await sorted({ expiresBefore: at(7), status: ["ACTIVE"] })).toEqual(["ends soon"]);
  expect(await sorted({ unusedSince: at(-90), level: "ORGANIZATION", status: ["ACTIVE"] })).toEqual([
    "long idle",
    "other's",
    "plain",
    "viewer",
  ]);
  expect(await sorted({ kinds: ["PERSONAL", "SYSTEM"], level: "PROJECT" })).toEqual(["editor's", "gone"]);
  expect(await names({ kinds: ["SYSTEM"], projectId: acme.project.id })).toEqual(["Automator"]);
  expect(await sorted({ ids: [ids[0], ids[2], acme.project.id] })).toEqual(["disabled", "plain"]);
  expect(await sorted({ neverExpires: false })).toEqual(["ends soon", "expired", "revoked and expired"]);
  expect(await sorted({ neverUsed: false })).toEqual(["ends soon", "long idle"]);
  expect((await sorted({ neverUsed: true })).length + 2).toBe((await sorted({})).length);
  expect((await sorted({ neverExpires: true })).length + 3).toBe((await sorted({})).length);
  const all = ["ACTIVE", "DISABLED", "EXPIRED", "REVOKED", "OWNER_INACTIVE"];
  const bySingle = await Promise.all(all.map((status) => sorted({ status: [status] })));
  expect(bySingle.flat().sort()).toEqual(await sorted({}));
});

test("the status that a row shows is the status that finds it", async () => {
  await plant([
    { enabled: false },
    { revokedAt: server.now() },
    { expiresAt: server.now() },
    { kind: "PERSONAL", ownerId: acme.stranger.userId },
    { kind: "PERSONAL", ownerId: acme.member.userId, access: "ALL_PROJECTS" },
    { kind: "PERSONAL", ownerId: acme.viewer.userId, access: "ALL_PROJECTS" },
    { kind: "PERSONAL", ownerId: acme.admin.userId, access: "SELECTED_PROJECTS" },
  ]);
  const { data } = await graphql<{ organization: { apiKeys: { nodes: { id: string; status: string }[] } } }>(
    server.url,
    acme.owner,
    "query ($id: ID!) { organization(id: $id) { apiKeys(first: 100) { nodes { id status } } } }",
    { id: acme.organization.id },
  );
  for (const { id, status } of data.organization.apiKeys.nodes) {
    const found = await graphql<{ organization: { apiKeys: { nodes: { id: string }[] } } }>(
      server.url,
      acme.owner,
      `query ($id: ID!, $status: ApiKeyStatus!) { organization(id: $id) {
        apiKeys(first: 100, filter: { status: [$status] }) { nodes { id } } } }`,
      { id: acme.organization.id, status },
    );
    expect(found.data.organization.apiKeys.nodes.map((node) => node.id)).toContain(id);
  }
});

test("the state that a row shows is the one state that finds it, counted and paged", async () => {
  const at = (days: number) => new Date(server.now().getTime() + days * DAY_MS);
  const used = { lastUsedAt: at(-1) };
  const rows: [state: string, key: Partial<ApiKey>, rotating?: boolean][] = [
    ["ACTIVE", used],
    ["ACTIVE", { ...used, expiresAt: at(8) }],
    ["EXPIRES_SOON", { expiresAt: at(7) }],
    ["EXPIRES_SOON", { ...used, expiresAt: at(1) }, true],
    ["ROTATING", { expiresAt: at(7) }, true],
    ["ROTATING", { lastUsedAt: at(-100) }, true],
    ["IDLE", { lastUsedAt: at(-90) }],
    ["NEVER_USED", {}],
    ["PROTECTED", { kind: "SYSTEM", projectId: acme.project.id }],
    ["DISABLED", { ...used, enabled: false, expiresAt: at(-1) }, true],
    ["OWNER_INACTIVE", { kind: "PERSONAL", ownerId: acme.stranger.userId, expiresAt: at(3) }],
    ["EXPIRED", { ...used, expiresAt: at(0) }],
    ["REVOKED", { ...used, revokedAt: at(-1), enabled: false }],
  ];
  const ids = await plant(rows.map(([state, key], n) => ({ ...key, name: `${state} ${n}` })));
  await inTransaction(contextOf(server, acme.owner), async (ctx) => {
    const secrets = rows.flatMap(([, , rotating], n) =>
      rotating ? [null, at(1)].map((expiresAt) => aSecret(ids[n] ?? "", expiresAt)) : [],
    );
    await ctx.db.insert(ApiKeySecret, secrets);
  });
  const everyState = [...new Set(rows.map(([state]) => state))];
  const { data } = await graphql<{ organization: { apiKeys: { nodes: { name: string; state: string }[] } } }>(
    server.url,
    acme.owner,
    "query ($id: ID!) { organization(id: $id) { apiKeys(first: 100) { nodes { name state } } } }",
    { id: acme.organization.id },
  );
  const planted = data.organization.apiKeys.nodes.filter(({ name }) => name !== "Automator");
  expect(planted.map(({ name, state }) => [name.split(" ")[0], state])).toEqual(rows.map(([s]) => [s, s]));
  for (const state of everyState) {
    const wanted = planted.filter((key) => key.state === state).map(({ name }) => name);
    expect((await names({ state: [state] })).filter((name) => name !== "Automator")).toEqual(wanted);
  }
  expect(await names({ state: ["IDLE", "EXPIRED", "IDLE"] })).toEqual(["IDLE 6", "EXPIRED 11"]);
  // Every key is in one state.
  expect(await names({ state: everyState })).toEqual(await names({}));
});

const aSecret = (apiKeyId: string, expiresAt: Date | null) => ({
  hash: newId("apiKey"),
  apiKeyId,
  preview: "pst_o_abcd",
  createdAt: server.now(),
  expiresAt,
  endedAt: null,
  useCount: 0,
  lastUsedAt: null,
});

test.each(["status", "state", "kinds", "ids"])(
  "an empty list of %s is refused, as it could find nothing",
  async (field) => {
    const { errors } = await graphql(
      server.url,
      acme.owner,
      "query ($id: ID!, $filter: ApiKeyFilter) { organization(id: $id) { apiKeys(filter: $filter) { totalCount } } }",
      { id: acme.organization.id, filter: { [field]: [] } },
    );
    expect(errors[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: `filter.${field}` }],
    });
  },
);

test("each order is total: forwards and backwards are mirror images, with rows without a value last", async () => {
  const at = (days: number) => new Date(server.now().getTime() + days * DAY_MS);
  await plant([
    { name: "Ärger", expiresAt: at(3), lastUsedAt: at(-3) },
    { name: "beta", expiresAt: at(1) },
    { name: "Alpha", lastUsedAt: at(-1) },
    { name: "alpha" },
  ]);
  const own = async (field: string, direction: string) =>
    (await names({ kind: "SERVICE" }, { field, direction })).join(" ");
  expect(await own("NAME", "ASC")).toMatch(/^(Alpha alpha|alpha Alpha) beta Ärger$/);
  expect(await own("EXPIRES_AT", "ASC")).toMatch(/^beta Ärger /);
  expect(await own("EXPIRES_AT", "DESC")).toMatch(/^Ärger beta /);
  expect(await own("LAST_USED_AT", "DESC")).toMatch(/^Alpha Ärger /);
  expect(await own("CREATED_AT", "DESC")).toBe("Ärger beta Alpha alpha");
  expect(await own("CREATED_AT", "ASC")).toBe("alpha Alpha beta Ärger");
});

test("search finds by a part of the name, the start of a preview, an id, and a whole pasted key, live or dead", async () => {
  const key = await acme.projectKey();
  const [other = ""] = await plant([{ name: "100% Äpfel_und!Birnen", preview: "pst_o_Zz9Z" }]);
  expect(await names({ search: "äPFEL" })).toEqual(["100% Äpfel_und!Birnen"]);
  expect(await names({ search: "%" })).toEqual(["100% Äpfel_und!Birnen"]);
  expect(await names({ search: "_und!" })).toEqual(["100% Äpfel_und!Birnen"]);
  expect(await names({ search: "100_" })).toEqual([]);
  expect(await names({ search: "pst_o_Zz" })).toEqual(["100% Äpfel_und!Birnen"]);
  expect(await names({ search: "pst_o_zz" })).toEqual([]);
  expect(await names({ search: other })).toEqual(["100% Äpfel_und!Birnen"]);
  expect(await names({ search: ` ${key.key} ` })).toEqual(["Project key"]);
  const rotate = "mutation ($id: ID!) { rotateApiKey(input: { id: $id, graceSeconds: 0 }) { secret } }";
  await graphql(server.url, acme.owner, rotate, { id: key.id });
  expect(await names({ search: key.key })).toEqual(["Project key"]);
  expect(server.logged.join("")).not.toContain(key.key);
});

test("a pasted key of another organization finds nothing", async () => {
  const foreign = await world(server);
  const { key } = await foreign.projectKey();
  expect(await names({ search: key })).toEqual([]);
});

test("ten thousand pages neither skip nor repeat a row, while rows are added and removed at every page", async () => {
  const kept = await plant(Array.from({ length: 300 }, (_, i) => ({ name: `kept ${i % 50}` })));
  const ctx = createContext(server.runtime, {
    principal: contextOf(server, acme.owner).principal,
    requestId: "paging",
  });
  const orders = [
    { field: "CREATED_AT", direction: "DESC" },
    { field: "NAME", direction: "ASC" },
    { field: "EXPIRES_AT", direction: "DESC" },
  ] as const;
  let pages = 0;
  let comer: string | undefined;
  for (let walk = 0; pages < 10_000; walk++) {
    const orderBy = orders[walk % orders.length] ?? orders[0];
    const seen: string[] = [];
    let after: string | null = null;
    do {
      ctx.loaders.clear();
      const found = await listOfOrganization(ctx, acme.organization, { first: 3, after, orderBy });
      seen.push(...found.nodes.map(({ id }) => id));
      after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
      pages++;
      if (pages % 10 === 0) {
        const gone = comer;
        [comer] = await plant([{ name: `comes and goes ${pages}`, createdAt: server.now() }]);
        if (gone !== undefined) {
          await inTransaction(ctx, async (ctx) => void (await ctx.db.delete(ApiKey, { id: gone })));
        }
      }
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    const rows = new Set(seen);
    expect(kept.every((id) => rows.has(id))).toBe(true);
  }
  expect(pages).toBeGreaterThanOrEqual(10_000);
});

describe("key safety", () => {
  const insights = async (level: string | null = null) => {
    const { data } = await graphql<{ organization: { apiKeyInsights: { kind: string; count: number }[] } }>(
      server.url,
      acme.owner,
      "query ($id: ID!, $level: ApiKeyLevel) { organization(id: $id) { apiKeyInsights(level: $level) { kind count } } }",
      { id: acme.organization.id, level },
    );
    return Object.fromEntries(data.organization.apiKeyInsights.map(({ kind, count }) => [kind, count]));
  };

  test("counts what deserves a look, and each count is the length of the list that its kind filters", async () => {
    const at = (days: number) => new Date(server.now().getTime() + days * DAY_MS);
    await plant([
      { name: "never ends", lastUsedAt: at(-1) },
      { name: "ends soon", expiresAt: at(6), lastUsedAt: at(-1) },
      { name: "ends later", expiresAt: at(8), lastUsedAt: at(-1) },
      { name: "unused", expiresAt: at(30), createdAt: at(-7) },
      { name: "just made", expiresAt: at(30), createdAt: at(-6) },
      { name: "idle", expiresAt: at(30), lastUsedAt: at(-91) },
      {
        name: "orphan",
        expiresAt: at(30),
        lastUsedAt: at(-1),
        createdBy: { kind: "USER", name: "Gone", userId: acme.stranger.userId, apiKeyId: null },
      },
      { name: "stopped", enabled: false },
    ]);
    const counts = await insights();
    expect(counts).toEqual({
      NEVER_EXPIRES: 1,
      EXPIRING_SOON: 1,
      NEVER_USED: 1,
      IDLE: 1,
      WIDER_ACCESS_THAN_USED: 0,
      MORE_RIGHTS_THAN_USED: 0,
      CREATOR_GONE: 1,
    });
    for (const [insight, count] of Object.entries(counts))
      expect(await names({ insight })).toHaveLength(count);
    expect(await names({ insight: "IDLE" })).toEqual(["idle"]);
    expect(await names({ insight: "NEVER_USED" })).toEqual(["unused"]);
    for (const level of ["ORGANIZATION", "PROJECT"])
      for (const [insight, count] of Object.entries(await insights(level)))
        expect(await names({ insight, level })).toHaveLength(count);
  });

  test("sees a key that covers more, or may do more, than it does", async () => {
    const receiver = await openReceiver();
    const everywhere = await acme.organizationKey("PRIVILEGED");
    const trigger =
      "mutation ($id: ID!) { triggerWorkflow(input: { workflowId: $id }) { execution { id } } }";
    await graphql(server.url, everywhere, trigger, { id: acme.workflow.id });
    await server.runtime.usage.flush();
    expect(await insights()).toMatchObject({ WIDER_ACCESS_THAN_USED: 1, MORE_RIGHTS_THAN_USED: 1 });
    const create =
      "mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { workflow { id } } }";
    const made = await graphql<{ createWorkflow: { workflow: { id: string } } }>(
      server.url,
      everywhere,
      create,
      {
        input: { projectId: acme.otherProject.id, name: "Second", targetUrl: receiver.url },
      },
    );
    await graphql(server.url, everywhere, trigger, { id: made.data.createWorkflow.workflow.id });
    expect(await insights()).toMatchObject({ WIDER_ACCESS_THAN_USED: 0, MORE_RIGHTS_THAN_USED: 0 });
    await receiver.close();
  });
});

test("what would break: the workflows a key called in 30 days, with counts, in projects that the viewer may read", async () => {
  const receiver = await openReceiver();
  acme = await world(server, receiver.url);
  const key = await acme.organizationKey();
  const trigger = "mutation ($id: ID!) { triggerWorkflow(input: { workflowId: $id }) { execution { id } } }";
  for (let i = 0; i < 3; i++) await graphql(server.url, key, trigger, { id: acme.workflow.id });
  await receiver.waitFor(3);
  const impact = (caller: Caller) =>
    graphql<{ apiKeyImpact: { workflows: unknown[]; unfinishedExecutions: number } | null }>(
      server.url,
      caller,
      `query ($id: ID!) { apiKeyImpact(id: $id) { unfinishedExecutions
        workflows { calls workflow { slug } project { slug } } } }`,
      { id: key.id },
    );
  await until(async () => (await impact(acme.owner)).data.apiKeyImpact?.unfinishedExecutions === 0);
  expect((await impact(acme.owner)).data.apiKeyImpact?.workflows).toEqual([
    { calls: 3, workflow: { slug: "send-invoice" }, project: { slug: "billing" } },
  ]);
  expect((await impact(acme.stranger)).data.apiKeyImpact).toBeNull();
  expect((await impact(key)).data.apiKeyImpact).toBeNull();
  await receiver.close();
});
