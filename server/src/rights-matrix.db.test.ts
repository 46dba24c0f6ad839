import {
  API_KEY_ROLE_PERMISSIONS,
  type ApiKeyRole,
  ORGANIZATION_ROLE_PERMISSIONS,
  type OrganizationRole,
  PROJECT_ROLE_PERMISSIONS,
  type ProjectPermission,
  type ProjectRole,
} from "@postern/shared";
import { type GraphQLField, getNamedType, isCompositeType, isObjectType } from "graphql";
import * as apiKeys from "./api-key/create.js";
import { createSchema } from "./graphql/schema.js";
import { anonymous, type Caller, graphql } from "./testing/client.js";
import { startTestServer, type TestServer } from "./testing/test-server.js";
import { contextOf, type Person, type World, world } from "./testing/world.js";

// Every root query, and every field of the five types below, asked by every kind of caller, in the caller's own
// tenant and in a foreign one. The fields come from the schema; what is expected of them stands here, so a field
// that is added without an expectation fails.

/** A caller, and what the rules say of it: two small facts from which all expectations follow. */
interface Subject {
  caller: Caller;
  /** The organization role of the user; null for keys and strangers. */
  organizationRole: OrganizationRole | null;
  /** Permissions in `project`, and in `otherProject`. */
  project: readonly ProjectPermission[];
  otherProject: readonly ProjectPermission[];
  isKey: boolean;
  ownKeyId?: string;
}

type Place = "own" | "other project" | "foreign";

/** What a field demands of a caller who can see its parent. */
type Demand =
  | "nothing"
  | "a user"
  | "execution:read or own"
  | { organization: (typeof ORGANIZATION_ROLE_PERMISSIONS)["OWNER"][number] }
  | { project: ProjectPermission };

const needsInOrganization = (
  organization: "organizationApiKey:read" | "member:manage" | "auditLog:read",
) => ({
  organization,
});

const DEMANDS: Record<string, Record<string, Demand>> = {
  Organization: {
    ...nothing("id name slug createdAt viewerRole viewerPermissions projects project workflows apiKeyPolicy"),
    apiKeys: needsInOrganization("organizationApiKey:read"),
    apiKeyInsights: needsInOrganization("organizationApiKey:read"),
    members: "a user",
    invitations: needsInOrganization("member:manage"),
    auditLog: needsInOrganization("auditLog:read"),
  },
  Project: {
    ...nothing("id name slug organization createdAt viewerRole viewerPermissions workflow"),
    apiKeys: { project: "apiKey:read" },
    inheritedApiKeys: { project: "apiKey:read" },
    workflows: { project: "workflow:read" },
    executions: "execution:read or own",
  },
  ApiKey: nothing(
    `id name description preview level kind role scopes organization project access selectedProjects status state
     expiryPolicy expiresAt allowedIps rateLimitPerMinute rateLimitIsDefault createdAt createdBy owner lastUsedAt lastUsedIp rotation
     revokedAt revokedBy revokeReason usage usageSeries denials executions viewerCanUpdate viewerCanDelete`,
  ),
  Workflow: {
    ...nothing(
      `id project name slug description enabled disabledReason inputSchema maxAttempts timeoutSeconds
       completionTimeoutSeconds previousSigningSecretExpiresAt schedule createdAt createdBy deletedAt`,
    ),
    targetUrl: { project: "workflow:read" },
    targetHeaders: { project: "workflow:read" },
    executions: "execution:read or own",
    executionHours: "execution:read or own",
  },
  Execution: nothing(
    `id workflow project status triggeredBy input output error idempotencyKey retryOfId retryOf attempts nextAttemptAt
     completionDeadline createdAt startedAt finishedAt`,
  ),
};

function nothing(fields: string): Record<string, Demand> {
  return Object.fromEntries(fields.split(/\s+/).map((field) => [field, "nothing"]));
}

const schema = createSchema();
const fieldsOf = (type: string): GraphQLField<unknown, unknown>[] => {
  const found = schema.getType(type);
  return isObjectType(found) ? Object.values(found.getFields()) : [];
};

