import {
  API_KEY_ROLE_PERMISSIONS,
  effectiveProjectRole,
  ORGANIZATION_ROLE_PERMISSIONS,
  type OrganizationPermission,
  type OrganizationRole,
  PROJECT_ROLE_PERMISSIONS,
  type ProjectPermission,
  type ProjectRole,
} from "@postern/shared";
import type { Principal } from "./principal.js";

/** What the database says about a principal in one organization. */
export interface OrganizationRights {
  /** The user's role; null for anyone who is not a member. */
  organizationRole: OrganizationRole | null;
  /** Whether the principal is an API key of this organization. */
  ownKey: boolean;
}

/** What the database says about a principal in one project. */
export interface ProjectRights extends OrganizationRights {
  /** The user's own entry in the project, if any. */
  projectRole: ProjectRole | null;
  projectId: string;
}

/** Members know their organization, and a key knows its own. */
export const canSeeOrganization = (rights: OrganizationRights): boolean =>
  rights.organizationRole !== null || rights.ownKey;

/** Everything the principal may do in the organization itself. Keys never manage anything there. */
export function organizationPermissions(
  principal: Principal,
  rights: OrganizationRights,
): readonly OrganizationPermission[] {
  switch (principal.kind) {
    case "USER":
      return rights.organizationRole === null ? [] : ORGANIZATION_ROLE_PERMISSIONS[rights.organizationRole];
    case "ANONYMOUS":
    case "API_KEY":
    case "SYSTEM":
      return [];
  }
}

/** Everything the principal may do in the project. */
export function projectPermissions(
  principal: Principal,
  rights: ProjectRights,
): readonly ProjectPermission[] {
  switch (principal.kind) {
    case "USER": {
      const role = effectiveProjectRole(rights.organizationRole, rights.projectRole);
      return role === null ? [] : PROJECT_ROLE_PERMISSIONS[role];
    }
    case "API_KEY":
      return rights.ownKey && (principal.projectIds === null || principal.projectIds.has(rights.projectId))
        ? API_KEY_ROLE_PERMISSIONS[principal.role]
        : [];
    case "ANONYMOUS":
    case "SYSTEM":
      return [];
  }
}
