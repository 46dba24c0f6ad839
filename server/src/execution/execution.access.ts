import type { ProjectPermission } from "@postern/shared";
import { In } from "typeorm";
import type { Context } from "../context.js";
import { defineLoader } from "../database/loader.js";
import { forbidden } from "../errors.js";
import { isId } from "../ids.js";
import { hidden } from "../organization/organization.access.js";
import { projectById, requireInProject, viewerProjectPermissions } from "../project/project.access.js";
import type { Project } from "../project/project.entity.js";
import { Execution } from "./execution.entity.js";

/** Which executions of a project the caller may read: all, those it triggered itself, or none. */
export type ReadableExecutions =
  | { kind: "ALL" }
  | { kind: "OF_API_KEY"; apiKeyId: string }
  | { kind: "NONE" };

async function readableExecutions(ctx: Context, project: Project): Promise<ReadableExecutions> {
  const permissions: readonly ProjectPermission[] = await viewerProjectPermissions(ctx, project);
  if (permissions.includes("execution:read")) return { kind: "ALL" };
  return permissions.includes("execution:readOwn") && ctx.principal.kind === "API_KEY"
    ? { kind: "OF_API_KEY", apiKeyId: ctx.principal.apiKeyId }
    : { kind: "NONE" };
}

/** The same for a list below a visible row: none at all is a refusal. */
export async function requireReadableExecutions(
  ctx: Context,
  project: Project,
): Promise<Exclude<ReadableExecutions, { kind: "NONE" }>> {
  const readable = await readableExecutions(ctx, project);
  if (readable.kind === "NONE") throw forbidden("You may not read the executions of this project.");
  return readable;
}

/** The same of a project by its id. NOT_FOUND when the caller may read none of it. */
export async function requireExecutionsOf(
  ctx: Context,
  projectId: string,
): Promise<Exclude<ReadableExecutions, { kind: "NONE" }>> {
  const project = await projectById(ctx, projectId);
  const readable = project && (await readableExecutions(ctx, project));
  if (readable === null || readable.kind === "NONE") throw hidden(ctx, "project");
  return readable;
}

/**
 * The execution, for a caller who holds the permission in its project. NOT_FOUND when they may not read it,
 * FORBIDDEN when they may, but not this.
 */
export async function requireExecution(
  ctx: Context,
  id: string,
  permission: ProjectPermission,
): Promise<Execution> {
  const execution = await findExecution(ctx, id);
  const project = execution && (await projectById(ctx, execution.projectId));
  if (!project) throw hidden(ctx, "execution");
  await requireInProject(ctx, project, permission, "execution");
  return execution;
}

/** The execution, for a caller who may read it; else NOT_FOUND. */
export async function requireReadableExecution(ctx: Context, id: string): Promise<Execution> {
  const execution = await findExecution(ctx, id);
  if (execution === null) throw hidden(ctx, "execution");
  return execution;
}

const executionById = defineLoader<string, Execution | null>(async (ctx, ids) => {
  const rows = await ctx.db.findBy(Execution, { id: In(ids.filter((id) => isId("execution", id))) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
});

/** The execution, if the caller may read it; else null. */
export async function findExecution(ctx: Context, id: string): Promise<Execution | null> {
  const execution = await executionById(ctx, id);
  const project = execution && (await projectById(ctx, execution.projectId));
  if (!project) return null;
  const readable = await readableExecutions(ctx, project);
  if (readable.kind === "ALL") return execution;
  return readable.kind === "OF_API_KEY" && execution.triggeredBy.apiKeyId === readable.apiKeyId
    ? execution
    : null;
}
