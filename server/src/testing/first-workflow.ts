import { cookieOf, graphql } from "./client.js";

export const FIRST_TOKEN = "the-token-of-the-first-workflow";

/** What it takes to trigger something on a server that was empty, and to look at what came of it. */
export interface FirstWorkflow {
  /** The owner's session. */
  cookie: string;
  organizationId: string;
  projectId: string;
  workflowId: string;
  signingSecret: string;
  /** An organization's key that triggers. */
  key: string;
}

/** Sets up an empty server, whose SETUP_TOKEN is FIRST_TOKEN, through its public API. */
export async function makeFirstWorkflow(
  url: string,
  targetUrl: string,
  settings: object = {},
): Promise<FirstWorkflow> {
  const call = async <T>(caller: object, query: string, input: object) => {
    const answer = await graphql<T>(url, caller, query, { input });
    if (answer.code !== "") throw new Error(`The server cannot be set up: ${answer.errors[0]?.message}`);
    return answer;
  };
  const setup = await call<{ setup: { user: { memberships: { organization: { id: string } }[] } } }>(
    {},
    "mutation ($input: SetupInput!) { setup(input: $input) { user { memberships { organization { id } } } } }",
    {
      token: FIRST_TOKEN,
      name: "First",
      email: "first@example.com",
      password: "a password of the first user",
      organizationName: "First",
    },
  );
  const cookie = cookieOf(setup.headers) ?? "";
  const organizationId = setup.data.setup.user.memberships[0]?.organization.id ?? "";
  const project = await call<{ createProject: { id: string } }>(
    { cookie },
    "mutation ($input: CreateProjectInput!) { createProject(input: $input) { id } }",
    { organizationId, name: "First" },
  );
  const projectId = project.data.createProject.id;
  const made = await call<{ createWorkflow: { workflow: { id: string }; signingSecret: string } }>(
    { cookie },
    "mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { workflow { id } signingSecret } }",
    { projectId, name: "First", targetUrl, ...settings },
  );
  const key = await call<{ createOrganizationApiKey: { secret: string } }>(
    { cookie },
    "mutation ($input: CreateOrganizationApiKeyInput!) { createOrganizationApiKey(input: $input) { secret } }",
    { organizationId, access: "ALL_PROJECTS", expiry: { policy: "NEVER" } },
  );
  const { workflow, signingSecret } = made.data.createWorkflow;
  const { secret } = key.data.createOrganizationApiKey;
  return { cookie, organizationId, projectId, workflowId: workflow.id, signingSecret, key: secret };
}

const COUNT = `query ($id: ID!, $filter: ExecutionFilter) {
  workflow(id: $id) { executions(filter: $filter) { totalCount } }
}`;

/** Executions of the workflow, all or those with one of these statuses; null while the server cannot say. */
export async function countExecutions(
  url: string,
  { cookie, workflowId }: Pick<FirstWorkflow, "cookie" | "workflowId">,
  status?: string[],
): Promise<number | null> {
  type Counted = { workflow: { executions: { totalCount: number } } };
  const variables = { id: workflowId, filter: status ? { status } : null };
  const { code, data } = await graphql<Counted>(url, { cookie }, COUNT, variables);
  return code === "" ? data.workflow.executions.totalCount : null;
}
