import { AuditEntry } from "../audit/audit-entry.entity.js";
import { Invitation } from "../organization/invitation.entity.js";
import { Membership } from "../organization/membership.entity.js";
import { anonymous, type Caller, graphql } from "../testing/client.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { type World, world } from "../testing/world.js";
import { ProjectMembership } from "./project-membership.entity.js";

let server: TestServer;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  acme = await world(server);
});
afterAll(() => server?.stop());

const call = <T = Record<string, unknown>>(caller: Caller, query: string, variables: object = {}) =>
  graphql<T>(server.url, caller, query, variables);
const db = () => server.runtime.database.read;

interface Named {
  name: string;
  slug: string;
}
const updateProject = (caller: Caller, input: object) =>
  call<{ updateProject: Named }>(
    caller,
    "mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { name slug } }",
    { input: { id: acme.project.id, ...input } },
  );
const updateOrganization = (caller: Caller, input: object) =>
  call<{ updateOrganization: Named }>(
    caller,
    "mutation ($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { name slug } }",
    { input: { id: acme.organization.id, ...input } },
  );
const deleteProject = (caller: Caller, id = acme.project.id) =>
  call(caller, "mutation ($id: ID!) { deleteProject(id: $id) }", { id });
const deleteOrganization = (caller: Caller, id = acme.organization.id) =>
  call(caller, "mutation ($id: ID!) { deleteOrganization(id: $id) }", { id });
const createProject = (input: object = {}) =>
  call<{ createProject: { id: string } }>(
    acme.owner,
    "mutation ($input: CreateProjectInput!) { createProject(input: $input) { id } }",
    { input: { organizationId: acme.organization.id, name: "Billing", ...input } },
  );
const readProject = (caller: Caller, id = acme.project.id) =>
  call<{ project: Named | null }>(caller, "query ($id: ID!) { project(id: $id) { name slug } }", { id });
const setRole = (caller: Caller, membershipId: string, role?: string | null, projectId = acme.project.id) =>
  call(
    caller,
    `mutation ($input: SetProjectRoleInput!) { setProjectRole(input: $input) {
      projectRoles { role project { slug } } } }`,
    { input: { membershipId, projectId, ...(role !== undefined && { role }) } },
  );
const audited = async (targetId: string) =>
  (await db().find(AuditEntry, { where: { targetId }, order: { at: "ASC", id: "ASC" } })).map(
    ({ action, changes }) => [action, changes && JSON.parse(changes)],
  );
const countEntries = (action: string) =>
  db().countBy(AuditEntry, { action, organizationId: acme.organization.id });

test("a project's name and slug change apart from each other; what is left out or null stays", async () => {
  const [name, slug] = ["Größe & Maß", "sizes"];
  expect((await updateProject(acme.projectAdmin, { name })).data).toEqual({
    updateProject: { name, slug: "billing" },
  });
  expect((await updateProject(acme.owner, { slug, name: null })).data).toEqual({
    updateProject: { name, slug },
  });
  expect((await updateProject(acme.owner, { slug, name })).errors).toEqual([]);
  expect((await audited(acme.project.id)).slice(-2)).toEqual([
    ["project.update", { name: { old: "Billing", new: name } }],
    ["project.update", { slug: { old: "billing", new: slug } }],
  ]);
  const found = await call(
    acme.viewer,
    'query ($id: ID!) { organization(id: $id) { new: project(slug: "sizes") { name } old: project(slug: "billing") { name } } }',
    { id: acme.organization.id },
  );
  expect(found.data).toEqual({ organization: { new: { name }, old: null } });
});

test("a taken slug is a conflict, a bad one a fault, for projects and organizations", async () => {
  const taken = await updateProject(acme.owner, { slug: "crm" });
  expect([taken.code, taken.errors[0]?.extensions.fields?.[0]?.path]).toEqual(["CONFLICT", "input.slug"]);
  const foreign = await updateOrganization(acme.owner, { slug: acme.foreignOrganization.slug });
  expect([foreign.code, foreign.errors[0]?.extensions.fields?.[0]?.path]).toEqual(["CONFLICT", "input.slug"]);
  for (const update of [updateProject, updateOrganization]) {
    const { code, errors } = await update(acme.owner, { slug: "A b", name: "\u202e" });
    expect(code).toBe("BAD_USER_INPUT");
    expect(errors[0]?.extensions.fields?.map(({ path }) => path).sort()).toEqual([
      "input.name",
      "input.slug",
    ]);
  }
});

