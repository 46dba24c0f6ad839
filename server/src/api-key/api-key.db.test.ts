import { type Answer, anonymous, type Caller, graphql } from "../testing/client.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { type World, world } from "../testing/world.js";

const DAY_MS = 24 * 60 * 60 * 1000;

let server: TestServer;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
  server.stopClock();
});
beforeEach(async () => {
  acme = await world(server);
});
afterAll(() => server?.stop());

type Key = Record<string, unknown> & { id: string; expiresAt: string | null };
const CREATE_FOR_ORGANIZATION = `mutation ($input: CreateOrganizationApiKeyInput!) {
  createOrganizationApiKey(input: $input) { secret apiKey {
    id name description preview level role scopes access expiryPolicy expiresAt status createdAt
    createdBy { kind name } selectedProjects { slug } project { slug } } } }`;

async function createForOrganization(input: object, caller: Caller = acme.owner) {
  const answer = await graphql<{ createOrganizationApiKey: { secret: string; apiKey: Key } } | null>(
    server.url,
    caller,
    CREATE_FOR_ORGANIZATION,
    {
      input: {
        organizationId: acme.organization.id,
        access: "ALL_PROJECTS",
        expiry: { policy: "NEVER" },
        ...input,
      },
    },
  );
  return { ...answer, ...answer.data?.createOrganizationApiKey };
}

const trigger = (caller: Caller, workflowId = acme.workflow.id) =>
  graphql(
    server.url,
    caller,
    "mutation ($id: ID!) { triggerWorkflow(input: { workflowId: $id }) { execution { id } } }",
    { id: workflowId },
  );
const whoAmI = (key: string) => graphql(server.url, { key }, "{ viewer { ... on ApiKey { id } } }");

test("a new key says everything about itself but its secret, which is in that one answer", async () => {
  const { apiKey, secret = "" } = await createForOrganization({
    name: "  Billing sync ",
    description: "Nightly",
    role: "VIEWER",
    access: "SELECTED_PROJECTS",
    projectIds: [acme.project.id],
  });
  expect(apiKey).toMatchObject({
    name: "Billing sync",
    description: "Nightly",
    preview: secret.slice(0, 10),
    level: "ORGANIZATION",
    role: "VIEWER",
    scopes: ["WORKFLOWS_TRIGGER", "PROJECT_READ"],
    access: "SELECTED_PROJECTS",
    expiryPolicy: "NEVER",
    expiresAt: null,
    status: "ACTIVE",
    createdBy: { kind: "USER", name: "Olivia Owner" },
    selectedProjects: [{ slug: "billing" }],
    project: null,
  });
  const rows = await server.runtime.database.read.query("SELECT * FROM api_key_secrets");
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(server.logged.join("")).not.toContain(secret);
  const audit = await server.runtime.database.read.query("SELECT * FROM audit_entries");
  expect(JSON.stringify(audit)).not.toContain(secret);
});

test("a key without a name is called by its id", async () => {
  const { apiKey } = await createForOrganization({});
  expect(apiKey?.["name"]).toBe(apiKey?.id);
});

test.each([
  ["DAYS_7", 7],
  ["DAYS_14", 14],
  ["DAYS_30", 30],
  ["DAYS_60", 60],
  ["DAYS_90", 90],
])("%s is exactly %i times 24 hours", async (policy, days) => {
  const { apiKey } = await createForOrganization({ expiry: { policy } });
  const life = Date.parse(apiKey?.expiresAt ?? "") - Date.parse(String(apiKey?.["createdAt"]));
  expect(life).toBe(days * DAY_MS);
});

test("a key works until its expiry and from that very moment on answers 401 with the reason", async () => {
  const { secret = "" } = await createForOrganization({ expiry: { policy: "DAYS_7" } });
  server.advance(7 * DAY_MS - 1);
  expect((await whoAmI(secret)).status).toBe(200);
  server.advance(1);
  const late = await whoAmI(secret);
  expect(late.status).toBe(401);
  expect(late.errors[0]?.extensions).toEqual({ code: "UNAUTHENTICATED", reason: "EXPIRED" });
  server.advance(-7 * DAY_MS);
});

