import type { ApiKeyDetailsFragment } from "../../gql/graphql.js";
import { keyDetailText } from "../../messages/key-detail.js";
import type { NewKeyKind } from "./key-form.js";

export type KeyDetails = ApiKeyDetailsFragment;

/** Where the drawer stands: over the organization's lists, or over a project's. */
export interface DrawerPlace {
  organization: { id: string; slug: string };
  project?: { id: string; slug: string };
}

const { locks } = keyDetailText;

const permissionsAt = (key: KeyDetails): readonly string[] =>
  key.project?.viewerPermissions ?? key.organization.viewerPermissions;

const manages = (key: KeyDetails): boolean =>
  permissionsAt(key).includes(key.level === "PROJECT" ? "apiKey:manage" : "organizationApiKey:manage");

/** True where the list belongs to a project and the key to its organization: it is never changed from there. */
export const isInherited = (key: KeyDetails, place: DrawerPlace): boolean =>
  place.project !== undefined && key.level === "ORGANIZATION";

/** Whether the key is to be found in the list that the drawer lies over. */
export function belongsHere(key: KeyDetails, { organization, project }: DrawerPlace): boolean {
  if (key.organization.id !== organization.id) return false;
  if (project === undefined || key.project !== null)
    return project === undefined || key.project?.id === project.id;
  return key.access === "ALL_PROJECTS" || key.selectedProjects.some(({ id }) => id === project.id);
}

/** What the viewer may do with the key from here; what is not allowed is not offered. */
export function offersFor(key: KeyDetails, place: DrawerPlace) {
  const free = !isInherited(key, place);
  const alive = key.status !== "REVOKED";
  const rotates = key.kind === "SYSTEM" ? manages(key) : key.viewerCanUpdate;
  return {
    edit: free && alive && key.viewerCanUpdate,
    rotate: free && rotates && (key.status === "ACTIVE" || key.status === "OWNER_INACTIVE"),
    finish: free && rotates && key.rotation !== null,
    disable: free && key.viewerCanDelete && alive && key.status !== "DISABLED",
    enable: free && key.viewerCanDelete && key.status === "DISABLED",
    revoke: free && key.viewerCanDelete && alive,
    delete: free && key.viewerCanDelete,
    duplicate: free && key.kind !== "SYSTEM" && kindsFor(key).length > 0,
  };
}

/** The kinds that the viewer may create where the key lives. */
export function kindsFor(key: KeyDetails): NewKeyKind[] {
  if (manages(key)) return ["SERVICE", "PERSONAL"];
  return key.level === "PROJECT" && permissionsAt(key).includes("personalApiKey:create") ? ["PERSONAL"] : [];
}

/** Why the key cannot be changed from here; null when it can. */
export function lockReason(key: KeyDetails, place: DrawerPlace): string | null {
  if (isInherited(key, place)) return locks.inherited;
  if (key.kind === "SYSTEM") return locks.protected;
  if (key.status === "REVOKED") return locks.revoked;
  if (key.viewerCanUpdate) return null;
  if (key.kind === "PERSONAL" && key.viewerCanDelete)
    return locks.owner(key.owner?.name ?? key.createdBy.name);
  return key.level === "PROJECT" ? locks.role : locks.organizationRole;
}
