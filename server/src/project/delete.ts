import { IsNull } from "typeorm";
import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { hidden, lockOrganization, requireOrganization } from "../organization/organization.access.js";
import * as organizations from "../organization/organization.service.js";
import { requireProject } from "./project.access.js";
import { Project } from "./project.entity.js";
import { targetOf } from "./project.service.js";
import { ProjectMembership } from "./project-membership.entity.js";

/** Deletes a project with everything in it. Rows stay where the audit log and past executions name them. */
export async function deleteProject(ctx: Context, id: string): Promise<boolean> {
  await inTransaction(ctx, async (ctx) => close(ctx, await requireProject(ctx, id, "project:delete")));
  return true;
}

/** Deletes an organization with all of its projects. It stands here because no parent knows its children. */
export async function deleteOrganization(ctx: Context, id: string): Promise<boolean> {
  await inTransaction(ctx, async (ctx) => {
    await lockOrganization(ctx, id);
    const organization = await requireOrganization(ctx, id, "organization:delete");
    const projects = await ctx.db.findBy(Project, { organizationId: id, deletedAt: IsNull() });
    for (const project of projects) await close(ctx, project);
    await organizations.close(ctx, organization);
  });
  return true;
}

async function close(ctx: Context, project: Project): Promise<void> {
  const { id } = project;
  const { affected } = await ctx.db.update(
    Project,
    { id, deletedAt: IsNull() },
    // The id is no possible slug, and unique: whoever wants the slug may have it.
    { deletedAt: ctx.clock(), slug: id },
  );
  if (affected !== 1) throw hidden(ctx, "project");
  await ctx.db.delete(ProjectMembership, { projectId: id });
  await ctx.lifecycle.projectDeleted(ctx, project);
  await audit.record(ctx, "project.delete", targetOf(project));
}
