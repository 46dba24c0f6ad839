import { ApiKeyRole, OrganizationRole, ProjectRole } from "./enums.js";
import {
  API_KEY_ROLE_PERMISSIONS,
  API_KEY_ROLE_SCOPES,
  effectiveProjectRole,
  ORGANIZATION_PERMISSIONS,
  ORGANIZATION_ROLE_PERMISSIONS,
  PROJECT_PERMISSIONS,
  PROJECT_ROLE_PERMISSIONS,
} from "./permissions.js";

// Written out, not computed: whoever changes what a role may do has to change it here as well.
const IN_ORGANIZATION: Record<string, [OWNER: 0 | 1, ADMIN: 0 | 1, MEMBER: 0 | 1]> = {
  "organization:update": [1, 1, 0],
  "organization:delete": [1, 0, 0],
  "policy:manage": [1, 1, 0],
  "member:manage": [1, 1, 0],
  "auditLog:read": [1, 1, 0],
  "project:create": [1, 1, 0],
  "organizationApiKey:read": [1, 1, 0],
  "organizationApiKey:manage": [1, 1, 0],
};

type Row = [
  owner: 0 | 1,
  admin: 0 | 1,
  projectAdmin: 0 | 1,
  editor: 0 | 1,
  viewer: 0 | 1,
  privilegedKey: 0 | 1,
  viewerKey: 0 | 1,
  triggerKey: 0 | 1,
];
// biome-ignore format: a table is read by its columns
const IN_PROJECT: Record<string, Row> = {
  "project:read":          [1, 1, 1, 1, 1,  1, 1, 0],
  "project:update":        [1, 1, 1, 0, 0,  1, 0, 0],
  "project:delete":        [1, 1, 1, 0, 0,  0, 0, 0],
  "apiKey:read":           [1, 1, 1, 1, 1,  0, 0, 0],
  "apiKey:manage":         [1, 1, 1, 0, 0,  0, 0, 0],
  "personalApiKey:create": [1, 1, 1, 1, 0,  0, 0, 0],
  "workflow:read":         [1, 1, 1, 1, 1,  1, 1, 0],
  "workflow:write":        [1, 1, 1, 1, 0,  1, 0, 0],
  "workflow:trigger":      [1, 1, 1, 1, 0,  1, 1, 1],
  "execution:read":        [1, 1, 1, 1, 1,  1, 1, 0],
  "execution:readOwn":     [1, 1, 1, 1, 1,  1, 1, 1],
  "execution:cancel":      [1, 1, 1, 1, 0,  1, 0, 0],
  "execution:retry":       [1, 1, 1, 1, 0,  1, 0, 0],
};

const ORGANIZATION_CELLS = Object.entries(IN_ORGANIZATION).flatMap(([permission, [owner, admin, member]]) => [
  { role: OrganizationRole.OWNER, permission, granted: owner === 1 },
  { role: OrganizationRole.ADMIN, permission, granted: admin === 1 },
  { role: OrganizationRole.MEMBER, permission, granted: member === 1 },
]);

test.each(ORGANIZATION_CELLS)(
  "in an organization, $role is granted $permission: $granted",
  ({ role, permission, granted }) => {
    expect((ORGANIZATION_ROLE_PERMISSIONS[role] as readonly string[]).includes(permission)).toBe(granted);
  },
);

/** A person's permissions in a project, from the roles there and in the organization. */
const ofPerson = (organization: OrganizationRole, project: ProjectRole | null): readonly string[] => {
  const role = effectiveProjectRole(organization, project);
  return role === null ? [] : PROJECT_ROLE_PERMISSIONS[role];
};
const COLUMNS: [who: string, permissions: readonly string[]][] = [
  ["an organization's owner", ofPerson("OWNER", null)],
  ["an organization's admin", ofPerson("ADMIN", null)],
  ["a project's admin", ofPerson("MEMBER", "ADMIN")],
  ["a project's editor", ofPerson("MEMBER", "EDITOR")],
  ["a project's viewer", ofPerson("MEMBER", "VIEWER")],
  ["a PRIVILEGED key", API_KEY_ROLE_PERMISSIONS.PRIVILEGED],
  ["a VIEWER key", API_KEY_ROLE_PERMISSIONS.VIEWER],
  ["a TRIGGER key", API_KEY_ROLE_PERMISSIONS.TRIGGER],
];
const PROJECT_CELLS = Object.entries(IN_PROJECT).flatMap(([permission, row]) =>
  COLUMNS.map(([who, permissions], column) => ({ who, permissions, permission, granted: row[column] === 1 })),
);

test.each(PROJECT_CELLS)(
  "in a project, $who is granted $permission: $granted",
  ({ permissions, permission, granted }) => {
    expect(permissions.includes(permission)).toBe(granted);
  },
);

test("the tables name every permission there is, and every role", () => {
  expect(Object.keys(IN_ORGANIZATION).sort()).toEqual([...ORGANIZATION_PERMISSIONS].sort());
  expect(Object.keys(IN_PROJECT).sort()).toEqual([...PROJECT_PERMISSIONS].sort());
  expect(Object.keys(OrganizationRole).sort()).toEqual(["ADMIN", "MEMBER", "OWNER"]);
  expect(Object.keys(ProjectRole).sort()).toEqual(["ADMIN", "EDITOR", "VIEWER"]);
  expect(Object.keys(ApiKeyRole).sort()).toEqual(["PRIVILEGED", "TRIGGER", "VIEWER"]);
});

test("a key's scopes follow from its role", () => {
  expect(API_KEY_ROLE_SCOPES).toEqual({
    TRIGGER: ["WORKFLOWS_TRIGGER"],
    VIEWER: ["WORKFLOWS_TRIGGER", "PROJECT_READ"],
    PRIVILEGED: ["WORKFLOWS_TRIGGER", "PROJECT_READ", "PROJECT_WRITE"],
  });
});

const EFFECTIVE: [
  organization: OrganizationRole | null,
  project: ProjectRole | null,
  role: ProjectRole | null,
][] = [
  ["OWNER", null, "ADMIN"],
  ["OWNER", "VIEWER", "ADMIN"],
  ["ADMIN", null, "ADMIN"],
  ["ADMIN", "EDITOR", "ADMIN"],
  ["MEMBER", null, null],
  ["MEMBER", "ADMIN", "ADMIN"],
  ["MEMBER", "EDITOR", "EDITOR"],
  ["MEMBER", "VIEWER", "VIEWER"],
  [null, null, null],
];

test.each(EFFECTIVE)(
  "%s in the organization and %s in the project make %s",
  (organization, project, role) => {
    expect(effectiveProjectRole(organization, project)).toBe(role);
  },
);
