import { readChanges } from "./changes.js";

const cases: [what: string, changes: unknown, read: object[]][] = [
  ["nothing", null, []],
  [
    "a role that changed",
    { role: { old: "VIEWER", new: "PRIVILEGED" } },
    [{ field: "Role", old: "Viewer", now: "Privileged" }],
  ],
  [
    "a limit that came",
    { maxLifetimeDays: { old: null, new: 90 } },
    [{ field: "Longest life in days", old: "none", now: "90" }],
  ],
  ["yes and no", { enabled: { old: true, new: false } }, [{ field: "Enabled", old: "yes", now: "no" }]],
  [
    "something new",
    { name: "CRM", access: "ALL_PROJECTS" },
    [
      { field: "Name", now: "CRM" },
      { field: "Access", now: "All projects" },
    ],
  ],
  [
    "a list of addresses",
    { allowedIps: { old: [], new: ["10.0.0.0/8", "::1/128"] } },
    [{ field: "Allowed addresses", old: "none", now: "10.0.0.0/8 and ::1/128" }],
  ],
  [
    "a project by its name",
    { projectIds: ["project_1", "project_2"] },
    [{ field: "Projects", now: "CRM and project_2" }],
  ],
];

test.each(cases)("%s is put into words", (_what, changes, read) => {
  expect(readChanges(changes, (id) => (id === "project_1" ? "CRM" : undefined))).toEqual(read);
});

test("an instant is read in the reader's time", () => {
  const [change] = readChanges({ expiresAt: { old: null, new: "2027-02-18T13:05:09.000Z" } });
  expect(change?.old).toBe("none");
  expect(change?.now).toMatch(/Feb 2027/);
});