test.each(Object.keys(DEMANDS))(
  "every field of %s has an expectation, and every expectation a field",
  (type) => {
    expect(
      fieldsOf(type)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(DEMANDS[type] ?? {}).sort());
  },
);

/** The field as it is asked for: with what it must be given, and with the least below it. */
function selected(field: GraphQLField<unknown, unknown>): string {
  const given = field.args.some(({ name }) => name === "slug") ? '(slug: "none")' : "";
  return `${field.name}${given}${isCompositeType(getNamedType(field.type)) ? " { __typename }" : ""}`;
}

let server: TestServer;
let acme: World;
let subjects: Record<string, Subject>;
let ids: Record<Place, Record<"organization" | "project" | "apiKey" | "workflow" | "execution", string>>;

beforeAll(async () => {
  server = await startTestServer();
  acme = await world(server);
  const foreign = await world(server);
  const workflowOf = (made: World, projectId: string) => createWorkflow(made.owner, projectId);
  ids = {
    own: {
      organization: acme.organization.id,
      project: acme.project.id,
      apiKey: (await acme.projectKey()).id,
      workflow: acme.workflow.id,
      execution: await triggerAs(acme.owner, acme.workflow.id),
    },
    "other project": await inProject(acme, acme.otherProject.id, workflowOf),
    foreign: await inProject(foreign, foreign.project.id, workflowOf),
  };
  subjects = {
    anonymous: outsider(anonymous),
    stranger: outsider(acme.stranger),
    owner: user(acme.owner, "OWNER"),
    admin: user(acme.admin, "ADMIN"),
    member: user(acme.member, "MEMBER"),
    "project ADMIN": user(acme.projectAdmin, "MEMBER", "ADMIN"),
    "project EDITOR": user(acme.editor, "MEMBER", "EDITOR"),
    "project VIEWER": user(acme.viewer, "MEMBER", "VIEWER"),
  };
  for (const role of ["TRIGGER", "VIEWER", "PRIVILEGED"] as const) {
    const rights = API_KEY_ROLE_PERMISSIONS[role];
    subjects[`SERVICE ${role} of the project`] = key(await acme.projectKey(role), rights, []);
    subjects[`SERVICE ${role} of all projects`] = key(await acme.organizationKey(role), rights, rights);
    subjects[`SERVICE ${role} of the other project`] = key(
      await acme.organizationKey(role, [acme.otherProject]),
      [],
      rights,
    );
    for (const [name, person, projectRole] of [
      ["ADMIN", acme.projectAdmin, "ADMIN"],
      ["EDITOR", acme.editor, "EDITOR"],
    ] as const) {
      const both = rights.filter((right) => PROJECT_ROLE_PERMISSIONS[projectRole].includes(right));
      subjects[`PERSONAL ${role} of a project ${name}`] = key(await personalKey(person, role), both, []);
    }
  }
  subjects["SYSTEM"] = key(await automator(), API_KEY_ROLE_PERMISSIONS.TRIGGER, []);
});
afterAll(() => server?.stop());

const outsider = (caller: Caller): Subject => ({
  caller,
  organizationRole: null,
  project: [],
  otherProject: [],
  isKey: false,
});

function user(caller: Person, organizationRole: OrganizationRole, projectRole?: ProjectRole): Subject {
  const everywhere = organizationRole === "MEMBER" ? [] : PROJECT_ROLE_PERMISSIONS.ADMIN;
  return {
    caller,
    organizationRole,
    project: projectRole ? PROJECT_ROLE_PERMISSIONS[projectRole] : everywhere,
    otherProject: everywhere,
    isKey: false,
  };
}

const key = (
  made: Caller & { id: string },
  project: readonly ProjectPermission[],
  otherProject: readonly ProjectPermission[],
): Subject => ({
  caller: made,
  organizationRole: null,
  project,
  otherProject,
  isKey: true,
  ownKeyId: made.id,
});

async function personalKey(person: Person, role: ApiKeyRole): Promise<Caller & { id: string }> {
  const { apiKey, secret } = await apiKeys.createForProject(contextOf(server, person), {
    projectId: acme.project.id,
    kind: "PERSONAL",
    role,
    expiry: { policy: "NEVER" },
  });
  return { id: apiKey.id, key: secret };
}

