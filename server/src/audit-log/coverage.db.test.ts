import type { Actor } from "../audit/actor.js";
import { AuditEntry } from "../audit/audit-entry.entity.js";
import { createSchema } from "../graphql/schema.js";
import { type Answer, anonymous, type Caller, cookieOf, graphql } from "../testing/client.js";
import { SETUP_TOKEN, startTestServer, type TestServer } from "../testing/test-server.js";
import { type Person, type World, world } from "../testing/world.js";
import { hashPassword } from "../user/password.js";
import { User } from "../user/user.entity.js";

const PASSWORD = "correct horse battery";
// What is triggered here waits for its next attempt, and neither ends nor leaves the machine.
const NOBODY_LISTENS = "http://127.0.0.1:9/";
const NEW_PASSWORD = "staple correct horse";

let server: TestServer;
let passwordHash: string;
beforeAll(async () => {
  server = await startTestServer();
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => server?.stop());

/** What has to be recorded: nothing more and nothing less of it. */
interface Expected {
  action: string;
  /** Left out where the mutation's answer does not tell the id. */
  targetId?: string;
  organizationId?: string | null;
  projectId?: string | null;
  actor?: Partial<Actor>;
}

/** What is ready to be sent, and what it has to leave in the log. */
interface Ready {
  caller: Caller;
  variables?: object;
  records(answer: Answer<never>): Expected[] | Promise<Expected[]>;
}

interface Case {
  /** The mutation's name; what follows a space tells its cases apart. */
  name: string;
  document: string;
  ready(acme: World): Ready | Promise<Ready>;
}

/** Mutations that leave no audit entry, and why. */
const EXEMPT: Record<string, string> = {
  triggerWorkflow: "The execution is the record: it keeps who triggered it, when, and with what.",
};

const asPerson = ({ userId, name }: Person): Partial<Actor> => ({
  kind: "USER",
  userId,
  name,
  apiKeyId: null,
});
const byInput = (name: string, type: string, selection: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) ${selection} }`;
const byId = (name: string, selection = "") => `mutation ($id: ID!) { ${name}(id: $id) ${selection} }`;

/** The answer of the mutation, whatever it is called. */
// biome-ignore lint/suspicious/noExplicitAny: each case knows what it asked for
const answerOf = ({ data }: Answer<never>): any => Object.values(data)[0];

async function send<T = Record<string, string>>(
  caller: Caller,
  document: string,
  variables: object,
): Promise<T> {
  const answer = await graphql<never>(server.url, caller, document, variables);
  expect(answer.errors).toEqual([]);
  return answerOf(answer);
}

async function givePassword({ userId }: Person): Promise<string> {
  await server.runtime.database.transaction((db) => db.update(User, { id: userId }, { passwordHash }));
  return (await server.runtime.database.read.findOneByOrFail(User, { id: userId })).email;
}

const signIn = async (email: string): Promise<Caller> => {
  const input = { email, password: PASSWORD };
  const answer = await graphql(server.url, anonymous, byInput("signIn", "SignInInput", "{ user { id } }"), {
    input,
  });
  expect(answer.errors).toEqual([]);
  return { cookie: cookieOf(answer.headers) };
};

const idsOf = async (sql: string, ...values: unknown[]): Promise<string[]> =>
  (await server.runtime.database.read.query(sql, values)).map(({ id }: { id: string }) => id);

const sessionsOf = ({ userId }: Person) => idsOf("SELECT id FROM sessions WHERE user_id = ?", userId);

const keysOf = (column: "project_id" | "organization_id", id: string) =>
  idsOf(`SELECT id FROM api_keys WHERE ${column} = ? AND deleted_at IS NULL`, id);

async function invited({ organization, owner }: World, email: string) {
  const { invitation, url } = await send<{ invitation: { id: string }; url: string }>(
    owner,
    byInput("inviteMember", "InviteMemberInput", "{ url invitation { id } }"),
    { input: { organizationId: organization.id, email, role: "MEMBER" } },
  );
  return { id: invitation.id, token: url.split("/").at(-1) ?? "" };
}

let unique = 0;
const freshEmail = () => `fresh-${++unique}-${Date.now()}@example.com`;

/** A mutation of one key of the project, which leaves one entry. */
const ofProjectKey = (
  document: string,
  action: string,
  variables: (id: string) => object,
): Pick<Case, "document" | "ready"> => ({
  document,
  async ready(acme) {
    const { id } = await acme.projectKey();
    return {
      caller: acme.projectAdmin,
      variables: variables(id),
      records: () => [
        {
          action,
          targetId: id,
          organizationId: acme.organization.id,
          projectId: acme.project.id,
          actor: asPerson(acme.projectAdmin),
        },
      ],
    };
  },
});

const CREATE_WORKFLOW = byInput("createWorkflow", "CreateWorkflowInput", "{ signingSecret workflow { id } }");
const workflowRecorded =
  (acme: World, actor: Partial<Actor>): Ready["records"] =>
  (answer) => [
    {
      action: "workflow.create",
      targetId: answerOf(answer).workflow.id,
      organizationId: acme.organization.id,
      projectId: acme.project.id,
      actor,
    },
  ];

/** A mutation of the project's workflow, which leaves one entry. */
const ofWorkflow = (
  document: string,
  action: string,
  variables: (id: string) => object,
): Pick<Case, "document" | "ready"> => ({
  document,
  ready: ({ editor, organization, project, workflow: { id } }) => ({
    caller: editor,
    variables: variables(id),
    records: () => [
      {
        action,
        targetId: id,
        organizationId: organization.id,
        projectId: project.id,
        actor: asPerson(editor),
      },
    ],
  }),
});

/** An execution of the project's workflow; one that waits, as nothing listens at its target. */
async function triggered({ owner, workflow }: World): Promise<string> {
  const { execution } = await send<{ execution: { id: string } }>(
    owner,
    byInput("triggerWorkflow", "TriggerWorkflowInput", "{ execution { id } }"),
    { input: { workflowId: workflow.id } },
  );
  return execution.id;
}

const executionRecorded = ({ organization, project, editor }: World, action: string, targetId: string) => ({
  action,
  targetId,
  organizationId: organization.id,
  projectId: project.id,
  actor: asPerson(editor),
});

const cases: Case[] = [
  {
    name: "setup",
    document: byInput(
      "setup",
      "SetupInput",
      `{ user { id memberships { id organization { id
        projects { nodes { id apiKeys { nodes { id } } workflows { nodes { id } } } } } } } }`,
    ),
    ready: () => ({
      caller: anonymous,
      variables: {
        input: {
          token: SETUP_TOKEN,
          name: "Ada",
          email: freshEmail(),
          password: PASSWORD,
          organizationName: `First ${Date.now()}`,
          sampleProject: true,
        },
      },
      records(answer) {
        const { user } = answerOf(answer);
        const [{ id: membershipId, organization }] = user.memberships;
        const [project] = organization.projects.nodes;
        const actor = { kind: "USER" as const, userId: user.id, name: "Ada" };
        const inOrganization = { organizationId: organization.id, actor };
        const inProject = { ...inOrganization, projectId: project.id };
        return [
          { action: "user.create", targetId: user.id, actor },
          { ...inOrganization, action: "organization.create", targetId: organization.id },
          { ...inOrganization, action: "member.add", targetId: membershipId },
          { ...inProject, action: "project.create", targetId: project.id },
          { ...inProject, action: "apiKey.create", targetId: project.apiKeys.nodes[0].id },
          { ...inProject, action: "workflow.create", targetId: project.workflows.nodes[0].id },
          { action: "session.create", actor },
        ];
      },
    }),
  },
  {
    name: "signIn",
    document: byInput("signIn", "SignInInput", "{ user { id } }"),
    async ready({ member }) {
      const before = await sessionsOf(member);
      return {
        caller: anonymous,
        variables: { input: { email: await givePassword(member), password: PASSWORD } },
        records: async () => [
          {
            action: "session.create",
            targetId: (await sessionsOf(member)).find((id) => !before.includes(id)),
            actor: asPerson(member),
          },
        ],
      };
    },
  },
  {
    name: "signOut",
    document: "mutation { signOut }",
    async ready({ member }) {
      const [session] = await sessionsOf(member);
      return {
        caller: member,
        records: () => [{ action: "session.end", targetId: session, actor: asPerson(member) }],
      };
    },
  },
  {
    name: "endSession",
    document: byId("endSession"),
    async ready({ member }) {
      const mine = await sessionsOf(member);
      await signIn(await givePassword(member));
      const other = (await sessionsOf(member)).find((id) => !mine.includes(id));
      return {
        caller: member,
        variables: { id: other },
        records: () => [{ action: "session.end", targetId: other, actor: asPerson(member) }],
      };
    },
  },
  {
    name: "endOtherSessions",
    document: "mutation { endOtherSessions }",
    async ready({ member }) {
      const mine = await sessionsOf(member);
      const email = await givePassword(member);
      await signIn(email);
      await signIn(email);
      const others = (await sessionsOf(member)).filter((id) => !mine.includes(id));
      expect(others).toHaveLength(2);
      return {
        caller: member,
        records: () =>
          others.map((targetId) => ({ action: "session.end", targetId, actor: asPerson(member) })),
      };
    },
  },
  {
    name: "changePassword",
    document: byInput("changePassword", "ChangePasswordInput", ""),
    async ready({ member }) {
      await givePassword(member);
      const before = await sessionsOf(member);
      const actor = asPerson(member);
      return {
        caller: member,
        variables: { input: { currentPassword: PASSWORD, newPassword: NEW_PASSWORD } },
        records: async () => [
          { action: "user.changePassword", targetId: member.userId, actor },
          ...before.map((targetId) => ({ action: "session.end", targetId, actor })),
          { action: "session.create", targetId: (await sessionsOf(member))[0], actor },
        ],
      };
    },
  },
  {
    name: "createOrganization",
    document: byInput("createOrganization", "CreateOrganizationInput", "{ id }"),
    ready: ({ stranger }) => ({
      caller: stranger,
      variables: { input: { name: `New ${++unique} ${Date.now()}` } },
      records(answer) {
        const { id } = answerOf(answer);
        const common = { organizationId: id, actor: asPerson(stranger) };
        return [
          { ...common, action: "organization.create", targetId: id },
          { ...common, action: "member.add" },
        ];
      },
    }),
  },
  {
    name: "updateOrganization",
    document: byInput("updateOrganization", "UpdateOrganizationInput", "{ id }"),
    ready: ({ organization: { id }, admin }) => ({
      caller: admin,
      variables: { input: { id, name: "Renamed" } },
      records: () => [
        { action: "organization.update", targetId: id, organizationId: id, actor: asPerson(admin) },
      ],
    }),
  },
  {
    name: "updateOrganization to what it is",
    document: byInput("updateOrganization", "UpdateOrganizationInput", "{ id }"),
    ready: ({ organization: { id, name }, admin }) => ({
      caller: admin,
      variables: { input: { id, name } },
      records: () => [],
    }),
  },
  {
    name: "deleteOrganization",
    document: byId("deleteOrganization"),
    async ready(acme) {
      const { organization, owner } = acme;
      await acme.projectKey();
      await acme.organizationKey();
      const invitation = await invited(acme, freshEmail());
      const members = await idsOf("SELECT id FROM memberships WHERE organization_id = ?", organization.id);
      const keys = await keysOf("organization_id", organization.id);
      const common = { organizationId: organization.id, actor: asPerson(owner) };
      const all = [
        ...members.map((targetId) => ({ ...common, action: "member.remove", targetId })),
        ...keys.map((targetId) => ({ ...common, action: "apiKey.delete", targetId })),
        ...[acme.project, acme.otherProject].map(({ id }) => ({
          ...common,
          action: "project.delete",
          targetId: id,
          projectId: id,
        })),
        { ...common, action: "invitation.revoke", targetId: invitation.id },
        { ...common, action: "organization.delete", targetId: organization.id },
      ];
      return { caller: owner, variables: { id: organization.id }, records: () => all };
    },
  },
  {
    name: "createProject",
    document: byInput("createProject", "CreateProjectInput", "{ id apiKeys { nodes { id kind } } }"),
    ready: ({ organization, admin }) => ({
      caller: admin,
      variables: { input: { organizationId: organization.id, name: "New" } },
      records(answer) {
        const { id, apiKeys } = answerOf(answer);
        const common = { organizationId: organization.id, projectId: id, actor: asPerson(admin) };
        return [
          { ...common, action: "project.create", targetId: id },
          { ...common, action: "apiKey.create", targetId: apiKeys.nodes[0].id },
        ];
      },
    }),
  },
  {
    name: "updateProject",
    document: byInput("updateProject", "UpdateProjectInput", "{ id }"),
    ready: ({ organization, project: { id }, projectAdmin }) => ({
      caller: projectAdmin,
      variables: { input: { id, name: "Renamed" } },
      records: () => [
        {
          action: "project.update",
          targetId: id,
          organizationId: organization.id,
          projectId: id,
          actor: asPerson(projectAdmin),
        },
      ],
    }),
  },
  {
    name: "updateProject by a key",
    document: byInput("updateProject", "UpdateProjectInput", "{ id }"),
    async ready(acme) {
      const { id } = acme.project;
      const key = await acme.organizationKey("PRIVILEGED");
      return {
        caller: key,
        variables: { input: { id, slug: "renamed" } },
        records: () => [
          {
            action: "project.update",
            targetId: id,
            organizationId: acme.organization.id,
            projectId: id,
            actor: { kind: "API_KEY", name: key.name, userId: null, apiKeyId: key.id },
          },
        ],
      };
    },
  },
  {
    name: "deleteProject",
    document: byId("deleteProject"),
    async ready(acme) {
      const { id } = acme.project;
      await acme.projectKey();
      const keys = await keysOf("project_id", id);
      expect(keys).toHaveLength(2);
      const actor = asPerson(acme.projectAdmin);
      const common = { organizationId: acme.organization.id, projectId: id, actor };
      return {
        caller: acme.projectAdmin,
        variables: { id },
        records: () => [
          { ...common, action: "project.delete", targetId: id },
          ...keys.map((targetId) => ({ ...common, action: "apiKey.delete", targetId })),
        ],
      };
    },
  },
  {
    name: "inviteMember",
    document: byInput("inviteMember", "InviteMemberInput", "{ url invitation { id } }"),
    ready: ({ organization, admin }) => ({
      caller: admin,
      variables: { input: { organizationId: organization.id, email: freshEmail(), role: "MEMBER" } },
      records: (answer) => [
        {
          action: "invitation.create",
          targetId: answerOf(answer).invitation.id,
          organizationId: organization.id,
          actor: asPerson(admin),
        },
      ],
    }),
  },
  {
    name: "revokeInvitation",
    document: byId("revokeInvitation"),
    async ready(acme) {
      const { id } = await invited(acme, freshEmail());
      const { organization, admin } = acme;
      return {
        caller: admin,
        variables: { id },
        records: () => [
          {
            action: "invitation.revoke",
            targetId: id,
            organizationId: organization.id,
            actor: asPerson(admin),
          },
        ],
      };
    },
  },
  {
    name: "acceptInvitation of a new person",
    document: byInput("acceptInvitation", "AcceptInvitationInput", "{ user { id memberships { id } } }"),
    async ready(acme) {
      const { id, token } = await invited(acme, freshEmail());
      const organizationId = acme.organization.id;
      return {
        caller: anonymous,
        variables: { input: { token, name: "Newcomer", password: PASSWORD } },
        records(answer) {
          const { user } = answerOf(answer);
          const actor = { kind: "USER" as const, userId: user.id, name: "Newcomer" };
          return [
            { action: "user.create", targetId: user.id, actor },
            { action: "invitation.accept", targetId: id, organizationId, actor },
            { action: "member.add", targetId: user.memberships[0].id, organizationId, actor },
            { action: "session.create", actor },
          ];
        },
      };
    },
  },
  {
    name: "acceptInvitation of a known person",
    document: byInput("acceptInvitation", "AcceptInvitationInput", "{ user { id } }"),
    async ready(acme) {
      const { id, token } = await invited(acme, await givePassword(acme.stranger));
      const organizationId = acme.organization.id;
      const actor = asPerson(acme.stranger);
      return {
        caller: anonymous,
        variables: { input: { token, password: PASSWORD } },
        records: () => [
          { action: "invitation.accept", targetId: id, organizationId, actor },
          { action: "member.add", organizationId, actor },
          { action: "session.create", actor },
        ],
      };
    },
  },
  {
    name: "updateMember",
    document: byInput("updateMember", "UpdateMemberInput", "{ id }"),
    ready: ({ organization, admin, member }) => ({
      caller: admin,
      variables: { input: { id: member.membershipId, role: "ADMIN" } },
      records: () => [
        {
          action: "member.update",
          targetId: member.membershipId,
          organizationId: organization.id,
          actor: asPerson(admin),
        },
      ],
    }),
  },
  {
    name: "removeMember",
    document: byId("removeMember"),
    ready: ({ organization, admin, editor }) => ({
      caller: admin,
      variables: { id: editor.membershipId },
      records: () => [
        {
          action: "member.remove",
          targetId: editor.membershipId,
          organizationId: organization.id,
          actor: asPerson(admin),
        },
      ],
    }),
  },
  {
    name: "setProjectRole",
    document: byInput("setProjectRole", "SetProjectRoleInput", "{ id }"),
    ready: ({ organization, project, admin, member }) => ({
      caller: admin,
      variables: { input: { membershipId: member.membershipId, projectId: project.id, role: "EDITOR" } },
      records: () => [
        {
          action: "projectMember.update",
          targetId: member.membershipId,
          organizationId: organization.id,
          projectId: project.id,
          actor: asPerson(admin),
        },
      ],
    }),
  },
  {
    name: "createOrganizationApiKey",
    document: byInput(
      "createOrganizationApiKey",
      "CreateOrganizationApiKeyInput",
      "{ secret apiKey { id } }",
    ),
    ready: ({ organization, project, admin }) => ({
      caller: admin,
      variables: {
        input: {
          organizationId: organization.id,
          access: "SELECTED_PROJECTS",
          projectIds: [project.id],
          expiry: { policy: "DAYS_30" },
        },
      },
      records: (answer) => [
        {
          action: "apiKey.create",
          targetId: answerOf(answer).apiKey.id,
          organizationId: organization.id,
          projectId: null,
          actor: asPerson(admin),
        },
      ],
    }),
  },
  {
    name: "createProjectApiKey",
    document: byInput("createProjectApiKey", "CreateProjectApiKeyInput", "{ secret apiKey { id } }"),
    ready: ({ organization, project, editor }) => ({
      caller: editor,
      variables: { input: { projectId: project.id, kind: "PERSONAL", expiry: { policy: "NEVER" } } },
      records: (answer) => [
        {
          action: "apiKey.create",
          targetId: answerOf(answer).apiKey.id,
          organizationId: organization.id,
          projectId: project.id,
          actor: asPerson(editor),
        },
      ],
    }),
  },
  {
    name: "updateApiKey",
    ...ofProjectKey(byInput("updateApiKey", "UpdateApiKeyInput", "{ id }"), "apiKey.update", (id) => ({
      input: { id, name: "Renamed", enabled: false },
    })),
  },
  {
    name: "rotateApiKey",
    ...ofProjectKey(byInput("rotateApiKey", "RotateApiKeyInput", "{ secret }"), "apiKey.rotate", (id) => ({
      input: { id },
    })),
  },
  {
    name: "finishApiKeyRotation",
    document: byId("finishApiKeyRotation", "{ id }"),
    async ready({ projectKey, owner, organization, project }) {
      const { id } = await projectKey();
      await send(owner, byInput("rotateApiKey", "RotateApiKeyInput", "{ secret }"), { input: { id } });
      return {
        caller: owner,
        variables: { id },
        records: () => [
          {
            action: "apiKey.finishRotation",
            targetId: id,
            organizationId: organization.id,
            projectId: project.id,
            actor: asPerson(owner),
          },
        ],
      };
    },
  },
  {
    name: "revokeApiKey",
    ...ofProjectKey(byInput("revokeApiKey", "RevokeApiKeyInput", "{ id }"), "apiKey.revoke", (id) => ({
      input: { id, reason: "Leaked" },
    })),
  },
  {
    name: "deleteApiKey",
    ...ofProjectKey(byId("deleteApiKey"), "apiKey.delete", (id) => ({ id })),
  },
  {
    name: "deleteApiKeys",
    document: "mutation ($ids: [ID!]!) { deleteApiKeys(ids: $ids) }",
    async ready(acme) {
      const atProject = await acme.projectKey();
      const atOrganization = await acme.organizationKey();
      const common = {
        action: "apiKey.delete",
        organizationId: acme.organization.id,
        actor: asPerson(acme.owner),
      };
      return {
        caller: acme.owner,
        variables: { ids: [atProject.id, atOrganization.id] },
        records: () => [
          { ...common, targetId: atProject.id, projectId: acme.project.id },
          { ...common, targetId: atOrganization.id, projectId: null },
        ],
      };
    },
  },
  {
    name: "updateApiKeyPolicy",
    document: byInput("updateApiKeyPolicy", "UpdateApiKeyPolicyInput", "{ maxLifetimeDays }"),
    ready: ({ organization: { id }, admin }) => ({
      caller: admin,
      variables: { input: { organizationId: id, maxLifetimeDays: 90 } },
      records: () => [
        { action: "apiKeyPolicy.update", targetId: id, organizationId: id, actor: asPerson(admin) },
      ],
    }),
  },
  {
    name: "createWorkflow",
    document: CREATE_WORKFLOW,
    ready: (acme) => ({
      caller: acme.editor,
      variables: { input: { projectId: acme.project.id, name: "New", targetUrl: "https://example.com/" } },
      records: workflowRecorded(acme, asPerson(acme.editor)),
    }),
  },
  {
    name: "createWorkflow by a personal key",
    document: CREATE_WORKFLOW,
    async ready(acme) {
      const input = {
        projectId: acme.project.id,
        name: "laptop",
        kind: "PERSONAL",
        role: "PRIVILEGED",
        expiry: { policy: "NEVER" },
      };
      const { secret, apiKey } = await send<{ secret: string; apiKey: { id: string } }>(
        acme.editor,
        byInput("createProjectApiKey", "CreateProjectApiKeyInput", "{ secret apiKey { id } }"),
        { input },
      );
      const name = `${acme.editor.name} via laptop`;
      return {
        caller: { key: secret },
        variables: { input: { projectId: acme.project.id, name: "New", targetUrl: "https://example.com/" } },
        records: workflowRecorded(acme, { kind: "API_KEY", name, apiKeyId: apiKey.id }),
      };
    },
  },
  {
    name: "updateWorkflow",
    ...ofWorkflow(byInput("updateWorkflow", "UpdateWorkflowInput", "{ id }"), "workflow.update", (id) => ({
      input: { id, enabled: false, targetHeaders: [{ name: "X-Token", value: PASSWORD }] },
    })),
  },
  {
    name: "updateWorkflow to what it is",
    document: byInput("updateWorkflow", "UpdateWorkflowInput", "{ id }"),
    ready: ({ editor, workflow: { id, name, maxAttempts } }) => ({
      caller: editor,
      variables: { input: { id, name, maxAttempts, enabled: true } },
      records: () => [],
    }),
  },
  {
    name: "deleteWorkflow",
    ...ofWorkflow(byId("deleteWorkflow"), "workflow.delete", (id) => ({ id })),
  },
  {
    name: "rotateWorkflowSigningSecret",
    ...ofWorkflow(
      byId("rotateWorkflowSigningSecret", "{ signingSecret }"),
      "workflow.rotateSigningSecret",
      (id) => ({ id }),
    ),
  },
  {
    name: "cancelExecution",
    document: byId("cancelExecution", "{ id }"),
    async ready(acme) {
      const id = await triggered(acme);
      return {
        caller: acme.editor,
        variables: { id },
        records: () => [executionRecorded(acme, "execution.cancel", id)],
      };
    },
  },
  {
    name: "retryExecution",
    document: byId("retryExecution", "{ id retryOfId }"),
    async ready(acme) {
      const first = await triggered(acme);
      await send(acme.owner, byId("cancelExecution", "{ id }"), { id: first });
      return {
        caller: acme.editor,
        variables: { id: first },
        records(answer) {
          const { id, retryOfId } = answerOf(answer);
          expect(retryOfId).toBe(first);
          return [executionRecorded(acme, "execution.retry", id)];
        },
      };
    },
  },
];

test("every mutation of the schema has a case here, or a reason to have none", () => {
  const mutations = Object.keys(createSchema().getMutationType()?.getFields() ?? {});
  const covered = new Set(cases.map(({ name }) => name.split(" ", 1)[0]));
  expect(mutations.length).toBeGreaterThan(25);
  expect(mutations.filter((name) => !covered.has(name) && !(name in EXEMPT))).toEqual([]);
  expect([...covered, ...Object.keys(EXEMPT)].filter((name) => !mutations.includes(name ?? ""))).toEqual([]);
});

const allEntries = () => server.runtime.database.read.find(AuditEntry, { order: { at: "ASC", id: "ASC" } });
const sorted = <T extends { action: string; targetId?: string | undefined }>(entries: T[]): T[] =>
  [...entries].sort((a, b) =>
    `${a.action} ${a.targetId ?? ""}` < `${b.action} ${b.targetId ?? ""}` ? -1 : 1,
  );

/** Everything secret that a request and its answer hold. */
function secretsOf({ caller, variables }: Ready, answer: Answer<never>): string[] {
  const sent = JSON.stringify([variables, caller, answer.data, answer.headers.getSetCookie()]);
  const token = (variables as { input?: { token?: string } } | undefined)?.input?.token;
  const url: string | undefined = answerOf(answer)?.url;
  return [
    ...(sent.match(/pst_[ops]_\w{38}|whsec_[\w+/=-]+|(?<=postern=)[\w-]{43}/g) ?? []),
    ...[PASSWORD, NEW_PASSWORD, SETUP_TOKEN, passwordHash],
    ...[token, url?.split("/").at(-1)].filter((text) => text !== undefined),
  ];
}

test.each(cases)("$name leaves exactly its entries, and no secret in them", async ({ document, ready }) => {
  const prepared = await ready(await world(server, NOBODY_LISTENS));
  const before = new Set((await allEntries()).map(({ id }) => id));
  const answer = await graphql<never>(server.url, prepared.caller, document, prepared.variables);
  expect(answer.errors).toEqual([]);
  const entries = (await allEntries()).filter(({ id }) => !before.has(id));
  const expected = await prepared.records(answer);
  expect(entries.map(({ action }) => action).sort()).toEqual(expected.map(({ action }) => action).sort());
  const whole = expected.map((entry) => ({
    targetId: expect.any(String),
    ...entry,
    targetType: entry.action.split(".")[0],
    targetName: expect.stringMatching(/./),
    ip: "127.0.0.1",
  }));
  expect(sorted(entries)).toMatchObject(
    expected.some(({ targetId }) => targetId === undefined) ? inOrderOf(entries, whole) : sorted(whole),
  );
  const text = JSON.stringify(entries);
  for (const secret of secretsOf(prepared, answer)) expect(text).not.toContain(secret);
  expect(text).not.toMatch(/pst_[ops]_\w{5,}|whsec_|"password/i);
});

/** Where an id is not known, no action comes twice: then the action alone is the order. */
function inOrderOf<T extends { action: string }>(entries: AuditEntry[], expected: T[]): (T | undefined)[] {
  return sorted(entries).map(({ action }) => expected.find((entry) => entry.action === action));
}

test("a refused mutation leaves nothing", async () => {
  const acme = await world(server);
  const before = await allEntries();
  for (const caller of [anonymous, acme.viewer, acme.stranger]) {
    const { errors } = await graphql(server.url, caller, byId("deleteProject"), { id: acme.project.id });
    expect(errors).toHaveLength(1);
  }
  expect(await allEntries()).toEqual(before);
});

test("a change whose entry cannot be written does not happen", async () => {
  const { organization, owner } = await world(server);
  const { database } = server.runtime;
  const rename = (from: string, to: string) =>
    database.transaction((db) => db.query(`ALTER TABLE ${from} RENAME TO ${to}`));
  const create = () =>
    graphql(server.url, owner, byInput("createProject", "CreateProjectInput", "{ id }"), {
      input: { organizationId: organization.id, name: "Unseen" },
    });
  await rename("audit_entries", "audit_entries_away");
  try {
    expect((await create()).code).toBe("INTERNAL_SERVER_ERROR");
  } finally {
    await rename("audit_entries_away", "audit_entries");
  }
  expect(await idsOf("SELECT id FROM projects WHERE name = 'Unseen'")).toEqual([]);
  expect((await create()).errors).toEqual([]);
});
