import type { MemberRowFragment, OrganizationRole, ProjectRole } from "../../gql/graphql.js";

/** What somebody is to be, as chosen in a form. */
export interface AccessDraft {
  role: OrganizationRole;
  /** By project id; null takes the right away. */
  projects: Record<string, ProjectRole | null>;
}

export interface AccessPlan {
  projects: { projectId: string; role: ProjectRole | null }[];
  role: OrganizationRole | null;
}

type Member = Pick<MemberRowFragment, "role" | "projectRoles">;

/**
 * The changes that make a member what the form says. Rights in projects come first, the role last: whoever
 * gives up the right to manage does so when all the rest is done. For owners and admins, who are admin in
 * every project, what is kept about projects stays as it is.
 */
export function accessPlan(member: Member, { role, projects }: AccessDraft): AccessPlan {
  const now = new Map(member.projectRoles.map(({ project, role }) => [project.id, role]));
  const changed = Object.entries(projects)
    .filter(([id, wanted]) => (now.get(id) ?? null) !== wanted)
    .map(([projectId, role]) => ({ projectId, role }));
  return { projects: role === "MEMBER" ? changed : [], role: role === member.role ? null : role };
}