const send = <T>(caller: Caller, query: string, variables: object = {}) =>
  graphql<T>(server.url, caller, query, variables);

async function automator(): Promise<Caller & { id: string }> {
  const found = await send<{ project: { apiKeys: { nodes: { id: string }[] } } }>(
    acme.owner,
    "query ($id: ID!) { project(id: $id) { apiKeys(filter: { kind: SYSTEM }) { nodes { id } } } }",
    { id: acme.project.id },
  );
  const id = found.data.project.apiKeys.nodes[0]?.id ?? "";
  const rotated = await send<{ rotateApiKey: { secret: string } }>(
    acme.owner,
    "mutation ($id: ID!) { rotateApiKey(input: { id: $id }) { secret } }",
    { id },
  );
  return { id, key: rotated.data.rotateApiKey.secret };
}

async function createWorkflow(owner: Person, projectId: string): Promise<string> {
  const { data } = await send<{ createWorkflow: { workflow: { id: string } } }>(
    owner,
    "mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { workflow { id } } }",
    { input: { projectId, name: "Another", targetUrl: "https://example.com" } },
  );
  return data.createWorkflow.workflow.id;
}

async function triggerAs(caller: Caller, workflowId: string): Promise<string> {
  const { data } = await send<{ triggerWorkflow: { execution: { id: string } } }>(
    caller,
    "mutation ($id: ID!) { triggerWorkflow(input: { workflowId: $id }) { execution { id } } }",
    { id: workflowId },
  );
  return data.triggerWorkflow.execution.id;
}

async function inProject(
  made: World,
  project: string,
  workflowOf: (made: World, projectId: string) => Promise<string>,
) {
  const { apiKey } = await apiKeys.createForProject(contextOf(server, made.owner), {
    projectId: project,
    kind: "SERVICE",
    role: "TRIGGER",
    expiry: { policy: "NEVER" },
  });
  const workflow = await workflowOf(made, project);
  const execution = await triggerAs(made.owner, workflow);
  return { organization: made.organization.id, project, apiKey: apiKey.id, workflow, execution };
}

const permissionsAt = (subject: Subject, place: Place): readonly ProjectPermission[] =>
  place === "own" ? subject.project : place === "other project" ? subject.otherProject : [];

/** Whether the rules let the subject see a thing that it names by its id. */
function sees(subject: Subject, type: string, place: Place): boolean {
  const permissions = permissionsAt(subject, place);
  switch (type) {
    case "Organization":
      return place !== "foreign" && (subject.organizationRole !== null || subject.isKey);
    case "Project":
      return permissions.includes("project:read");
    case "ApiKey":
      return !subject.isKey && permissions.includes("apiKey:read");
    case "Workflow":
      return permissions.includes("workflow:read");
    default:
      return permissions.includes("execution:read");
  }
}

function allows(demand: Demand, subject: Subject, place: Place): boolean {
  const permissions = permissionsAt(subject, place);
  if (demand === "nothing") return true;
  if (demand === "a user") return !subject.isKey;
  if (demand === "execution:read or own") {
    return (
      permissions.includes("execution:read") || (subject.isKey && permissions.includes("execution:readOwn"))
    );
  }
  if ("project" in demand) return permissions.includes(demand.project);
  const { organizationRole } = subject;
  return (
    organizationRole !== null && ORGANIZATION_ROLE_PERMISSIONS[organizationRole].includes(demand.organization)
  );
}

/** Asks for one field of a parent, and says how that went. */
async function outcome(caller: Caller, parent: string, type: string, field: string): Promise<string> {
  const { data, errors, code } = await send<Record<string, unknown> | null>(
    caller,
    `{ ${parent} { ${field} } }`,
  );
  if (errors.length > 0) return code;
  const name = parent.split("(", 1)[0] ?? "";
  return data?.[name] === null ? `${type} is hidden` : "shown";
}

const root = (type: string): "organization" | "project" | "apiKey" | "workflow" | "execution" =>
  `${type.charAt(0).toLowerCase()}${type.slice(1)}` as "project";

