import { inTransaction } from "../database/unit-of-work.js";
import { Membership } from "../organization/membership.entity.js";
import { ProjectMembership } from "../project/project-membership.entity.js";
import { Session } from "../session/session.entity.js";
import { type Caller, graphql } from "../testing/client.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type Person, type World, world } from "../testing/world.js";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

let server: TestServer;
let acme: World;
let started: Date;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  acme = await world(server);
  started = server.now();
});
afterEach(() => {
  // Each test gets the clock back as it was, give or take what really went by.
  const ahead = server.now().getTime() - Date.now();
  server.advance(-ahead);
});
afterAll(() => server?.stop());

const call = <T = Record<string, unknown>>(caller: Caller, query: string, variables: object = {}) =>
  graphql<T>(server.url, caller, query, variables);
/** Lets time go by for everything but the sessions, which would end. */
async function pass(milliseconds: number): Promise<void> {
  server.advance(milliseconds);
  const seen = { lastSeenAt: server.now(), expiresAt: new Date(server.now().getTime() + DAY_MS) };
  await inTransaction(contextOf(server, acme.owner), async (ctx) => {
    await ctx.db.update(Session, { userId: acme.owner.userId }, seen);
  });
}
const whoAmI = (key: string) => call({ key }, "{ viewer { ... on ApiKey { id name } } }");
const reasonOf = async (key: string) => {
  const { errors } = await whoAmI(key);
  return errors[0]?.extensions.reason ?? "WORKS";
};
const statusOf = async (id: string, caller: Caller = acme.owner) =>
  (
    await call<{ apiKey: { status: string } }>(caller, "query ($id: ID!) { apiKey(id: $id) { status } }", {
      id,
    })
  ).data.apiKey.status;
const update = (input: object, caller: Caller = acme.owner) =>
  call<{ updateApiKey: Record<string, unknown> }>(
    caller,
    `mutation ($input: UpdateApiKeyInput!) { updateApiKey(input: $input) {
      id name description role access expiresAt expiryPolicy allowedIps rateLimitPerMinute rateLimitIsDefault status
      selectedProjects { slug } } }`,
    { input },
  );
const rotate = (input: object, caller: Caller = acme.owner) =>
  call<{ rotateApiKey: { secret: string; apiKey: Record<string, unknown> } }>(
    caller,
    `mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input) { secret apiKey {
      id preview expiresAt rotation { startedAt previousPreview previousExpiresAt previousUseCount previousLastUsedAt } } } }`,
    { input },
  );
const trigger = (caller: Caller) =>
  call<{ triggerWorkflow: { execution: { id: string; triggeredBy: { name: string } } } }>(
    caller,
    "mutation ($id: ID!) { triggerWorkflow(input: { workflowId: $id }) { execution { id triggeredBy { kind name } } } }",
    { id: acme.workflow.id },
  );
const createProjectKey = (input: object, caller: Caller = acme.owner) =>
  call<{ createProjectApiKey: { secret: string; apiKey: { id: string; expiresAt: string | null } } } | null>(
    caller,
    `mutation ($input: CreateProjectApiKeyInput!) { createProjectApiKey(input: $input) {
      secret apiKey { id kind expiresAt owner { id } } } }`,
    { input: { projectId: acme.project.id, expiry: { policy: "NEVER" }, ...input } },
  );
const automatorId = async () => {
  const { data } = await call<{ project: { apiKeys: { nodes: { id: string }[] } } }>(
    acme.owner,
    "query ($id: ID!) { project(id: $id) { apiKeys(filter: { kind: SYSTEM }) { nodes { id name kind level viewerCanUpdate viewerCanDelete } } } }",
    { id: acme.project.id },
  );
  expect(data.project.apiKeys.nodes).toMatchObject([
    { name: "Automator", kind: "SYSTEM", level: "PROJECT", viewerCanUpdate: false, viewerCanDelete: false },
  ]);
  return data.project.apiKeys.nodes[0]?.id ?? "";
};

