import type { OrganizationRole } from "@postern/shared";
import { inTransaction } from "./database/unit-of-work.js";
import { cancel } from "./execution/cancel.js";
import { Membership } from "./organization/membership.entity.js";
import type { Organization } from "./organization/organization.entity.js";
import * as organizations from "./organization/organization.service.js";
import type { Project } from "./project/project.entity.js";
import * as projects from "./project/project.service.js";
import { ProjectMembership } from "./project/project-membership.entity.js";
import { type Answer, anonymous, type Caller, graphql } from "./testing/client.js";
import { startTestServer, type TestServer } from "./testing/test-server.js";
import { contextOf, join, person, type World, world } from "./testing/world.js";
import * as workflows from "./workflow/workflow.service.js";

// What is triggered here waits for its next attempt, and neither ends nor leaves the machine.
const NOBODY_LISTENS = "http://127.0.0.1:9/";

let server: TestServer;
let acme: World;
let callers: Record<string, Caller>;
beforeAll(async () => {
  server = await startTestServer();
  acme = await world(server, NOBODY_LISTENS);
  callers = {
    anonymous,
    owner: acme.owner,
    admin: acme.admin,
    projectAdmin: acme.projectAdmin,
    editor: acme.editor,
    viewer: acme.viewer,
    member: acme.member,
    stranger: acme.stranger,
    "key TRIGGER": await acme.organizationKey("TRIGGER"),
    "key VIEWER": await acme.projectKey("VIEWER"),
    "key PRIVILEGED": await acme.organizationKey("PRIVILEGED"),
    "key of another project": await acme.organizationKey("PRIVILEGED", [acme.otherProject]),
  };
});
afterAll(() => server?.stop());

let unique = 0;
const call = (caller: Caller, query: string, variables: object = {}) =>
  graphql<Record<string, unknown>>(server.url, caller, query, variables);

/** A mutation, tried by everyone. Whom it does not name gets `otherwise`. */
interface Trial {
  name: string;
  run(caller: Caller): Promise<Answer>;
  allowed: string[];
  refused: Record<string, string[]>;
}

const MEMBERS = ["owner", "admin", "projectAdmin", "editor", "viewer", "member"];
const KEYS = ["key TRIGGER", "key VIEWER", "key PRIVILEGED", "key of another project"];
/** What is open to owners and admins, of an organization that everyone else inside knows. */
const OF_MANAGERS = {
  allowed: ["owner", "admin"],
  refused: {
    UNAUTHENTICATED: ["anonymous"],
    NOT_FOUND: ["stranger"],
    FORBIDDEN: ["projectAdmin", "editor", "viewer", "member", ...KEYS],
  },
};
/** The same for members, of whom no key knows. */
const OF_MEMBER_MANAGERS = {
  allowed: ["owner", "admin"],
  refused: {
    UNAUTHENTICATED: ["anonymous"],
    NOT_FOUND: ["stranger", ...KEYS],
    FORBIDDEN: ["projectAdmin", "editor", "viewer", "member"],
  },
};

/** Those who may not know of a key at all; a key never knows of keys. */
const OUTSIDERS = ["stranger", "member", ...KEYS];
/** What is done to a key of the project. */
const OF_KEY_MANAGERS = {
  allowed: ["owner", "admin", "projectAdmin"],
  refused: { UNAUTHENTICATED: ["anonymous"], NOT_FOUND: OUTSIDERS, FORBIDDEN: ["editor", "viewer"] },
};
/** What is done to a key of the organization, which the project inherits. */
const OF_ORGANIZATION_KEY_MANAGERS = {
  allowed: ["owner", "admin"],
  refused: {
    UNAUTHENTICATED: ["anonymous"],
    NOT_FOUND: OUTSIDERS,
    FORBIDDEN: ["projectAdmin", "editor", "viewer"],
  },
};
/** What is open to owners alone. */
const OF_OWNERS = {
  allowed: ["owner"],
  refused: {
    UNAUTHENTICATED: ["anonymous"],
    NOT_FOUND: ["stranger", ...KEYS],
    FORBIDDEN: ["admin", "projectAdmin", "editor", "viewer", "member"],
  },
};
/** What is open to those who may change the project's workflows. */
const OF_WORKFLOW_WRITERS = {
  allowed: ["owner", "admin", "projectAdmin", "editor", "key PRIVILEGED"],
  refused: {
    UNAUTHENTICATED: ["anonymous"],
    NOT_FOUND: ["stranger", "member", "key of another project"],
    FORBIDDEN: ["viewer", "key TRIGGER", "key VIEWER"],
  },
};

