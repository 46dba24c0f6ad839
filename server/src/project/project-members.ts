import type { ProjectRole } from "@postern/shared";
import { In } from "typeorm";
import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { defineLoader } from "../database/loader.js";
import { inTransaction } from "../database/unit-of-work.js";
import { badUserInput, notFound } from "../errors.js";
import { targetOf } from "../organization/members.js";
import { requireMembership } from "../organization/membership.access.js";
import type { Membership } from "../organization/membership.entity.js";
import { requireOrganization } from "../organization/organization.access.js";
import { findProject } from "./project.access.js";
import type { Project } from "./project.entity.js";
import type { SetProjectRoleInput } from "./project.inputs.js";
import { ProjectMembership } from "./project-membership.entity.js";

const entriesOf = defineLoader<string, ProjectMembership[]>(async (ctx, membershipIds) => {
  const rows = await ctx.db.find(ProjectMembership, {
    where: { membershipId: In([...membershipIds]) },
    order: { projectId: "ASC" },
  });
  return membershipIds.map((id) => rows.filter((row) => row.membershipId === id));
});

/** The member's rights in single projects, as far as the caller may read those. */
export async function rolesOf(ctx: Context, membership: Membership): Promise<ProjectMembership[]> {
  const entries = await entriesOf(ctx, membership.id);
  const visible = await Promise.all(entries.map(({ projectId }) => findProject(ctx, projectId)));
  return entries.filter((_, index) => visible[index] !== null);
}

/** The project of an entry that rolesOf showed. */
export async function projectOf(ctx: Context, { projectId }: ProjectMembership): Promise<Project> {
  const project = await findProject(ctx, projectId);
  if (project === null) throw new Error("A visible entry belongs to a project that is not.");
  return project;
}

/**
 * Gives a member a right in one project, or takes it away. An OWNER's or ADMIN's counts once they are MEMBER.
 * Needs member:manage in the organization.
 */
export async function setRole(ctx: Context, input: SetProjectRoleInput): Promise<Membership> {
  const { membershipId, projectId, role } = input;
  if (role === undefined) {
    const message = "Give a role, or null to take the member's right in the project away.";
    throw badUserInput([{ path: "input.role", message }]);
  }
  return inTransaction(ctx, async (ctx) => {
    const membership = await requireMembership(ctx, membershipId);
    const { organizationId } = membership;
    await requireOrganization(ctx, organizationId, "member:manage");
    const project = await findProject(ctx, projectId);
    if (project?.organizationId !== organizationId) throw notFound("project");
    const entry = await ctx.db.findOneBy(ProjectMembership, { membershipId, projectId });
    const changes = audit.differences<{ role: ProjectRole | null }>({ role: entry?.role ?? null }, { role });
    if (changes === null) return membership;
    if (role === null) await ctx.db.delete(ProjectMembership, { membershipId, projectId });
    else if (entry === null) await ctx.db.insert(ProjectMembership, { membershipId, projectId, role });
    else await ctx.db.update(ProjectMembership, { membershipId, projectId }, { role });
    const target = { ...(await targetOf(ctx, membership)), projectId };
    await audit.record(ctx, "projectMember.update", target, changes);
    return membership;
  });
}