describe("a PERSONAL key", () => {
  const personal = async (person: Person, role = "PRIVILEGED") => {
    const { data } = await createProjectKey({ kind: "PERSONAL", role, name: "laptop" }, person);
    const made = data?.createProjectApiKey;
    if (!made) throw new Error("It was not made.");
    return { id: made.apiKey.id, key: made.secret };
  };
  const setRole = (person: Person, role: "ADMIN" | "EDITOR" | "VIEWER" | null) =>
    inTransaction(contextOf(server, acme.owner), async (ctx) => {
      const membership = await ctx.db.findOneByOrFail(Membership, {
        userId: person.userId,
        organizationId: acme.organization.id,
      });
      const where = { membershipId: membership.id, projectId: acme.project.id };
      await ctx.db.delete(ProjectMembership, where);
      if (role !== null) await ctx.db.insert(ProjectMembership, { ...where, role });
    });

  test("acts as its owner, and shrinks and returns with the owner's rights at the very next call", async () => {
    const key = await personal(acme.editor);
    expect((await trigger(key)).data.triggerWorkflow.execution.triggeredBy.name).toBe(
      "Edgar Editor via laptop",
    );
    await setRole(acme.editor, "VIEWER");
    const refused = await trigger(key);
    expect(refused.code).toBe("FORBIDDEN");
    expect(refused.errors[0]?.message).toMatch(/^This API key stands for a user .* workflow:trigger /);
    expect(
      (await call(key, "query ($id: ID!) { project(id: $id) { id } }", { id: acme.project.id })).data,
    ).toEqual({
      project: { id: acme.project.id },
    });
    await setRole(acme.editor, null);
    expect(await reasonOf(key.key)).toBe("OWNER_INACTIVE");
    expect(await statusOf(key.id)).toBe("OWNER_INACTIVE");
    await setRole(acme.editor, "EDITOR");
    expect((await trigger(key)).errors).toEqual([]);
    expect(await statusOf(key.id)).toBe("ACTIVE");
  });

  test("never does more than its role, however much its owner may", async () => {
    const key = await personal(acme.owner, "VIEWER");
    const create = await call(
      key,
      "mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { signingSecret } }",
      { input: { projectId: acme.project.id, name: "X", targetUrl: "https://example.com" } },
    );
    expect(create.code).toBe("FORBIDDEN");
    expect(create.errors[0]?.message).toMatch(
      /workflow:write in this project\. Use a key with the role PRIVILEGED\.$/,
    );
    const remove = "mutation ($id: ID!) { deleteProject(id: $id) }";
    const removed = await call(key, remove, { id: acme.project.id });
    expect(removed.errors[0]?.message).toMatch(/project:delete in this project\. No API key has it\.$/);
  });

  test("of the role TRIGGER still follows what it started when its owner may start nothing any more", async () => {
    const key = await personal(acme.editor, "TRIGGER");
    const { id } = (await trigger(key)).data.triggerWorkflow.execution;
    await setRole(acme.editor, "VIEWER");
    expect((await trigger(key)).code).toBe("FORBIDDEN");
    expect(await statusOf(key.id)).toBe("ACTIVE");
    const follow = await call(key, "query ($id: ID!) { execution(id: $id) { id } }", { id });
    expect(follow.data).toEqual({ execution: { id } });
  });

  test("ends with its owner's membership of the organization", async () => {
    const key = await personal(acme.editor);
    await inTransaction(contextOf(server, acme.owner), async (ctx) => {
      await ctx.db.delete(Membership, { userId: acme.editor.userId, organizationId: acme.organization.id });
    });
    expect(await reasonOf(key.key)).toBe("OWNER_INACTIVE");
  });

  test("is changed and rotated by its owner alone; who manages keys may only stop it", async () => {
    const key = await personal(acme.editor);
    expect((await update({ id: key.id, name: "desk" }, acme.editor)).errors).toEqual([]);
    expect((await update({ id: key.id, name: "mine now" }, acme.owner)).code).toBe("FORBIDDEN");
    expect((await rotate({ id: key.id }, acme.owner)).code).toBe("FORBIDDEN");
    expect((await rotate({ id: key.id }, acme.editor)).errors).toEqual([]);
    expect((await update({ id: key.id, enabled: false }, acme.projectAdmin)).errors).toEqual([]);
    expect(await statusOf(key.id)).toBe("DISABLED");
  });
});

