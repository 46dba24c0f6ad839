import { In, type SelectQueryBuilder } from "typeorm";
import type { ApiKey } from "../api-key/api-key.entity.js";
import type * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { defineLoader } from "../database/loader.js";
import { type Page, page } from "../paging/page.js";
import { readableProjectIds } from "../project/project.access.js";
import type { Project } from "../project/project.entity.js";
import { workflowById } from "../workflow/workflow.access.js";
import type { Workflow } from "../workflow/workflow.entity.js";
import { projectOf } from "../workflow/workflow.service.js";
import { requireReadableExecutions } from "./execution.access.js";
import { Execution, ExecutionAttempt } from "./execution.entity.js";
import type { ExecutionListArgs } from "./execution.inputs.js";

/** The project's executions, newest first: all, or a TRIGGER key's own. */
export function listOfProject(
  ctx: Context,
  project: Project,
  args: ExecutionListArgs,
): Promise<Page<Execution>> {
  const query = ctx.db
    .createQueryBuilder(Execution, "execution")
    .where("execution.projectId = :projectId", { projectId: project.id });
  return listed(ctx, project, query, args);
}

/** The workflow's executions, newest first: all, or a TRIGGER key's own. */
export async function listOfWorkflow(
  ctx: Context,
  workflow: Workflow,
  args: ExecutionListArgs,
): Promise<Page<Execution>> {
  const query = ctx.db
    .createQueryBuilder(Execution, "execution")
    .where("execution.workflowId = :workflowId", { workflowId: workflow.id });
  return listed(ctx, await projectOf(ctx, workflow), query, args);
}

/** The executions that the key started, newest first: those in projects that the viewer may read. */
export async function listOfApiKey(
  ctx: Context,
  key: ApiKey,
  args: ExecutionListArgs,
): Promise<Page<Execution>> {
  return filtered(await byApiKey(ctx, key), args);
}

/** What the key started, where the caller may read executions; a key reads all of its own. */
export async function byApiKey(ctx: Context, key: ApiKey): Promise<SelectQueryBuilder<Execution>> {
  const query = ctx.db
    .createQueryBuilder(Execution, "execution")
    .where(byKey("ofKey"), { ofKey: key.id })
    .andWhere("execution.organizationId = :organizationId", { organizationId: key.organizationId });
  if (ctx.principal.kind === "API_KEY" && ctx.principal.apiKeyId === key.id) return query;
  const projects = await readableProjectIds(ctx, key.organizationId);
  return projects === null ? query : query.andWhere({ projectId: In(projects) });
}

async function listed(
  ctx: Context,
  project: Project,
  query: SelectQueryBuilder<Execution>,
  args: ExecutionListArgs,
): Promise<Page<Execution>> {
  const readable = await requireReadableExecutions(ctx, project);
  if (readable.kind === "OF_API_KEY") query.andWhere(byKey("own"), { own: readable.apiKeyId });
  return filtered(query, args);
}

function filtered(query: SelectQueryBuilder<Execution>, args: ExecutionListArgs): Promise<Page<Execution>> {
  const { status, workflowId, apiKeyId, since, until } = args.filter ?? {};
  if (status != null) query.andWhere({ status: In(status) });
  if (workflowId != null)
    query.andWhere("execution.workflowId = :chosenWorkflow", { chosenWorkflow: workflowId });
  if (apiKeyId != null) query.andWhere(byKey("chosenKey"), { chosenKey: apiKeyId });
  if (since != null) query.andWhere("execution.createdAt >= :since", { since });
  if (until != null) query.andWhere("execution.createdAt < :until", { until });
  return page(query, { property: "createdAt", kind: "time", direction: "DESC" }, args);
}

const byKey = (parameter: string): string => `execution.triggeredBy.apiKeyId = :${parameter}`;

/** An execution as the audit log names it: by its workflow. */
export async function targetOf(ctx: Context, execution: Execution): Promise<audit.AuditTarget> {
  const { id, organizationId, projectId } = execution;
  const { name } = await workflowOf(ctx, execution);
  return { id, name, organizationId, projectId };
}

/** The attempts so far, first to last. */
export const attemptsOf = defineLoader<string, ExecutionAttempt[]>(async (ctx, ids) => {
  const rows = await ctx.db.find(ExecutionAttempt, {
    where: { executionId: In([...ids]) },
    order: { executionId: "ASC", number: "ASC" },
  });
  const byExecution = new Map<string, ExecutionAttempt[]>(ids.map((id) => [id, []]));
  for (const row of rows) byExecution.get(row.executionId)?.push(row);
  return ids.map((id) => byExecution.get(id) ?? []);
});

/** The workflow of an execution that the caller has read already. */
export async function workflowOf(ctx: Context, execution: Execution): Promise<Workflow> {
  const workflow = await workflowById(ctx, execution.workflowId);
  if (workflow === null) throw new Error("A visible execution belongs to a workflow that is not.");
  return workflow;
}