test("a PRIVILEGED key renames its project, in its own name, and never deletes it", async () => {
  const key = await acme.projectKey("PRIVILEGED");
  expect((await updateProject(key, { name: "Invoices" })).errors).toEqual([]);
  const entry = await db().findOneByOrFail(AuditEntry, {
    action: "project.update",
    targetId: acme.project.id,
  });
  expect(entry.actor).toMatchObject({ kind: "API_KEY", apiKeyId: key.id, name: key.name });
  expect((await updateProject(key, { id: acme.otherProject.id, name: "Mine" })).code).toBe("NOT_FOUND");
  expect((await deleteProject(key)).code).toBe("FORBIDDEN");
  expect((await updateOrganization(key, { name: "Mine" })).code).toBe("FORBIDDEN");
  expect((await deleteOrganization(key)).code).toBe("FORBIDDEN");
});

test("an organization is renamed with one audit entry, and none when nothing changes", async () => {
  const name = "Acme International";
  const { data, errors } = await updateOrganization(acme.admin, { name });
  expect([errors, data.updateOrganization]).toEqual([[], { name, slug: acme.organization.slug }]);
  await updateOrganization(acme.admin, { name, slug: acme.organization.slug });
  expect((await audited(acme.organization.id)).slice(1)).toEqual([
    ["organization.update", { name: { old: acme.organization.name, new: name } }],
  ]);
});

test("a deleted project is gone for everyone, its keys are refused at the next call, and its slug is free", async () => {
  const own = await acme.projectKey("PRIVILEGED");
  const inherited = await acme.organizationKey("PRIVILEGED");
  const trigger = (caller: Caller) =>
    call(caller, "mutation ($id: ID!) { triggerWorkflow(input: { workflowId: $id }) { execution { id } } }", {
      id: acme.workflow.id,
    });
  expect((await readProject(own)).data.project).not.toBeNull();
  expect((await deleteProject(acme.projectAdmin)).data).toEqual({ deleteProject: true });

  for (const caller of [acme.owner, acme.projectAdmin, inherited]) {
    expect((await readProject(caller)).data).toEqual({ project: null });
    expect((await updateProject(caller, { name: "Back" })).code).toBe("NOT_FOUND");
    expect((await deleteProject(caller)).code).toBe("NOT_FOUND");
    expect((await trigger(caller)).code).toBe("NOT_FOUND");
  }
  const refused = await readProject(own);
  expect([refused.status, refused.code]).toEqual([401, "UNAUTHENTICATED"]);
  expect(
    (await call(acme.owner, "query ($id: ID!) { apiKey(id: $id) { id } }", { id: own.id })).data,
  ).toEqual({ apiKey: null });
  const list = await call(
    acme.owner,
    'query ($id: ID!) { organization(id: $id) { projects { nodes { slug } } project(slug: "billing") { id } } }',
    { id: acme.organization.id },
  );
  expect(list.data).toEqual({ organization: { projects: { nodes: [{ slug: "crm" }] }, project: null } });
  const again = await createProject();
  expect(again.errors).toEqual([]);
  // Nobody's right in the old one reaches the new one.
  expect((await readProject(acme.projectAdmin, again.data.createProject.id)).data).toEqual({ project: null });
});

test("deleting a project is recorded once, and each of its keys with it", async () => {
  await acme.projectKey();
  await deleteProject(acme.owner);
  expect(await countEntries("project.delete")).toBe(1);
  // The Automator's key and the one just made.
  expect(await countEntries("apiKey.delete")).toBe(2);
  expect((await audited(acme.project.id)).map(([action]) => action)).toEqual([
    "project.create",
    "project.delete",
  ]);
});

