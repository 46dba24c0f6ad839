import { Webhook } from "standardwebhooks";
import { cookieOf, graphql } from "../testing/client.js";
import { openReceiver, type Receiver, until } from "../testing/receiver.js";
import { SETUP_TOKEN, startTestServer, type TestServer } from "../testing/test-server.js";

let server: TestServer;
let receiver: Receiver;
beforeAll(async () => {
  server = await startTestServer();
  receiver = await openReceiver(() => ({ body: JSON.stringify({ invoice: 7 }) }));
});
afterAll(async () => {
  await receiver?.close();
  await server?.stop();
});

test("from an empty database to a workflow that an inherited key triggered, signed and answered", async () => {
  const call = <T>(caller: object, query: string, variables?: object) =>
    graphql<T>(server.url, caller, query, variables);

  const setup = await call<{ setup: { user: { memberships: { organization: { id: string } }[] } } }>(
    {},
    "mutation ($input: SetupInput!) { setup(input: $input) { user { name memberships { organization { id } } } } }",
    {
      input: {
        token: SETUP_TOKEN,
        name: "Ada Lovelace",
        email: "Ada@Example.com",
        password: "correct horse battery",
        organizationName: "Analytical Engines",
      },
    },
  );
  expect(setup.errors).toEqual([]);
  const ada = { cookie: cookieOf(setup.headers) ?? "" };
  const organizationId = setup.data.setup.user.memberships[0]?.organization.id;

  const project = await call<{ createProject: { id: string } }>(
    ada,
    "mutation ($input: CreateProjectInput!) { createProject(input: $input) { id slug } }",
    { input: { organizationId, name: "Billing" } },
  );
  const projectId = project.data.createProject.id;
  const workflow = await call<{ createWorkflow: { signingSecret: string; workflow: { id: string } } }>(
    ada,
    "mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { signingSecret workflow { id } } }",
    { input: { projectId, name: "Send invoice", targetUrl: receiver.url } },
  );
  const key = await call<{ createOrganizationApiKey: { secret: string; apiKey: { id: string } } }>(
    ada,
    `mutation ($input: CreateOrganizationApiKeyInput!) {
      createOrganizationApiKey(input: $input) { secret apiKey { id name preview level access scopes status } } }`,
    { input: { organizationId, name: "CI", access: "ALL_PROJECTS", expiry: { policy: "DAYS_30" } } },
  );
  const { secret } = key.data.createOrganizationApiKey;
  expect(secret).toMatch(/^pst_o_[0-9A-Za-z]{38}$/);

  const triggered = await call<{ triggerWorkflow: { execution: { id: string; status: string } } }>(
    { key: secret },
    "mutation ($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { execution { id status } } }",
    { input: { workflow: "send-invoice", projectId, input: { customer: "Müller", amount: 12.5 } } },
  );
  expect(triggered.errors).toEqual([]);
  const executionId = triggered.data.triggerWorkflow.execution.id;

  const [delivery] = await receiver.waitFor(1);
  const verified = new Webhook(workflow.data.createWorkflow.signingSecret).verify(
    delivery?.body ?? "",
    delivery?.headers as Record<string, string>,
  );
  expect(verified).toMatchObject({
    type: "workflow.triggered",
    data: {
      executionId,
      workflow: { slug: "send-invoice" },
      project: { slug: "billing" },
      triggeredBy: { kind: "API_KEY", name: "CI" },
      input: { customer: "Müller", amount: 12.5 },
    },
  });
  expect(delivery?.headers["webhook-id"]).toBe(executionId);

  const read = () =>
    call<{ execution: { status: string } }>(
      ada,
      `query ($id: ID!) { execution(id: $id) {
        status output triggeredBy { kind name } attempts { number responseStatus } } }`,
      { id: executionId },
    );
  await until(async () => (await read()).data.execution.status === "SUCCEEDED");
  expect((await read()).data.execution).toEqual({
    status: "SUCCEEDED",
    output: { invoice: 7 },
    triggeredBy: { kind: "API_KEY", name: "CI" },
    attempts: [{ number: 1, responseStatus: 200 }],
  });

  const inherited = await call(
    ada,
    `query ($id: ID!) { project(id: $id) {
      apiKeys(filter: { kind: SERVICE }) { edges { inherited node { name level viewerCanDelete } } }
      inheritedApiKeys { totalCount nodes { name } } } }`,
    { id: projectId },
  );
  expect(inherited.data).toEqual({
    project: {
      apiKeys: {
        edges: [{ inherited: true, node: { name: "CI", level: "ORGANIZATION", viewerCanDelete: true } }],
      },
      inheritedApiKeys: { totalCount: 1, nodes: [{ name: "CI" }] },
    },
  });

  const managing = await call(
    { key: secret },
    `mutation ($id: ID!) { createProjectApiKey(input: { projectId: $id, expiry: { policy: NEVER } }) { secret } }`,
    { id: projectId },
  );
  expect(managing.code).toBe("FORBIDDEN");

  await call(ada, "mutation ($id: ID!) { deleteApiKey(id: $id) }", {
    id: key.data.createOrganizationApiKey.apiKey.id,
  });
  const afterwards = await call({ key: secret }, "{ viewer { __typename } }");
  expect(afterwards.status).toBe(401);
  expect(afterwards.headers.get("www-authenticate")).toContain("Bearer");
  expect(afterwards.errors[0]?.extensions).toEqual({ code: "UNAUTHENTICATED", reason: "REVOKED" });

  const log = server.logged.join("");
  expect(log).not.toContain(secret);
  expect(log).not.toContain("correct horse battery");
});