test.each([
  ["no instant", { policy: "CUSTOM" }],
  ["an instant less than five minutes ahead", { policy: "CUSTOM", expiresAt: new Date(Date.now() + 60_000) }],
  ["an instant beside a preset", { policy: "DAYS_7", expiresAt: new Date(Date.now() + DAY_MS) }],
  ["an instant that no calendar has", { policy: "CUSTOM", expiresAt: "+012026-01-01T00:00:00.000Z" }],
])("an expiry with %s is refused, and no key is made", async (_, expiry) => {
  const { code, errors } = await createForOrganization({ expiry });
  expect(code).toBe("BAD_USER_INPUT");
  expect(errors[0]?.extensions.fields?.[0]?.path).toBe("input.expiry.expiresAt");
  const list = await graphql(server.url, acme.owner, LIST, { id: acme.organization.id });
  expect(list.data).toMatchObject({ organization: { apiKeys: { totalCount: 0 } } });
});

const LIST =
  "query ($id: ID!) { organization(id: $id) { apiKeys(filter: { kind: SERVICE }) { totalCount nodes { name } } } }";

test.each([
  ["a name of 101 characters", { name: "n".repeat(101) }, "input.name"],
  ["an empty name", { name: "   " }, "input.name"],
  ["a name with a bidirectional override", { name: "a\u202eb" }, "input.name"],
  ["a description of 501 characters", { description: "d".repeat(501) }, "input.description"],
  ["projects beside ALL_PROJECTS", { projectIds: ["proj_x"] }, "input.projectIds"],
  ["no project under SELECTED_PROJECTS", { access: "SELECTED_PROJECTS", projectIds: [] }, "input.projectIds"],
  ["an unknown project", { access: "SELECTED_PROJECTS", projectIds: ["proj_x"] }, "input.projectIds"],
  ["an unknown role", { role: "ROOT" }, "input.role"],
  ["an unknown field", { superuser: true }, "input"],
  ["null for what is required", { access: null }, "input.access"],
])("a key with %s is refused with the field's name, and none is made", async (_, input, path) => {
  const { code, errors, status } = await createForOrganization(input);
  expect(code).toBe("BAD_USER_INPUT");
  expect(errors[0]?.extensions.fields?.map((field) => field.path)).toEqual([path]);
  expect(status).toBeLessThan(500);
  const list = await graphql(server.url, acme.owner, LIST, { id: acme.organization.id });
  expect(list.data).toMatchObject({ organization: { apiKeys: { totalCount: 0 } } });
});

test("every fault of an input is named at once", async () => {
  const { errors } = await createForOrganization({ name: "", description: "d".repeat(501) });
  expect(errors[0]?.extensions.fields?.map(({ path }) => path)).toEqual(["input.name", "input.description"]);
});

test("a key cannot name a project of another organization", async () => {
  const { code } = await createForOrganization({
    access: "SELECTED_PROJECTS",
    projectIds: [acme.project.id, acme.foreignProject.id],
  });
  expect(code).toBe("BAD_USER_INPUT");
});

test("a key of all projects covers later ones too; one of selected projects covers those alone", async () => {
  const all = await acme.organizationKey();
  const selected = await acme.organizationKey("TRIGGER", [acme.otherProject]);
  expect((await trigger(all)).errors).toEqual([]);
  expect((await trigger(selected)).code).toBe("NOT_FOUND");
  const later = await graphql<{ createProject: { id: string } }>(
    server.url,
    acme.owner,
    "mutation ($input: CreateProjectInput!) { createProject(input: $input) { id } }",
    { input: { organizationId: acme.organization.id, name: "Later" } },
  );
  const workflow = await graphql<{ createWorkflow: { workflow: { id: string } } }>(
    server.url,
    acme.owner,
    "mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { workflow { id } } }",
    { input: { projectId: later.data.createProject.id, name: "New", targetUrl: "https://example.com" } },
  );
  const { id } = workflow.data.createWorkflow.workflow;
  expect((await trigger(all, id)).errors).toEqual([]);
  expect((await trigger(selected, id)).code).toBe("NOT_FOUND");
});

