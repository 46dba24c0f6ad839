import type { OrganizationRole } from "../../gql/graphql.js";

/** The organization whose members are looked at, and what the viewer is and may do in it. */
export interface MembersPlace {
  organization: { id: string; name: string; slug: string };
  viewerRole: OrganizationRole | null;
  viewerPermissions: readonly string[];
}

export const mayManage = ({ viewerPermissions }: MembersPlace): boolean =>
  viewerPermissions.includes("member:manage");

/** Whether the viewer may change somebody of this role: only owners touch owners. */
export const mayTouch = (place: MembersPlace, role: OrganizationRole): boolean =>
  mayManage(place) && (role !== "OWNER" || place.viewerRole === "OWNER");

/** Whether these members are all of them, and only one of them is an owner, who then cannot leave. */
export const isOneOwner = (roles: readonly OrganizationRole[], totalCount: number): boolean =>
  roles.length >= totalCount && roles.filter((role) => role === "OWNER").length === 1;

/** The roles that the viewer may give. */
export const givableRoles = ({ viewerRole }: MembersPlace): OrganizationRole[] =>
  viewerRole === "OWNER" ? ["MEMBER", "ADMIN", "OWNER"] : ["MEMBER", "ADMIN"];