const newMember = async (role: OrganizationRole = "MEMBER") =>
  join(server, await person(server, "Nora New"), acme.organization, role);

const invite = (caller: Caller) =>
  call(
    caller,
    "mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { invitation { id } } }",
    {
      input: {
        organizationId: acme.organization.id,
        email: `new-${++unique}@example.com`,
        role: "MEMBER",
      },
    },
  );

/** A project in which everyone has the role that they have in `project`. */
async function likeProject(): Promise<Project> {
  const ctx = contextOf(server, acme.owner);
  const { id: organizationId } = acme.organization;
  const made = await projects.create(ctx, { organizationId, name: `New ${++unique}` });
  await inTransaction(ctx, async ({ db }) => {
    for (const entry of await db.findBy(ProjectMembership, { projectId: acme.project.id })) {
      await db.insert(ProjectMembership, { ...entry, projectId: made.id });
    }
  });
  return made;
}

/** An organization in which everyone has the role that they have in `organization`. */
async function likeOrganization(): Promise<Organization> {
  const ctx = contextOf(server, acme.owner);
  const made = await organizations.create(ctx, { name: `New ${++unique}` });
  for (const { role, userId } of await ctx.db.findBy(Membership, { organizationId: acme.organization.id })) {
    if (role !== "OWNER") await join(server, { ...acme.member, userId }, made, role);
  }
  return made;
}

/** A workflow of the project beside the one that all tests share. */
async function newWorkflow(): Promise<string> {
  const input = { projectId: acme.project.id, name: `New ${++unique}`, targetUrl: "https://example.com/" };
  return (await workflows.create(contextOf(server, acme.owner), input)).workflow.id;
}

const trigger = (caller: Caller, id: string) =>
  call(caller, "mutation ($id: ID!) { triggerWorkflow(input: { workflowId: $id }) { execution { id } } }", {
    id,
  });

/** An execution that the caller started and that the mutation suits: one under way, or one that has ended. */
async function executionFor(mutation: string, caller: Caller): Promise<string> {
  const { data } = await trigger(caller, acme.workflow.id);
  const { id } = (data as { triggerWorkflow: { execution: { id: string } } }).triggerWorkflow.execution;
  if (mutation === "retryExecution") await cancel(contextOf(server, acme.owner), id);
  return id;
}