test("a project lists its own keys and those it inherits, told apart, and no others", async () => {
  await acme.projectKey();
  await acme.organizationKey();
  await acme.organizationKey("VIEWER", [acme.otherProject]);
  await acme.organizationKey("PRIVILEGED", [acme.project, acme.otherProject]);
  const list = (projectId: string) =>
    graphql(
      server.url,
      acme.viewer,
      `query ($id: ID!) { project(id: $id) {
        apiKeys(filter: { kind: SERVICE }) { totalCount edges { inherited node { role level viewerCanDelete } } }
        inheritedApiKeys { totalCount } } }`,
      { id: projectId },
    );
  const row = (inherited: boolean, role: string) => ({
    inherited,
    node: { role, level: inherited ? "ORGANIZATION" : "PROJECT", viewerCanDelete: false },
  });
  expect((await list(acme.project.id)).data).toEqual({
    project: {
      apiKeys: {
        totalCount: 3,
        edges: [row(true, "PRIVILEGED"), row(true, "TRIGGER"), row(false, "TRIGGER")],
      },
      inheritedApiKeys: { totalCount: 2 },
    },
  });
});

test("the organization's list holds both levels, and splits by level and project", async () => {
  await acme.projectKey();
  await acme.organizationKey();
  const count = async (filter: object) => {
    const query =
      "query ($id: ID!, $filter: ApiKeyFilter) { organization(id: $id) { apiKeys(filter: $filter) { totalCount } } }";
    const { data } = await graphql<{ organization: { apiKeys: { totalCount: number } } }>(
      server.url,
      acme.owner,
      query,
      { id: acme.organization.id, filter },
    );
    return data.organization.apiKeys.totalCount;
  };
  // Each of the two projects has its Automator, too.
  expect(await count({})).toBe(4);
  expect(await count({ level: "ORGANIZATION" })).toBe(1);
  expect(await count({ level: "PROJECT" })).toBe(3);
  expect(await count({ projectId: acme.project.id })).toBe(2);
  expect(await count({ projectId: acme.otherProject.id })).toBe(1);
});