test("of two who delete a project at once, one does", async () => {
  const answers = await Promise.all([deleteProject(acme.owner), deleteProject(acme.admin)]);
  expect(answers.map(({ code }) => code).sort()).toEqual(["", "NOT_FOUND"]);
  expect(await countEntries("project.delete")).toBe(1);
});

test("a deleted organization takes its projects, keys, members and invitations along, and frees its slug", async () => {
  const keys = [await acme.organizationKey("PRIVILEGED"), await acme.projectKey("VIEWER")];
  const invitation = await call<{ inviteMember: { url: string } }>(
    acme.owner,
    "mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url } }",
    { input: { organizationId: acme.organization.id, email: "late@example.com", role: "MEMBER" } },
  );
  const token = invitation.data.inviteMember.url.split("/").at(-1);
  expect((await deleteOrganization(acme.admin)).code).toBe("FORBIDDEN");
  expect((await deleteOrganization(acme.owner)).data).toEqual({ deleteOrganization: true });

  const { id, slug } = acme.organization;
  for (const caller of [acme.owner, acme.admin, acme.viewer]) {
    const { data } = await call(
      caller,
      `query ($id: ID!, $slug: String, $project: ID!, $workflow: ID!) {
        byId: organization(id: $id) { id } bySlug: organization(slug: $slug) { id }
        project(id: $project) { id } workflow(id: $workflow) { id }
        organizations { totalCount } viewer { ... on User { memberships { id } } } }`,
      { id, slug, project: acme.project.id, workflow: acme.workflow.id },
    );
    expect(data).toEqual({
      byId: null,
      bySlug: null,
      project: null,
      workflow: null,
      organizations: { totalCount: 0 },
      viewer: { memberships: [] },
    });
    expect((await deleteOrganization(caller)).code).toBe("NOT_FOUND");
    expect((await updateOrganization(caller, { name: "Back" })).code).toBe("NOT_FOUND");
    expect((await updateProject(caller, { name: "Back" })).code).toBe("NOT_FOUND");
  }
  for (const key of keys) {
    const { status, code } = await call(key, "{ viewer { __typename } }");
    expect([status, code]).toEqual([401, "UNAUTHENTICATED"]);
  }
  const late = await call(
    anonymous,
    "mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { user { id } } }",
    { input: { token, name: "Late", password: "correct horse battery" } },
  );
  expect(late.code).toBe("NOT_FOUND");
  expect(await db().countBy(Membership, { organizationId: id })).toBe(0);
  expect(await db().countBy(Invitation, { organizationId: id })).toBe(0);
  expect(await countEntries("project.delete")).toBe(2);
  expect(await countEntries("organization.delete")).toBe(1);
  expect(await countEntries("member.remove")).toBe(6);
  expect(await countEntries("invitation.revoke")).toBe(1);
  const again = await call(
    acme.member,
    "mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { slug } }",
    { input: { name: "Acme", slug } },
  );
  expect(again.data).toEqual({ createOrganization: { slug } });
});

test("a project made while its organization is deleted is never found", async () => {
  const [made, deleted] = await Promise.all([
    createProject({ name: "Late" }),
    deleteOrganization(acme.owner),
  ]);
  expect(deleted.errors).toEqual([]);
  expect(["", "NOT_FOUND"]).toContain(made.code);
  if (made.code === "") {
    expect((await readProject(acme.owner, made.data.createProject.id)).data).toEqual({ project: null });
  }
});

test("another organization is neither changed nor deleted", async () => {
  const before = await db().query("SELECT * FROM organizations ORDER BY id");
  expect((await updateOrganization(acme.stranger, { name: "Mine" })).code).toBe("NOT_FOUND");
  expect((await deleteOrganization(acme.stranger)).code).toBe("NOT_FOUND");
  expect((await deleteProject(acme.stranger)).code).toBe("NOT_FOUND");
  expect(await db().query("SELECT * FROM organizations ORDER BY id")).toEqual(before);
});