const trials: Trial[] = [
  {
    name: "createOrganization",
    run: (caller) =>
      call(
        caller,
        "mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { id } }",
        {
          input: { name: `New ${++unique}` },
        },
      ),
    allowed: ["owner", "admin", "projectAdmin", "editor", "viewer", "member", "stranger"],
    refused: {
      UNAUTHENTICATED: ["anonymous"],
      FORBIDDEN: ["key TRIGGER", "key VIEWER", "key PRIVILEGED", "key of another project"],
    },
  },
  {
    name: "createProject",
    run: (caller) =>
      call(caller, "mutation ($input: CreateProjectInput!) { createProject(input: $input) { id } }", {
        input: { organizationId: acme.organization.id, name: `New ${++unique}` },
      }),
    ...OF_MANAGERS,
  },
  {
    name: "createOrganizationApiKey",
    run: (caller) =>
      call(
        caller,
        "mutation ($input: CreateOrganizationApiKeyInput!) { createOrganizationApiKey(input: $input) { secret } }",
        {
          input: {
            organizationId: acme.organization.id,
            access: "ALL_PROJECTS",
            expiry: { policy: "NEVER" },
          },
        },
      ),
    ...OF_MANAGERS,
  },
  {
    name: "createProjectApiKey",
    run: (caller) =>
      call(
        caller,
        "mutation ($input: CreateProjectApiKeyInput!) { createProjectApiKey(input: $input) { secret } }",
        {
          input: { projectId: acme.project.id, expiry: { policy: "NEVER" } },
        },
      ),
    allowed: ["owner", "admin", "projectAdmin"],
    refused: {
      UNAUTHENTICATED: ["anonymous"],
      NOT_FOUND: ["stranger", "member", "key of another project"],
      FORBIDDEN: ["editor", "viewer", "key TRIGGER", "key VIEWER", "key PRIVILEGED"],
    },
  },
  {
    name: "createProjectApiKey of a PERSONAL key",
    run: (caller) =>
      call(
        caller,
        "mutation ($input: CreateProjectApiKeyInput!) { createProjectApiKey(input: $input) { secret } }",
        { input: { projectId: acme.project.id, kind: "PERSONAL", expiry: { policy: "NEVER" } } },
      ),
    allowed: ["owner", "admin", "projectAdmin", "editor"],
    refused: {
      UNAUTHENTICATED: ["anonymous"],
      NOT_FOUND: ["stranger", "member", "key of another project"],
      FORBIDDEN: ["viewer", "key TRIGGER", "key VIEWER", "key PRIVILEGED"],
    },
  },
  ...(
    [
      ["updateApiKey", 'mutation ($id: ID!) { updateApiKey(input: { id: $id, description: "new" }) { id } }'],
      ["rotateApiKey", "mutation ($id: ID!) { rotateApiKey(input: { id: $id }) { secret } }"],
      ["revokeApiKey", "mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { id } }"],
      ["deleteApiKey", "mutation ($id: ID!) { deleteApiKey(id: $id) }"],
      ["deleteApiKeys", "mutation ($id: ID!) { deleteApiKeys(ids: [$id]) }"],
    ] as const
  ).flatMap(([name, mutation]): Trial[] => [
    {
      name: `${name} of a project's key`,
      run: async (caller) => call(caller, mutation, { id: (await acme.projectKey()).id }),
      ...OF_KEY_MANAGERS,
    },
    {
      name: `${name} of an inherited key`,
      run: async (caller) => call(caller, mutation, { id: (await acme.organizationKey()).id }),
      ...OF_ORGANIZATION_KEY_MANAGERS,
    },
  ]),
  {
    name: "finishApiKeyRotation",
    run: async (caller) => {
      const { id } = await acme.projectKey();
      await call(acme.owner, "mutation ($id: ID!) { rotateApiKey(input: { id: $id }) { secret } }", { id });
      return call(caller, "mutation ($id: ID!) { finishApiKeyRotation(id: $id) { id } }", { id });
    },
    ...OF_KEY_MANAGERS,
  },
  {
    name: "updateApiKeyPolicy",
    run: (caller) =>
      call(
        caller,
        "mutation ($input: UpdateApiKeyPolicyInput!) { updateApiKeyPolicy(input: $input) { maxLifetimeDays } }",
        { input: { organizationId: acme.organization.id, maxLifetimeDays: null } },
      ),
    ...OF_MANAGERS,
  },
  {
    name: "updateOrganization",
    run: (caller) =>
      call(
        caller,
        "mutation ($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { id } }",
        {
          input: { id: acme.organization.id, name: `Renamed ${++unique}` },
        },
      ),
    ...OF_MANAGERS,
  },
  {
    name: "deleteOrganization",
    run: async (caller) => {
      const { id } = await likeOrganization();
      return call(caller, "mutation ($id: ID!) { deleteOrganization(id: $id) }", { id });
    },
    ...OF_OWNERS,
  },
  {
    name: "updateProject",
    run: (caller) =>
      call(caller, "mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { id } }", {
        input: { id: acme.project.id, name: `Renamed ${++unique}` },
      }),
    allowed: ["owner", "admin", "projectAdmin", "key PRIVILEGED"],
    refused: {
      UNAUTHENTICATED: ["anonymous"],
      NOT_FOUND: ["stranger", "member", "key of another project"],
      FORBIDDEN: ["editor", "viewer", "key TRIGGER", "key VIEWER"],
    },
  },
  {
    name: "deleteProject",
    run: async (caller) => {
      const { id } = await likeProject();
      return call(caller, "mutation ($id: ID!) { deleteProject(id: $id) }", { id });
    },
    allowed: ["owner", "admin", "projectAdmin"],
    refused: {
      UNAUTHENTICATED: ["anonymous"],
      // The VIEWER key lives in another project.
      NOT_FOUND: ["stranger", "member", "key VIEWER", "key of another project"],
      FORBIDDEN: ["editor", "viewer", "key TRIGGER", "key PRIVILEGED"],
    },
  },
  { name: "inviteMember", run: invite, ...OF_MANAGERS },
  {
    name: "revokeInvitation",
    run: async (caller) => {
      const { data } = await invite(acme.owner);
      const { id } = (data as { inviteMember: { invitation: { id: string } } }).inviteMember.invitation;
      return call(caller, "mutation ($id: ID!) { revokeInvitation(id: $id) }", { id });
    },
    allowed: ["owner", "admin"],
    // An invitation is seen by those who manage members alone.
    refused: {
      UNAUTHENTICATED: ["anonymous"],
      NOT_FOUND: ["projectAdmin", "editor", "viewer", "member", "stranger", ...KEYS],
    },
  },
  {
    name: "updateMember",
    run: async (caller) => {
      const { membershipId: id } = await newMember();
      return call(caller, "mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { id } }", {
        input: { id, role: "ADMIN" },
      });
    },
    ...OF_MEMBER_MANAGERS,
  },
  {
    name: "updateMember to OWNER",
    run: async (caller) => {
      const { membershipId: id } = await newMember("ADMIN");
      return call(caller, "mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { id } }", {
        input: { id, role: "OWNER" },
      });
    },
    ...OF_OWNERS,
  },
  {
    name: "removeMember",
    run: async (caller) => {
      const { membershipId: id } = await newMember();
      return call(caller, "mutation ($id: ID!) { removeMember(id: $id) }", { id });
    },
    ...OF_MEMBER_MANAGERS,
  },
  {
    name: "setProjectRole",
    run: async (caller) => {
      const { membershipId } = await newMember();
      return call(
        caller,
        "mutation ($input: SetProjectRoleInput!) { setProjectRole(input: $input) { id } }",
        {
          input: { membershipId, projectId: acme.project.id, role: "EDITOR" },
        },
      );
    },
    ...OF_MEMBER_MANAGERS,
  },
  {
    name: "endOtherSessions",
    run: (caller) => call(caller, "mutation { endOtherSessions }"),
    allowed: [...MEMBERS, "stranger"],
    refused: { UNAUTHENTICATED: ["anonymous"], FORBIDDEN: KEYS },
  },
  {
    name: "createWorkflow",
    run: (caller) =>
      call(
        caller,
        "mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { signingSecret } }",
        {
          input: { projectId: acme.project.id, name: `New ${++unique}`, targetUrl: "https://example.com/" },
        },
      ),
    ...OF_WORKFLOW_WRITERS,
  },
  {
    name: "triggerWorkflow",
    run: (caller) => trigger(caller, acme.workflow.id),
    allowed: ["owner", "admin", "projectAdmin", "editor", "key TRIGGER", "key VIEWER", "key PRIVILEGED"],
    refused: {
      UNAUTHENTICATED: ["anonymous"],
      NOT_FOUND: ["stranger", "member", "key of another project"],
      FORBIDDEN: ["viewer"],
    },
  },
  {
    name: "updateWorkflow",
    run: (caller) =>
      call(caller, "mutation ($input: UpdateWorkflowInput!) { updateWorkflow(input: $input) { id } }", {
        input: { id: acme.workflow.id, description: `New ${++unique}` },
      }),
    ...OF_WORKFLOW_WRITERS,
  },
  {
    name: "deleteWorkflow",
    run: async (caller) =>
      call(caller, "mutation ($id: ID!) { deleteWorkflow(id: $id) }", { id: await newWorkflow() }),
    ...OF_WORKFLOW_WRITERS,
  },
  {
    name: "rotateWorkflowSigningSecret",
    run: (caller) =>
      call(caller, "mutation ($id: ID!) { rotateWorkflowSigningSecret(id: $id) { signingSecret } }", {
        id: acme.workflow.id,
      }),
    ...OF_WORKFLOW_WRITERS,
  },
  ...["cancelExecution", "retryExecution"].flatMap((name): Trial[] => {
    const mutation = `mutation ($id: ID!) { ${name}(id: $id) { id } }`;
    return [
      {
        name: `${name} of somebody else's`,
        run: async (caller) => call(caller, mutation, { id: await executionFor(name, acme.owner) }),
        allowed: ["owner", "admin", "projectAdmin", "editor", "key PRIVILEGED"],
        refused: {
          UNAUTHENTICATED: ["anonymous"],
          // A key that only triggers does not know of it.
          NOT_FOUND: ["stranger", "member", "key TRIGGER", "key of another project"],
          FORBIDDEN: ["viewer", "key VIEWER"],
        },
      },
      {
        name: `${name} of an own one`,
        run: async (caller) => {
          const able = (await trigger(caller, acme.workflow.id)).errors.length === 0;
          return call(caller, mutation, { id: await executionFor(name, able ? caller : acme.owner) });
        },
        ...OF_WORKFLOW_WRITERS,
      },
    ];
  }),
];

