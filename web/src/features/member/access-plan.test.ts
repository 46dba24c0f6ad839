import { accessPlan } from "./access-plan.js";

const project = (id: string) => ({ id, name: id, slug: id });
const editor = {
  role: "MEMBER" as const,
  projectRoles: [{ role: "EDITOR" as const, project: project("crm") }],
};

test("what is as it was is not asked for", () => {
  expect(accessPlan(editor, { role: "MEMBER", projects: { crm: "EDITOR", shop: null } })).toEqual({
    projects: [],
    role: null,
  });
});

test("a role in a project is given, changed and taken away", () => {
  expect(accessPlan(editor, { role: "MEMBER", projects: { crm: null, shop: "VIEWER" } }).projects).toEqual([
    { projectId: "crm", role: null },
    { projectId: "shop", role: "VIEWER" },
  ]);
  expect(accessPlan(editor, { role: "MEMBER", projects: { crm: "ADMIN" } }).projects).toEqual([
    { projectId: "crm", role: "ADMIN" },
  ]);
});

test("who becomes an admin keeps what was set for projects, for the day it counts again", () => {
  expect(accessPlan(editor, { role: "ADMIN", projects: { crm: null } })).toEqual({
    projects: [],
    role: "ADMIN",
  });
});

test("who becomes a member gets projects at once", () => {
  expect(
    accessPlan({ role: "OWNER", projectRoles: [] }, { role: "MEMBER", projects: { crm: "ADMIN" } }),
  ).toEqual({ projects: [{ projectId: "crm", role: "ADMIN" }], role: "MEMBER" });
});
