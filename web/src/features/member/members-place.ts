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

/** The roles that the viewer may give. */
export const givableRoles = ({ viewerRole }: MembersPlace): OrganizationRole[] =>
  viewerRole === "OWNER" ? ["MEMBER", "ADMIN", "OWNER"] : ["MEMBER", "ADMIN"];