describe.each(trials)("$name", ({ run, allowed, refused }) => {
  test("is open to those who hold the right, and to nobody else", async () => {
    const expected: Record<string, string> = Object.fromEntries([
      ...allowed.map((name) => [name, "allowed"]),
      ...Object.entries(refused).flatMap(([code, names]) => names.map((name) => [name, code])),
    ]);
    expect(Object.keys(expected).sort()).toEqual(Object.keys(callers).sort());
    const outcome: Record<string, string> = {};
    for (const [name, caller] of Object.entries(callers)) {
      const answer = await run(caller);
      outcome[name] = answer.errors.length === 0 ? "allowed" : answer.code;
    }
    expect(outcome).toEqual(expected);
  });
});

test("the trials name every mutation but those of one's own account, which have tests of their own", async () => {
  const { data } = await call(anonymous, "{ __schema { mutationType { fields { name } } } }");
  const { fields } = (data as { __schema: { mutationType: { fields: { name: string }[] } } }).__schema
    .mutationType;
  const tried = new Set(trials.map(({ name }) => name.split(" ")[0]));
  const untried = fields.map(({ name }) => name).filter((name) => !tried.has(name));
  expect(untried.sort()).toEqual([
    "acceptInvitation",
    "changePassword",
    "endSession",
    "setup",
    "signIn",
    "signOut",
  ]);
});