describe("the SYSTEM key of a project", () => {
  test("comes with the project, cannot be changed or stopped by anyone, and works once an admin has rotated it", async () => {
    const id = await automatorId();
    const refusals = [
      await update({ id, name: "Mine" }),
      await update({ id, enabled: false }),
      await update({ id, expiry: { policy: "DAYS_7" } }),
      await call(acme.owner, "mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { id } }", { id }),
      await call(acme.owner, "mutation ($id: ID!) { deleteApiKey(id: $id) }", { id }),
      await rotate({ id }, acme.editor),
    ];
    expect(refusals.map(({ code }) => code)).toEqual(Array(6).fill("FORBIDDEN"));
    const { secret } = (await rotate({ id }, acme.projectAdmin)).data.rotateApiKey;
    expect(secret).toMatch(/^pst_s_[0-9A-Za-z]{38}$/);
    expect((await trigger({ key: secret })).data.triggerWorkflow.execution.triggeredBy.name).toBe(
      "Automator",
    );
  });

  test("cannot be made by hand", async () => {
    const { code, errors } = await createProjectKey({ kind: "SYSTEM" });
    expect(code).toBe("BAD_USER_INPUT");
    expect(errors[0]?.extensions.fields?.[0]?.path).toBe("input.kind");
  });
});

describe("updating a key", () => {
  test("leaves what is absent, clears what is null, and leaves one audit entry with old and new values", async () => {
    const { id } = await acme.organizationKey("VIEWER", [acme.project]);
    const changed = await update({
      id,
      name: " Renamed ",
      description: "Why",
      allowedIps: ["10.1.2.3/8"],
      role: "TRIGGER",
    });
    expect(changed.data.updateApiKey).toMatchObject({
      name: "Renamed",
      description: "Why",
      allowedIps: ["10.0.0.0/8"],
      role: "TRIGGER",
      access: "SELECTED_PROJECTS",
      selectedProjects: [{ slug: "billing" }],
    });
    const cleared = await update({ id, name: null, description: null, allowedIps: null });
    expect(cleared.data.updateApiKey).toMatchObject({
      name: id,
      description: null,
      allowedIps: [],
      role: "TRIGGER",
    });
    const entries: { changes: string }[] = await server.runtime.database.read.query(
      "SELECT changes FROM audit_entries WHERE target_id = ? AND action = 'apiKey.update' ORDER BY at, id",
      [id],
    );
    expect(entries.map(({ changes }) => JSON.parse(changes))).toEqual([
      {
        name: { old: "Org key", new: "Renamed" },
        description: { old: null, new: "Why" },
        allowedIps: { old: null, new: ["10.0.0.0/8"] },
        role: { old: "VIEWER", new: "TRIGGER" },
      },
      {
        name: { old: "Renamed", new: id },
        description: { old: "Why", new: null },
        allowedIps: { old: ["10.0.0.0/8"], new: null },
      },
    ]);
  });

  test("that changes nothing records nothing", async () => {
    const { id } = await acme.organizationKey();
    expect((await update({ id, name: "Org key", enabled: true })).errors).toEqual([]);
    const entries = await server.runtime.database.read.query(
      "SELECT id FROM audit_entries WHERE target_id = ? AND action = 'apiKey.update'",
      [id],
    );
    expect(entries).toEqual([]);
  });

  test("narrowing and disabling hold for the next call, and enabling brings it back", async () => {
    const { id, key } = await acme.organizationKey();
    expect((await trigger({ key })).errors).toEqual([]);
    await update({ id, access: "SELECTED_PROJECTS", projectIds: [acme.otherProject.id] });
    expect((await trigger({ key })).code).toBe("NOT_FOUND");
    await update({ id, projectIds: [acme.otherProject.id, acme.project.id] });
    expect((await trigger({ key })).errors).toEqual([]);
    await update({ id, enabled: false });
    expect(await reasonOf(key ?? "")).toBe("DISABLED");
    await update({ id, enabled: true });
    expect((await trigger({ key })).errors).toEqual([]);
  });

  test.each([
    ["access of a project's own key", { access: "ALL_PROJECTS" }, "input.access"],
    ["51 ranges", { allowedIps: Array.from({ length: 51 }, (_, i) => `10.0.0.${i}`) }, "input.allowedIps"],
    ["no address", { allowedIps: ["10.0.0.1", "home"] }, "input.allowedIps.1"],
    ["no calls", { rateLimitPerMinute: 0 }, "input.rateLimitPerMinute"],
    ["a past expiry", { expiry: { policy: "CUSTOM", expiresAt: new Date(0) } }, "input.expiry.expiresAt"],
  ])("with %s is refused by the field's name", async (_, fields, path) => {
    const { id } = await acme.projectKey();
    const { code, errors } = await update({ id, ...fields });
    expect(code).toBe("BAD_USER_INPUT");
    expect(errors[0]?.extensions.fields?.map((field) => field.path)).toEqual([path]);
  });
});