test("pages neither skip nor repeat while keys come and go", async () => {
  for (let i = 0; i < 12; i++) await acme.organizationKey();
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const answer: Answer<{ organization: { apiKeys: Page } }> = await graphql(
      server.url,
      acme.owner,
      `query ($id: ID!, $after: String) { organization(id: $id) { apiKeys(first: 5, after: $after, filter: { kind: SERVICE }) {
        nodes { id } pageInfo { hasNextPage endCursor } } } }`,
      { id: acme.organization.id, after },
    );
    const { nodes, pageInfo } = answer.data.organization.apiKeys;
    seen.push(...nodes.map(({ id }) => id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    // One comes at the front, the last one seen goes: neither moves the rest.
    await acme.organizationKey();
    await remove(acme.owner, nodes.at(-1)?.id ?? "");
  } while (after !== null);
  expect(seen).toHaveLength(12);
  expect(new Set(seen).size).toBe(12);
});
interface Page {
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

test.each([
  ["no rows", { first: 0 }],
  ["101 rows", { first: 101 }],
  ["a cursor that is none", { after: "x" }],
])("a page of %s is refused", async (_, args) => {
  const query = `query ($id: ID!, $first: Int, $after: String) {
    organization(id: $id) { apiKeys(first: $first, after: $after) { totalCount } } }`;
  const { code } = await graphql(server.url, acme.owner, query, { id: acme.organization.id, ...args });
  expect(code).toBe("BAD_USER_INPUT");
});

const remove = (caller: Caller, id: string) =>
  graphql(server.url, caller, "mutation ($id: ID!) { deleteApiKey(id: $id) }", { id });

test("a deleted key stops on its next call, leaves the lists, and keeps its name in what it did", async () => {
  const key = await acme.organizationKey();
  await trigger(key);
  expect((await remove(acme.owner, key.id)).errors).toEqual([]);
  const next = await trigger(key);
  expect(next.status).toBe(401);
  expect(next.errors[0]?.extensions.reason).toBe("REVOKED");
  expect((await remove(acme.owner, key.id)).code).toBe("NOT_FOUND");
  const { data } = await graphql(
    server.url,
    acme.owner,
    `query ($id: ID!, $project: ID!) {
      organization(id: $id) { apiKeys(filter: { kind: SERVICE }) { totalCount } }
      project(id: $project) { executions { nodes { triggeredBy { name apiKeyId apiKey { id } } } } } }`,
    { id: acme.organization.id, project: acme.project.id },
  );
  expect(data).toEqual({
    organization: { apiKeys: { totalCount: 0 } },
    project: {
      executions: { nodes: [{ triggeredBy: { name: "Org key", apiKeyId: key.id, apiKey: null } }] },
    },
  });
});

test("unknown, malformed and mistyped secrets all answer the same", async () => {
  const { key = "" } = await acme.organizationKey();
  const mistyped = key.slice(0, -1) + (key.endsWith("A") ? "B" : "A");
  const wellFormed = "pst_o_000000000000000000000000000000000000ab";
  const answers = await Promise.all([mistyped, wellFormed, "pst_", "x", "pst_o_"].map(whoAmI));
  for (const answer of answers) {
    expect(answer.status).toBe(401);
    expect(answer.errors).toEqual(answers[0]?.errors);
    expect(answer.errors[0]?.extensions.reason).toBe("INVALID");
  }
});

test("a key may also come as X-API-Key, and counts before a cookie", async () => {
  const { key = "", id } = await acme.organizationKey();
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-api-key": key, cookie: acme.owner.cookie ?? "" },
    body: JSON.stringify({ query: "{ viewer { ... on ApiKey { id } } }" }),
  });
  expect(await response.json()).toEqual({ data: { viewer: { id } } });
});

test("two different keys in one request are refused, and the same one twice is one", async () => {
  const [first, second] = [await acme.organizationKey(), await acme.organizationKey()];
  const call = (apiKey: string | undefined) =>
    fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${first.key}`,
        "x-api-key": apiKey ?? "",
      },
      body: JSON.stringify({ query: "{ viewer { ... on ApiKey { id } } }" }),
    });
  const refused = await call(second.key);
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    errors: [{ extensions: { code: "BAD_USER_INPUT", fields: [{ path: "header/X-API-Key" }] } }],
  });
  expect(await (await call(first.key)).json()).toEqual({ data: { viewer: { id: first.id } } });
});

test("making and deleting a key leave one audit entry each, with who did it and from where", async () => {
  const { apiKey } = await createForOrganization({ name: "Watched" });
  await remove(acme.admin, apiKey?.id ?? "");
  const rows: Record<string, unknown>[] = await server.runtime.database.read.query(
    "SELECT action, actor_name, target_name, ip FROM audit_entries WHERE target_id = ? ORDER BY at, id",
    [apiKey?.id],
  );
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { action: "apiKey.create", actor_name: "Olivia Owner", target_name: "Watched", ip: "127.0.0.1" },
    { action: "apiKey.delete", actor_name: "Adam Admin", target_name: "Watched", ip: "127.0.0.1" },
  ]);
});

test("nobody is asked who they are before they ask for something", async () => {
  const { data, status } = await graphql(
    server.url,
    anonymous,
    "{ viewer { __typename } organizations { totalCount } }",
  );
  expect(status).toBe(200);
  expect(data).toEqual({ viewer: null, organizations: { totalCount: 0 } });
});