test("a foreign id and an absent one answer alike", async () => {
  const ids = {
    foreign: acme.foreignProject.id,
    absent: "proj_00000000000000000000000000",
    nonsense: "1' OR 1=1",
  };
  const answers = await Promise.all(
    Object.values(ids).map((projectId) =>
      call(
        acme.owner,
        "mutation ($input: CreateProjectApiKeyInput!) { createProjectApiKey(input: $input) { secret } }",
        {
          input: { projectId, expiry: { policy: "NEVER" } },
        },
      ),
    ),
  );
  expect(new Set(answers.map(({ errors }) => JSON.stringify(errors))).size).toBe(1);
  expect(answers[0]?.code).toBe("NOT_FOUND");
});

const READS = `query ($organization: ID!, $project: ID!, $workflow: ID!, $key: ID!) {
  organization(id: $organization) { id }
  project(id: $project) { id }
  workflow(id: $workflow) { id }
  apiKey(id: $key) { id }
}`;

test("reading one thing by its id: what a caller may not know of is null, without an error", async () => {
  const key = await acme.projectKey();
  const variables = {
    organization: acme.organization.id,
    project: acme.project.id,
    workflow: acme.workflow.id,
    key: key.id,
  };
  const seen: Record<string, string[]> = {};
  for (const [name, caller] of Object.entries(callers)) {
    const { data, errors } = await call(caller, READS, variables);
    expect(errors).toEqual([]);
    seen[name] = Object.keys(data).filter((field) => data[field] !== null);
  }
  const everything = ["organization", "project", "workflow", "apiKey"];
  expect(seen).toEqual({
    anonymous: [],
    owner: everything,
    admin: everything,
    projectAdmin: everything,
    editor: everything,
    viewer: everything,
    member: ["organization"],
    stranger: [],
    "key TRIGGER": ["organization"],
    "key VIEWER": ["organization", "project", "workflow"],
    "key PRIVILEGED": ["organization", "project", "workflow"],
    "key of another project": ["organization"],
  });
});