test("what is wrong with the texts of a key is named at once, and so is what is wrong with its numbers", async () => {
  const { id } = await acme.projectKey();
  const faults = async (fields: object) =>
    (await update({ id, ...fields })).errors[0]?.extensions.fields?.map(({ path }) => path);
  expect(await faults({ name: "x".repeat(101), allowedIps: ["home", "10.0.0.1", "::1/129"] })).toEqual([
    "input.name",
    "input.allowedIps.0",
    "input.allowedIps.2",
  ]);
  const expiry = { policy: "CUSTOM", expiresAt: new Date(0) };
  expect(await faults({ expiry, rateLimitPerMinute: 0 })).toEqual([
    "input.expiry.expiresAt",
    "input.rateLimitPerMinute",
  ]);
});

test("a rate of a key's own is told from the server's default, to which it can go back", async () => {
  const { id } = await acme.projectKey();
  const { data } = await call<{ server: { defaultRateLimitPerMinute: number } }>(
    acme.owner,
    "{ server { defaultRateLimitPerMinute } }",
    {},
  );
  const standard = { rateLimitPerMinute: data.server.defaultRateLimitPerMinute, rateLimitIsDefault: true };
  expect((await update({ id, name: "CI" })).data.updateApiKey).toMatchObject(standard);
  const own = { ...standard, rateLimitIsDefault: false };
  const { rateLimitPerMinute } = standard;
  expect((await update({ id, rateLimitPerMinute })).data.updateApiKey).toMatchObject(own);
  expect((await update({ id, rateLimitPerMinute: null })).data.updateApiKey).toMatchObject(standard);
});

