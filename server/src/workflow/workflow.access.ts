import type { ProjectPermission } from "@postern/shared";
import { In } from "typeorm";
import type { Context } from "../context.js";
import { defineLoader } from "../database/loader.js";
import { isId } from "../ids.js";
import { hidden } from "../organization/organization.access.js";
import { projectById, requireInProject, viewerProjectPermissions } from "../project/project.access.js";
import { Workflow } from "./workflow.entity.js";

/**
 * Workflows by id, deleted ones too, whoever asks: only for rows that were authorized already, such as their
 * past executions, and for the checks below.
 */
export const workflowById = defineLoader<string, Workflow | null>(async (ctx, ids) => {
  const rows = await ctx.db.findBy(Workflow, { id: In(ids.filter((id) => isId("workflow", id))) });
  // A deleted one gave its slug to whoever wants it; its past executions still tell by which they were started.
  const recalled = rows.map((row) => Object.assign(row, { slug: row.deletedSlug ?? row.slug }));
  const byId = new Map(recalled.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
});

/** The workflow, if the caller may read it; else null. */
export async function findWorkflow(ctx: Context, id: string): Promise<Workflow | null> {
  const workflow = await workflowById(ctx, id);
  if (workflow === null || workflow.deletedAt !== null) return null;
  const project = await projectById(ctx, workflow.projectId);
  if (project === null) return null;
  return (await viewerProjectPermissions(ctx, project)).includes("workflow:read") ? workflow : null;
}

/**
 * The workflow, for a caller who holds the permission in its project. NOT_FOUND when they may do nothing
 * there, FORBIDDEN when they may do something, but not this.
 */
export async function requireWorkflow(
  ctx: Context,
  id: string,
  permission: ProjectPermission,
): Promise<Workflow> {
  const workflow = await workflowById(ctx, id);
  if (workflow === null || workflow.deletedAt !== null) throw hidden(ctx, "workflow");
  await requireInWorkflow(ctx, workflow, permission);
  return workflow;
}

/** The check of requireWorkflow for a workflow that was loaded already. */
export async function requireInWorkflow(
  ctx: Context,
  workflow: Workflow,
  permission: ProjectPermission,
): Promise<void> {
  const project = await projectById(ctx, workflow.projectId);
  if (project === null) throw hidden(ctx, "workflow");
  await requireInProject(ctx, project, permission, "workflow");
}