test("lists below a visible row say FORBIDDEN to those who may not read them", async () => {
  const lists = `query ($organization: ID!, $project: ID!) {
    organization(id: $organization) { apiKeys { totalCount } }
    project(id: $project) { apiKeys { totalCount } inheritedApiKeys { totalCount } workflows { totalCount } executions { totalCount } }
  }`;
  const variables = { organization: acme.organization.id, project: acme.project.id };
  const refused = async (caller: Caller) =>
    (await call(caller, lists, variables)).errors.map(
      ({ path, extensions }) => `${path?.join(".")} ${extensions.code}`,
    );
  expect(await refused(acme.admin)).toEqual([]);
  expect(await refused(acme.viewer)).toEqual(["organization.apiKeys FORBIDDEN"]);
  expect((await refused(callers["key PRIVILEGED"] ?? {})).sort()).toEqual([
    "organization.apiKeys FORBIDDEN",
    "project.apiKeys FORBIDDEN",
    "project.inheritedApiKeys FORBIDDEN",
  ]);
});

test("a list of projects holds those that the caller may read, and counts no other", async () => {
  const projects =
    "query ($id: ID!) { organization(id: $id) { projects(first: 100) { totalCount nodes { slug } } } }";
  const acme = await world(server);
  const count = async (caller: Caller) => {
    const { data } = await call(caller, projects, { id: acme.organization.id });
    const list = (data as { organization: { projects: { totalCount: number; nodes: unknown[] } } })
      .organization.projects;
    expect(list.nodes).toHaveLength(list.totalCount);
    return list.totalCount;
  };
  expect(await count(acme.owner)).toBe(2);
  expect(await count(acme.viewer)).toBe(1);
  expect(await count(acme.member)).toBe(0);
  expect(await count(await acme.organizationKey("TRIGGER"))).toBe(0);
  expect(await count(await acme.projectKey("VIEWER"))).toBe(1);
  expect(await count(await acme.organizationKey("PRIVILEGED", [acme.otherProject]))).toBe(1);
});

test("a key that only triggers reads its own executions and no other, and never the target's address", async () => {
  const one = await acme.organizationKey("TRIGGER");
  const other = await acme.organizationKey("TRIGGER");
  const { data } = await call(
    one,
    "mutation ($id: ID!) { triggerWorkflow(input: { workflowId: $id }) { execution { id workflow { slug } } } }",
    { id: acme.workflow.id },
  );
  const { id } = (data as { triggerWorkflow: { execution: { id: string } } }).triggerWorkflow.execution;
  const read = "query ($id: ID!) { execution(id: $id) { id project { executions { totalCount } } } }";
  expect((await call(one, read, { id })).data).toEqual({
    execution: { id, project: { executions: { totalCount: 1 } } },
  });
  expect((await call(other, read, { id })).data).toEqual({ execution: null });
  const target = await call(one, "query ($id: ID!) { execution(id: $id) { workflow { targetUrl } } }", {
    id,
  });
  expect(target.data).toEqual({ execution: null });
  expect(target.code).toBe("FORBIDDEN");
});

test("a key sees its own row through viewer, and no more of keys", async () => {
  const key = await acme.projectKey();
  const { data } = await call(key, "{ viewer { __typename ... on ApiKey { id name role scopes } } }");
  expect(data).toEqual({
    viewer: {
      __typename: "ApiKey",
      id: key.id,
      name: key.name,
      role: "TRIGGER",
      scopes: ["WORKFLOWS_TRIGGER"],
    },
  });
  expect((await call(key, "query ($id: ID!) { apiKey(id: $id) { id } }", { id: key.id })).data).toEqual({
    apiKey: null,
  });
});