describe("rotating a key", () => {
  test("shows a new secret; the older one works until its grace ends, counted and dated", async () => {
    const { id, key: older = "" } = await acme.projectKey();
    const { secret, apiKey } = (await rotate({ id })).data.rotateApiKey;
    expect(apiKey).toMatchObject({ rotation: { previousPreview: older.slice(0, 10), previousUseCount: 0 } });
    expect(await reasonOf(older)).toBe("WORKS");
    expect(await reasonOf(older)).toBe("WORKS");
    expect(await reasonOf(secret)).toBe("WORKS");
    await server.runtime.usage.flush();
    const { data } = await call<{
      apiKey: { rotation: { previousUseCount: number; previousLastUsedAt: string } };
    }>(
      acme.owner,
      "query ($id: ID!) { apiKey(id: $id) { rotation { previousUseCount previousLastUsedAt } } }",
      { id },
    );
    expect(data.apiKey.rotation.previousUseCount).toBe(2);
    expect(Date.parse(data.apiKey.rotation.previousLastUsedAt)).toBeGreaterThanOrEqual(started.getTime());
    server.advance(DAY_MS);
    expect(await reasonOf(older)).toBe("EXPIRED");
    expect(await reasonOf(secret)).toBe("WORKS");
  });

  test("with no grace ends the older secret at once; finishing does so later", async () => {
    const { id, key: first = "" } = await acme.projectKey();
    const second = (await rotate({ id, graceSeconds: 0 })).data.rotateApiKey.secret;
    expect(await reasonOf(first)).toBe("REVOKED");
    const third = (await rotate({ id })).data.rotateApiKey.secret;
    expect(await reasonOf(second)).toBe("WORKS");
    const finish = () =>
      call(acme.owner, "mutation ($id: ID!) { finishApiKeyRotation(id: $id) { rotation { startedAt } } }", {
        id,
      });
    expect((await finish()).data).toEqual({ finishApiKeyRotation: { rotation: null } });
    expect(await reasonOf(second)).toBe("REVOKED");
    expect(await reasonOf(third)).toBe("WORKS");
    expect((await finish()).code).toBe("CONFLICT");
  });

  test("again drops the oldest secret: at most two ever work", async () => {
    const { id, key: first = "" } = await acme.projectKey();
    const second = (await rotate({ id })).data.rotateApiKey.secret;
    const third = (await rotate({ id })).data.rotateApiKey.secret;
    expect(await Promise.all([first, second, third].map(reasonOf))).toEqual(["REVOKED", "WORKS", "WORKS"]);
  });

  test("twenty times at once leaves at most two working secrets", async () => {
    const { id } = await acme.projectKey();
    const secrets = (await Promise.all(Array.from({ length: 20 }, () => rotate({ id })))).map(
      ({ data }) => data.rotateApiKey.secret,
    );
    const states = await Promise.all(secrets.map(reasonOf));
    expect(states.filter((state) => state === "WORKS")).toHaveLength(2);
  });

  test("restarts a preset's term, keeps a custom date, and never prolongs the older secret", async () => {
    const preset = (await createProjectKey({ expiry: { policy: "DAYS_7" } })).data?.createProjectApiKey;
    const end = new Date(server.now().getTime() + 8 * DAY_MS).toISOString();
    const custom = (await createProjectKey({ expiry: { policy: "CUSTOM", expiresAt: end } })).data
      ?.createProjectApiKey;
    await pass(6 * DAY_MS);
    const rotated = (await rotate({ id: preset?.apiKey.id, graceSeconds: 30 * 24 * 3600 })).data.rotateApiKey;
    const life = Date.parse(String(rotated.apiKey["expiresAt"])) - server.now().getTime();
    expect(Math.abs(life - 7 * DAY_MS)).toBeLessThan(5000);
    expect((rotated.apiKey["rotation"] as { previousExpiresAt: string }).previousExpiresAt).toBe(
      preset?.apiKey.expiresAt,
    );
    expect((await rotate({ id: custom?.apiKey.id })).data.rotateApiKey.apiKey["expiresAt"]).toBe(end);
    server.advance(DAY_MS);
    expect(await reasonOf(preset?.secret ?? "")).toBe("EXPIRED");
    expect(await reasonOf(rotated.secret)).toBe("WORKS");
  });

  test("is refused for what does not work: expired, revoked, disabled; and beyond 30 days of grace", async () => {
    const disabled = await acme.projectKey();
    await update({ id: disabled.id, enabled: false });
    const revoked = await acme.projectKey();
    await call(acme.owner, "mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { id } }", {
      id: revoked.id,
    });
    const expired = (await createProjectKey({ expiry: { policy: "DAYS_7" } })).data?.createProjectApiKey
      .apiKey.id;
    await pass(7 * DAY_MS);
    for (const id of [disabled.id, revoked.id, expired]) expect((await rotate({ id })).code).toBe("CONFLICT");
    const live = await acme.projectKey();
    for (const graceSeconds of [-1, 30 * 24 * 3600 + 1]) {
      expect((await rotate({ id: live.id, graceSeconds })).code).toBe("BAD_USER_INPUT");
    }
  });
});

