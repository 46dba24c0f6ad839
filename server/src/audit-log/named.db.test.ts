import { newId } from "../ids.js";
import { auditEntry, writeEntries } from "../testing/audit-entries.js";
import { graphql } from "../testing/client.js";
import { queriesDuring } from "../testing/queries.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { type World, world } from "../testing/world.js";

let server: TestServer;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
  acme = await world(server);
});
afterAll(() => server?.stop());

interface Entry {
  action: string;
  targetId: string;
  target: { __typename: string; id: string } | null;
  projects: { id: string; slug: string }[];
}
const READ = `query ($id: ID!, $filter: AuditFilter, $first: Int) {
  organization(id: $id) { auditLog(filter: $filter, first: $first) { nodes {
    action targetId projects { id slug }
    target { __typename ... on ApiKey { id } ... on Execution { id } ... on Membership { id }
      ... on Project { id } ... on Workflow { id } } } } } }`;
async function read(variables: object = {}): Promise<Entry[]> {
  const { data, errors } = await graphql<{ organization: { auditLog: { nodes: Entry[] } } }>(
    server.url,
    acme.owner,
    READ,
    { id: acme.organization.id, ...variables },
  );
  expect(errors).toEqual([]);
  return data.organization.auditLog.nodes;
}
const change = (query: string, variables: object) => graphql(server.url, acme.owner, query, variables);

test("an entry leads to what it is about while that exists, and names the projects of its changes", async () => {
  const key = await acme.organizationKey("VIEWER", [acme.project, acme.otherProject]);
  await change("mutation ($id: ID!) { triggerWorkflow(input: { workflowId: $id }) { replayed } }", {
    id: acme.workflow.id,
  });
  await change("mutation ($input: SetProjectRoleInput!) { setProjectRole(input: $input) { id } }", {
    input: { membershipId: acme.member.membershipId, projectId: acme.otherProject.id, role: "VIEWER" },
  });
  const [made] = await read({ filter: { targetId: key.id } });
  expect(made).toMatchObject({ target: { __typename: "ApiKey", id: key.id } });
  expect(made?.projects.map(({ slug }) => slug).sort()).toEqual(["billing", "crm"]);
  const [given] = await read({ filter: { action: "projectMember.update" } });
  expect(given).toMatchObject({
    target: { __typename: "Membership", id: acme.member.membershipId },
    projects: [{ slug: "crm" }],
  });
  const [written] = await read({ filter: { targetId: acme.workflow.id } });
  expect(written).toMatchObject({ target: { __typename: "Workflow" }, projects: [{ slug: "billing" }] });

  await change("mutation ($id: ID!) { deleteProject(id: $id) }", { id: acme.project.id });
  await change("mutation ($id: ID!) { removeMember(id: $id) }", { id: acme.member.membershipId });
  for (const targetId of [acme.project.id, acme.workflow.id, acme.member.membershipId]) {
    const entries = await read({ filter: { targetId } });
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.map(({ target }) => target)).toEqual(entries.map(() => null));
  }
  expect((await read({ filter: { targetId: key.id } }))[0]?.projects).toMatchObject([{ slug: "crm" }]);
});

test("an entry names nothing of another tenant, whatever it recorded", async () => {
  const targetId = acme.foreignProject.id;
  await writeEntries(server, [
    auditEntry({
      organizationId: acme.organization.id,
      at: server.now(),
      targetId,
      projectId: targetId,
      changes: JSON.stringify({ projectIds: [targetId] }),
    }),
  ]);
  expect(await read({ filter: { targetId } })).toMatchObject([{ target: null, projects: [] }]);
});

test("a hundred entries lead to what they are about with as many queries as one", async () => {
  const { id: organizationId } = acme.organization;
  const nouns = {
    apiKey: "apiKey",
    execution: "execution",
    member: "membership",
    workflow: "workflow",
  } as const;
  const kinds = Object.entries(nouns);
  await writeEntries(
    server,
    Array.from({ length: 100 }, (_, n) => {
      const [targetType, kind] = kinds[n % kinds.length] ?? kinds[0] ?? ["", "user"];
      const projectIds = Array.from({ length: 30 }, () => newId("project"));
      return auditEntry({
        organizationId,
        at: server.now(),
        action: "test.cost",
        targetType,
        targetId: newId(kind),
        changes: JSON.stringify({ projectIds: { old: [], new: projectIds } }),
      });
    }),
  );
  const filter = { action: "test.cost" };
  const few = await queriesDuring(server, () => read({ filter, first: 4 }));
  const many = await queriesDuring(server, () => read({ filter, first: 100 }));
  expect(many.length).toBe(few.length);
});
