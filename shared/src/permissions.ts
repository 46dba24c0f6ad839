import type { ApiKeyRole, ApiKeyScope, OrganizationRole, ProjectRole } from "./enums.js";

/** Permissions that concern an organization as a whole. */
export const ORGANIZATION_PERMISSIONS = [
  "organization:update",
  "organization:delete",
  "policy:manage",
  "member:manage",
  "auditLog:read",
  "project:create",
  "organizationApiKey:read",
  "organizationApiKey:manage",
] as const;

/** Permissions that concern one project. `execution:readOwn` covers what the caller itself triggered. */
export const PROJECT_PERMISSIONS = [
  "project:read",
  "project:update",
  "project:delete",
  "apiKey:read",
  "apiKey:manage",
  "personalApiKey:create",
  "workflow:read",
  "workflow:write",
  "workflow:trigger",
  "execution:read",
  "execution:readOwn",
  "execution:cancel",
  "execution:retry",
] as const;

export type OrganizationPermission = (typeof ORGANIZATION_PERMISSIONS)[number];
export type ProjectPermission = (typeof PROJECT_PERMISSIONS)[number];

const READ_PROJECT = ["project:read", "workflow:read", "execution:read", "execution:readOwn"] as const;
const RUN_WORKFLOWS = ["workflow:trigger", "execution:cancel", "execution:retry"] as const;

/** What an organization role grants in the organization itself. */
export const ORGANIZATION_ROLE_PERMISSIONS: Record<OrganizationRole, readonly OrganizationPermission[]> = {
  OWNER: ORGANIZATION_PERMISSIONS,
  ADMIN: ORGANIZATION_PERMISSIONS.filter((permission) => permission !== "organization:delete"),
  MEMBER: [],
};

/** What a project role grants in its project. */
export const PROJECT_ROLE_PERMISSIONS: Record<ProjectRole, readonly ProjectPermission[]> = {
  ADMIN: PROJECT_PERMISSIONS,
  EDITOR: [...READ_PROJECT, "apiKey:read", "personalApiKey:create", "workflow:write", ...RUN_WORKFLOWS],
  VIEWER: [...READ_PROJECT, "apiKey:read"],
};

/** What an API key's role grants in the projects its access covers. No role reaches keys or members. */
export const API_KEY_ROLE_PERMISSIONS: Record<ApiKeyRole, readonly ProjectPermission[]> = {
  TRIGGER: ["workflow:trigger", "execution:readOwn"],
  VIEWER: [...READ_PROJECT, "workflow:trigger"],
  PRIVILEGED: [...READ_PROJECT, "project:update", "workflow:write", ...RUN_WORKFLOWS],
};

/** The scopes that follow from an API key's role; they are shown, never chosen. */
export const API_KEY_ROLE_SCOPES: Record<ApiKeyRole, readonly ApiKeyScope[]> = {
  TRIGGER: ["WORKFLOWS_TRIGGER"],
  VIEWER: ["WORKFLOWS_TRIGGER", "PROJECT_READ"],
  PRIVILEGED: ["WORKFLOWS_TRIGGER", "PROJECT_READ", "PROJECT_WRITE"],
};

/** Owners and admins are ADMIN in every project; a member has what the project's own entry says. */
export function effectiveProjectRole(
  organizationRole: OrganizationRole | null,
  projectRole: ProjectRole | null,
): ProjectRole | null {
  return organizationRole === "OWNER" || organizationRole === "ADMIN" ? "ADMIN" : projectRole;
}