test("a repeated create or rotation makes nothing and names the key that exists, never its secret", async () => {
  const once = { idempotencyKey: "deploy-42", name: "Once" };
  const first = await createProjectKey(once);
  const again = await createProjectKey(once);
  expect(again.code).toBe("CONFLICT");
  expect(again.errors[0]?.extensions.apiKeyId).toBe(first.data?.createProjectApiKey.apiKey.id);
  expect(JSON.stringify(again.errors)).not.toContain("pst_p_");
  const { id } = await acme.projectKey();
  const rotated = await rotate({ id, idempotencyKey: "rotate-42" });
  expect((await rotate({ id, idempotencyKey: "rotate-42" })).code).toBe("CONFLICT");
  expect(await reasonOf(rotated.data.rotateApiKey.secret)).toBe("WORKS");
  const atOnce = await Promise.all(
    Array.from({ length: 20 }, () => createProjectKey({ idempotencyKey: "many" })),
  );
  expect(atOnce.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  await pass(DAY_MS + 1000);
  expect((await createProjectKey(once)).errors).toEqual([]);
});

describe("stopping keys", () => {
  test("a revoked key stays listed with who, when and why, and that is final", async () => {
    const { id, key = "" } = await acme.projectKey();
    const revoke = () =>
      call(
        acme.owner,
        'mutation ($id: ID!) { revokeApiKey(input: { id: $id, reason: "leaked" }) { status revokeReason revokedBy { name } } }',
        { id },
      );
    expect((await revoke()).data).toEqual({
      revokeApiKey: { status: "REVOKED", revokeReason: "leaked", revokedBy: { name: "Olivia Owner" } },
    });
    expect(await reasonOf(key)).toBe("REVOKED");
    expect((await revoke()).code).toBe("CONFLICT");
    expect((await update({ id, enabled: true })).code).toBe("CONFLICT");
    expect(await statusOf(id)).toBe("REVOKED");
  });

  test("many are deleted all or none", async () => {
    const keys = await Promise.all([acme.projectKey(), acme.projectKey(), acme.organizationKey()]);
    const remove = (caller: Caller, ids: string[]) =>
      call(caller, "mutation ($ids: [ID!]!) { deleteApiKeys(ids: $ids) }", { ids });
    const ids = keys.map(({ id }) => id);
    expect((await remove(acme.projectAdmin, ids)).code).toBe("FORBIDDEN");
    expect((await remove(acme.owner, [...ids, "key_00000000000000000000000000"])).code).toBe("NOT_FOUND");
    expect(await Promise.all(keys.map(({ key = "" }) => reasonOf(key)))).toEqual(["WORKS", "WORKS", "WORKS"]);
    expect((await remove(acme.owner, [...ids, ids[0] ?? ""])).data).toEqual({ deleteApiKeys: 3 });
    expect(await Promise.all(keys.map(({ key = "" }) => reasonOf(key)))).toEqual([
      "REVOKED",
      "REVOKED",
      "REVOKED",
    ]);
    expect((await remove(acme.owner, [])).code).toBe("BAD_USER_INPUT");
    expect(
      (
        await remove(
          acme.owner,
          Array(101)
            .fill("")
            .map((_, i) => `key_${i}`),
        )
      ).code,
    ).toBe("BAD_USER_INPUT");
  });
});

describe("the organization's policy", () => {
  const setPolicy = (input: object) =>
    call(
      acme.owner,
      `mutation ($input: UpdateApiKeyPolicyInput!) { updateApiKeyPolicy(input: $input) {
        maxLifetimeDays requireAllowedIps violations { totalCount nodes { name } } } }`,
      { input: { organizationId: acme.organization.id, ...input } },
    );

  test("refuses longer lives and missing addresses at create, update and rotate, and lists who breaks it already", async () => {
    const before = await acme.organizationKey();
    expect((await setPolicy({ maxLifetimeDays: 30, requireAllowedIps: true })).data).toMatchObject({
      updateApiKeyPolicy: { maxLifetimeDays: 30, requireAllowedIps: true, violations: { totalCount: 1 } },
    });
    const paths = ({ errors }: { errors: { extensions: { fields?: { path: string }[] } }[] }) =>
      errors[0]?.extensions.fields?.map(({ path }) => path);
    expect(paths(await createProjectKey({}))).toEqual(["input.expiry", "input.allowedIps"]);
    const long = await createProjectKey({ expiry: { policy: "DAYS_60" }, allowedIps: ["::1"] });
    expect(paths(long)).toEqual(["input.expiry"]);
    expect(long.errors[0]?.message).toContain("30 days");
    const ok = await createProjectKey({ expiry: { policy: "DAYS_30" }, allowedIps: ["127.0.0.1"] });
    expect(ok.errors).toEqual([]);
    expect(paths(await update({ id: ok.data?.createProjectApiKey.apiKey.id, allowedIps: [] }))).toEqual([
      "input.allowedIps",
    ]);
    expect(paths(await rotate({ id: before.id }))).toEqual(["input.expiry", "input.allowedIps"]);
    // It works on, may be renamed and stopped, not started again, and is in order once it keeps the rules.
    expect(await reasonOf(before.key ?? "")).toBe("WORKS");
    expect((await update({ id: before.id, name: "Old" })).errors).toEqual([]);
    expect((await update({ id: before.id, enabled: false })).errors).toEqual([]);
    expect(paths(await update({ id: before.id, enabled: true }))).toEqual([
      "input.expiry",
      "input.allowedIps",
    ]);
    await update({ id: before.id, enabled: true, expiry: { policy: "DAYS_7" }, allowedIps: ["127.0.0.0/8"] });
    expect((await setPolicy({})).data).toMatchObject({
      updateApiKeyPolicy: { violations: { totalCount: 0 } },
    });
    await setPolicy({ maxLifetimeDays: null, requireAllowedIps: false });
    expect((await createProjectKey({})).errors).toEqual([]);
  });

  test("is checked itself", async () => {
    expect((await setPolicy({ maxLifetimeDays: 0 })).code).toBe("BAD_USER_INPUT");
    expect((await setPolicy({ maxLifetimeDays: 3651 })).code).toBe("BAD_USER_INPUT");
  });
});

test("a key works from its addresses alone, and a denied call is counted as denied and not as use", async () => {
  const { id, key = "" } = await acme.projectKey();
  await update({ id, allowedIps: ["10.0.0.0/8", "2001:db8::/32"] });
  const refused = await whoAmI(key);
  expect(refused.status).toBe(403);
  expect(refused.errors[0]?.extensions).toEqual({ code: "FORBIDDEN", reason: "IP_NOT_ALLOWED" });
  await update({ id, allowedIps: ["::ffff:127.0.0.1"] });
  expect(await reasonOf(key)).toBe("WORKS");
  await server.runtime.usage.flush();
  const { data } = await call(
    acme.owner,
    `query ($id: ID!) { apiKey(id: $id) { lastUsedIp usage(days: 2) { date accepted denied }
      usageSeries(days: 2) { since accepted denied } denials { cause count lastIp } } }`,
    { id },
  );
  const today = server.now().toISOString().slice(0, 10);
  const yesterday = new Date(server.now().getTime() - DAY_MS).toISOString().slice(0, 10);
  expect(data).toEqual({
    apiKey: {
      lastUsedIp: "127.0.0.1",
      usage: [
        { date: yesterday, accepted: 0, denied: 0 },
        { date: today, accepted: 1, denied: 1 },
      ],
      usageSeries: { since: yesterday, accepted: [0, 1], denied: [0, 1] },
      denials: [{ cause: "IP_NOT_ALLOWED", count: 1, lastIp: "127.0.0.1" }],
    },
  });
});

test("the use of a dead secret is recorded with the key it belonged to, and pending counts outlive a restart", async () => {
  const { id, key = "" } = await acme.projectKey();
  await call(acme.owner, "mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { id } }", { id });
  await whoAmI(key);
  await whoAmI(key);
  await server.restart();
  const { data } = await call(
    acme.owner,
    "query ($id: ID!) { apiKey(id: $id) { lastUsedAt denials { cause count } } }",
    { id },
  );
  expect(data).toEqual({ apiKey: { lastUsedAt: null, denials: [{ cause: "REVOKED", count: 2 }] } });
});

test("a key's calls are bounded per minute, and the answer says how many are left", async () => {
  const { id, key = "" } = await acme.projectKey();
  await update({ id, rateLimitPerMinute: 3 });
  const answers = [];
  for (let i = 0; i < 4; i++) answers.push(await whoAmI(key));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  expect(answers[0]?.headers.get("ratelimit-policy")).toBe('"minute";q=3;w=60');
  expect(answers[0]?.headers.get("ratelimit")).toMatch(/^"minute";r=2;t=\d+$/);
  const late = answers[3];
  expect(late?.code).toBe("RATE_LIMITED");
  expect(late?.errors[0]?.extensions.retryAfterSeconds).toBeGreaterThan(0);
  expect(late?.headers.get("retry-after")).toMatch(/^\d+$/);
  const other = await acme.projectKey();
  expect(await reasonOf(other.key ?? "")).toBe("WORKS");
});

test("a forwarded address counts only when a trusted proxy says it", async () => {
  const forwarded = async (url: string, key: string) =>
    (
      await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-api-key": key, "x-forwarded-for": "198.51.100.7" },
        body: JSON.stringify({ query: "{ viewer { __typename } }" }),
      })
    ).status;
  const { id, key = "" } = await acme.projectKey();
  await update({ id, allowedIps: ["198.51.100.0/24"] });
  expect(await forwarded(server.url, key)).toBe(403);

  const behindProxy = await startTestServer({ TRUST_PROXY: "127.0.0.1" });
  const there = await world(behindProxy);
  const other = await there.projectKey();
  const change =
    "mutation ($id: ID!, $ips: [String!]) { updateApiKey(input: { id: $id, allowedIps: $ips }) { id } }";
  const limit = (ips: string[]) => graphql(behindProxy.url, there.owner, change, { id: other.id, ips });
  await limit(["198.51.100.0/24"]);
  expect(await forwarded(behindProxy.url, other.key ?? "")).toBe(200);
  await limit(["127.0.0.1"]);
  expect(await forwarded(behindProxy.url, other.key ?? "")).toBe(403);
  await behindProxy.stop();
});
