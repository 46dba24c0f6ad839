import { type Caller, graphql } from "../testing/client.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import * as workflows from "./workflow.service.js";

let server: TestServer;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
  acme = await world(server);
  const targetUrl = "https://example.com/hook";
  const make = (projectId: string, name: string, who = acme.owner) =>
    workflows.create(contextOf(server, who), { projectId, name, targetUrl });
  await make(acme.otherProject.id, "Ärger melden, 100%");
  await make(acme.otherProject.id, "Send reminder");
  await make(acme.foreignProject.id, "Send secrets", acme.stranger);
  const { workflow } = await make(acme.project.id, "Send nothing any more");
  await workflows.remove(contextOf(server, acme.owner), workflow.id);
});
afterAll(() => server?.stop());

interface Found {
  organization: { workflows: { totalCount: number; nodes: { name: string }[] } } | null;
}
const READ = `query ($id: ID!, $search: String, $first: Int, $after: String) {
  organization(id: $id) { workflows(search: $search, first: $first, after: $after) {
    totalCount nodes { name project { name } } pageInfo { endCursor } } } }`;
const ask = (caller: Caller, variables: object = {}) =>
  graphql<Found>(server.url, caller, READ, { id: acme.organization.id, ...variables });
async function names(caller: Caller, variables: object = {}): Promise<string[] | undefined> {
  const { data, errors } = await ask(caller, variables);
  expect(errors).toEqual([]);
  return data.organization?.workflows.nodes.map(({ name }) => name);
}

test("an organization's workflows are found by a part of the name, in any project, by name, and paged", async () => {
  const all = ["Send invoice", "Send reminder", "Ärger melden, 100%"];
  expect(await names(acme.admin)).toEqual(all);
  expect(await names(acme.owner, { search: " sEND " })).toEqual(all.slice(0, 2));
  expect(await names(acme.owner, { search: "äRGER" })).toEqual(all.slice(2));
  expect(await names(acme.owner, { search: "%" })).toEqual(all.slice(2));
  expect(await names(acme.owner, { search: "s_nd" })).toEqual([]);
  expect(await names(acme.owner, { search: "' OR 1=1 --" })).toEqual([]);
  const { data } = await ask(acme.owner, { search: "send", first: 1 });
  expect(data.organization?.workflows.totalCount).toBe(2);
  expect((await ask(acme.owner, { first: 101 })).code).toBe("BAD_USER_INPUT");
});

test("everyone finds those of the projects that they may read, and strangers none", async () => {
  for (const caller of [acme.projectAdmin, acme.editor, acme.viewer]) {
    expect(await names(caller)).toEqual(["Send invoice"]);
    expect(await names(caller, { search: "remind" })).toEqual([]);
  }
  expect(await names(acme.member)).toEqual([]);
  expect((await ask(acme.stranger)).data).toEqual({ organization: null });
});

test("a key finds those of its projects, and one that only triggers none", async () => {
  expect(await names(await acme.projectKey("VIEWER"))).toEqual(["Send invoice"]);
  const selected = await acme.organizationKey("PRIVILEGED", [acme.otherProject]);
  expect(await names(selected, { search: "send" })).toEqual(["Send reminder"]);
  expect(await names(await acme.organizationKey("VIEWER"))).toHaveLength(3);
  expect(await names(await acme.organizationKey("TRIGGER"))).toEqual([]);
  expect(await names(await acme.projectKey("TRIGGER"))).toEqual([]);
});

test("organizations are found by a part of the name, among one's own", async () => {
  const find = async (caller: Caller, search: string) => {
    const query = "query ($search: String) { organizations(search: $search) { nodes { id } } }";
    const { data } = await graphql<{ organizations: { nodes: { id: string }[] } }>(
      server.url,
      caller,
      query,
      { search },
    );
    return data.organizations.nodes.map(({ id }) => id);
  };
  expect(await find(acme.viewer, "ACME")).toEqual([acme.organization.id]);
  expect(await find(acme.viewer, "globex")).toEqual([]);
  expect(await find(acme.stranger, "globex")).toEqual([acme.foreignOrganization.id]);
  expect(await find(acme.viewer, "%")).toEqual([]);
});