test("every field of every kind of parent, for every kind of caller, in every place", async () => {
  let cases = 0;
  for (const [name, subject] of Object.entries(subjects)) {
    const expected: Record<string, string> = {};
    const got: Record<string, string> = {};
    for (const place of ["own", "other project", "foreign"] as const) {
      for (const type of Object.keys(DEMANDS)) {
        const parent = `${root(type)}(id: "${ids[place][root(type)]}")`;
        for (const field of fieldsOf(type)) {
          const label = `${place}: ${type}.${field.name}`;
          const demand = DEMANDS[type]?.[field.name] ?? "nothing";
          expected[label] = !sees(subject, type, place)
            ? `${type} is hidden`
            : allows(demand, subject, place)
              ? "shown"
              : "FORBIDDEN";
          got[label] = await outcome(subject.caller, parent, type, selected(field));
          cases++;
        }
      }
    }
    expect({ [name]: got }).toEqual({ [name]: expected });
  }
  const perCaller = cases / Object.keys(subjects).length;
  process.stdout.write(
    `rights matrix: ${cases} cases, ${perCaller} for each of ${Object.keys(subjects).length} callers\n`,
  );
  expect(perCaller).toBeGreaterThan(200);
});

test("what hangs below an execution of its own is as closed to a key as it is from above", async () => {
  for (const [name, subject] of Object.entries(subjects)) {
    if (!subject.isKey) continue;
    const place: Place = subject.project.includes("workflow:trigger") ? "own" : "other project";
    const execution = await triggerAs(subject.caller, ids[place].workflow);
    for (const [via, type] of [
      ["workflow", "Workflow"],
      ["project", "Project"],
    ] as const) {
      for (const field of fieldsOf(type)) {
        const demand = DEMANDS[type]?.[field.name] ?? "nothing";
        const wanted = allows(demand, subject, place) ? "shown" : "FORBIDDEN";
        const parent = `execution(id: "${execution}")`;
        const got = await outcome(subject.caller, parent, "Execution", `${via} { ${selected(field)} }`);
        expect(`${name}, ${via}.${field.name}: ${got}`).toBe(`${name}, ${via}.${field.name}: ${wanted}`);
      }
    }
  }
});

test("every root query has a case, and answers each caller with what it may know and nothing else", async () => {
  const byId = ["organization", "project", "apiKey", "workflow", "execution"];
  const others = ["viewer", "server", "organizations", "apiKeyImpact", "invitation"];
  expect(
    fieldsOf("Query")
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...byId, ...others].sort());
  const invite = "mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url } }";
  const { data: made } = await graphql<{ inviteMember: { url: string } }>(server.url, acme.owner, invite, {
    input: { organizationId: acme.organization.id, email: "held@example.com", role: "MEMBER" },
  });
  const token = made.inviteMember.url.split("/").at(-1);
  for (const [name, subject] of Object.entries(subjects)) {
    const { data, errors } = await send<
      Record<string, { __typename?: string; nodes?: { id: string }[] } | null>
    >(
      subject.caller,
      `{ viewer { __typename } server { version } organizations { nodes { id } }
         apiKeyImpact(id: "${ids.own.apiKey}") { unfinishedExecutions }
         invitation(token: "${token}") { email } }`,
    );
    expect(errors).toEqual([]);
    // Who holds the link is who is invited, but no key ever is.
    expect([name, data["invitation"] !== null]).toEqual([name, !subject.isKey]);
    const signedIn = subject.isKey ? "ApiKey" : "User";
    expect([name, data["viewer"]?.__typename]).toEqual([name, name === "anonymous" ? undefined : signedIn]);
    const mine = data["organizations"]?.nodes?.map(({ id }) => id) ?? [];
    expect([name, mine.includes(acme.organization.id)]).toEqual([name, sees(subject, "Organization", "own")]);
    expect([name, mine.includes(ids.foreign.organization)]).toEqual([name, false]);
    expect([name, data["apiKeyImpact"] !== null]).toEqual([name, sees(subject, "ApiKey", "own")]);
  }
});
