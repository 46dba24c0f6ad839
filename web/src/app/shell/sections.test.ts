import { sectionAt, sectionsOf } from "./sections.js";

const organization = (...viewerPermissions: string[]) => ({ name: "Acme", slug: "acme", viewerPermissions });
const project = (...viewerPermissions: string[]) => ({ name: "CRM", slug: "crm", viewerPermissions });
const hrefs = (sections: ReturnType<typeof sectionsOf>) => sections.map(({ href }) => href);

test("no section is offered that the reader may not read", () => {
  expect(hrefs(sectionsOf(organization(), null))).toEqual(["/o/acme", "/o/acme/members", "/o/acme/settings"]);
  expect(hrefs(sectionsOf(organization("auditLog:read"), null))).toContain("/o/acme/audit");
  expect(hrefs(sectionsOf(organization("organizationApiKey:read"), null))).toContain("/o/acme/api-keys");
  expect(hrefs(sectionsOf(organization(), project("execution:read")))).toEqual([
    "/o/acme/p/crm",
    "/o/acme/p/crm/executions",
    "/o/acme/p/crm/settings",
  ]);
  expect(hrefs(sectionsOf(organization(), project("apiKey:read")))).toContain("/o/acme/p/crm/api-keys");
});

test.each([
  ["/o/acme", undefined, "/o/$org"],
  ["/o/acme/audit", undefined, "/o/$org/audit"],
  ["/o/audit", undefined, "/o/$org"],
  ["/o/acme/p/audit/workflows/sync", "audit", "/o/$org/p/$project"],
  ["/o/acme/p/crm/api-keys/key_1", "crm", "/o/$org/p/$project/api-keys"],
])("%s belongs to %s %s", (path, slug, to) => {
  expect(sectionAt(path, { project: slug })).toBe(to);
});
