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
  /** The role of the user, or of a PERSONAL key's owner; null for anyone who is not a member. */
  organizationRole: OrganizationRole | null;
  /** Whether the principal is an API key of this organization. */
  ownKey: boolean;
}

/** What the database says about a principal in one project. */
export interface ProjectRights extends OrganizationRights {
  /** The entry in the project of the user, or of a PERSONAL key's owner, if any. */
  projectRole: ProjectRole | null;
  projectId: string;
}

/** Members know their organization, and a key knows its own. */
export const canSeeOrganization = (principal: Principal, rights: OrganizationRights): boolean =>
  principal.kind === "API_KEY" ? rights.ownKey : rights.organizationRole !== null;

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
    case "USER":
      return ofPerson(rights);
    case "API_KEY": {
      const covered = principal.projectIds === null || principal.projectIds.has(rights.projectId);
      if (!rights.ownKey || !covered) return [];
      const ofRole = API_KEY_ROLE_PERMISSIONS[principal.role];
      if (principal.ownerId === null) return ofRole;
      const ofOwner = ofPerson(rights);
      return ofRole.filter((permission) => ofOwner.includes(permission));
    }
    case "ANONYMOUS":
    case "SYSTEM":
      return [];
  }
}

function ofPerson({ organizationRole, projectRole }: ProjectRights): readonly ProjectPermission[] {
  const role = effectiveProjectRole(organizationRole, projectRole);
  return role === null ? [] : PROJECT_ROLE_PERMISSIONS[role];
}