test("a project role is given, changed and taken away, and holds for the next call", async () => {
  const { membershipId } = acme.member;
  expect((await readProject(acme.member)).data).toEqual({ project: null });
  expect((await setRole(acme.admin, membershipId, "VIEWER")).data).toEqual({
    setProjectRole: { projectRoles: [{ role: "VIEWER", project: { slug: "billing" } }] },
  });
  expect((await readProject(acme.member)).data.project).not.toBeNull();
  expect((await updateProject(acme.member, { name: "Mine" })).code).toBe("FORBIDDEN");
  await setRole(acme.admin, membershipId, "ADMIN");
  await setRole(acme.admin, membershipId, "ADMIN");
  expect((await updateProject(acme.member, { name: "Mine" })).errors).toEqual([]);
  expect((await setRole(acme.admin, membershipId, null)).data).toEqual({
    setProjectRole: { projectRoles: [] },
  });
  await setRole(acme.admin, membershipId, null);
  expect((await readProject(acme.member)).data).toEqual({ project: null });
  const entries = (await audited(membershipId)).filter(([action]) => action === "projectMember.update");
  expect(entries.map(([, changes]) => changes.role)).toEqual([
    { old: null, new: "VIEWER" },
    { old: "VIEWER", new: "ADMIN" },
    { old: "ADMIN", new: null },
  ]);
});

test("what is set for an admin counts once they are a member", async () => {
  const { membershipId } = acme.admin;
  expect((await setRole(acme.owner, membershipId, "VIEWER")).errors).toEqual([]);
  expect((await updateProject(acme.admin, { name: "Still admin" })).errors).toEqual([]);
  await call(acme.owner, "mutation ($id: ID!) { updateMember(input: { id: $id, role: MEMBER }) { id } }", {
    id: membershipId,
  });
  expect((await readProject(acme.admin)).data.project).not.toBeNull();
  expect((await updateProject(acme.admin, { name: "No more" })).code).toBe("FORBIDDEN");
});

test("a project role cannot be left out, nor name a project or member of another organization", async () => {
  const { membershipId } = acme.member;
  const omitted = await setRole(acme.owner, membershipId);
  expect(omitted.errors[0]?.extensions.fields?.map(({ path }) => path)).toEqual(["input.role"]);
  const stranger = await db().findOneByOrFail(Membership, { userId: acme.stranger.userId });
  const answers = [
    await setRole(acme.owner, membershipId, "VIEWER", acme.foreignProject.id),
    await setRole(acme.owner, membershipId, "VIEWER", "proj_00000000000000000000000000"),
    await setRole(acme.owner, stranger.id, "VIEWER", acme.foreignProject.id),
    await setRole(acme.stranger, stranger.id, "VIEWER", acme.project.id),
    await setRole(acme.projectAdmin, stranger.id, "VIEWER"),
  ];
  expect(answers.map(({ code }) => code)).toEqual(answers.map(() => "NOT_FOUND"));
  expect(await db().countBy(ProjectMembership, { membershipId })).toBe(0);
});

test("a member's project roles are shown as far as the viewer may read the projects", async () => {
  await setRole(acme.owner, acme.editor.membershipId, "VIEWER", acme.otherProject.id);
  const rolesSeenBy = async (caller: Caller) => {
    const { data, errors } = await call<{
      organization: { members: { nodes: { user: { id: string }; projectRoles: unknown[] }[] } };
    }>(
      caller,
      "query ($id: ID!) { organization(id: $id) { members { nodes { user { id } projectRoles { role project { slug } } } } } }",
      { id: acme.organization.id },
    );
    expect(errors).toEqual([]);
    return data.organization.members.nodes.find(({ user }) => user.id === acme.editor.userId)?.projectRoles;
  };
  const inBilling = { role: "EDITOR", project: { slug: "billing" } };
  const inCrm = { role: "VIEWER", project: { slug: "crm" } };
  expect(await rolesSeenBy(acme.admin)).toEqual([inBilling, inCrm]);
  expect(await rolesSeenBy(acme.viewer)).toEqual([inBilling]);
  expect(await rolesSeenBy(acme.member)).toEqual([]);
});
