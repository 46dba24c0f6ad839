import { Field, Int, ObjectType } from "type-graphql";
import { In, MoreThanOrEqual } from "typeorm";
import { findApiKey } from "../api-key/api-key.access.js";
import type { Context } from "../context.js";
import { instantFromRaw } from "../database/raw.js";
import { Project } from "../project/project.entity.js";
import { workflowById } from "../workflow/workflow.access.js";
import { Workflow } from "../workflow/workflow.entity.js";
import { projectOf } from "../workflow/workflow.service.js";
import { byApiKey } from "./execution.service.js";

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

@ObjectType({ description: "What a key did with one workflow in the last 30 days." })
export class ApiKeyImpactWorkflow {
  @Field(() => Workflow)
  workflow!: Workflow;

  @Field(() => Project)
  project!: Project;

  @Field(() => Int)
  calls!: number;

  @Field(() => Date)
  lastCallAt!: Date;
}

@ObjectType({ description: "What would break if the key stopped: in projects that the viewer may read." })
export class ApiKeyImpact {
  @Field(() => [ApiKeyImpactWorkflow], {
    description: "Workflows it triggered in the last 30 days, the busiest first.",
  })
  workflows!: ApiKeyImpactWorkflow[];

  @Field(() => Int, { description: "Executions it started that have not ended; they go on without it." })
  unfinishedExecutions!: number;

  @Field(() => Date, { nullable: true, description: "Its last call of any sort." })
  lastCallAt!: Date | null;
}

/** What would break if the key stopped; null when the caller may not know of it. */
export async function impactOf(ctx: Context, id: string): Promise<ApiKeyImpact | null> {
  const key = await findApiKey(ctx, id);
  if (key === null) return null;
  const rows = await (await byApiKey(ctx, key))
    .select("execution.workflowId", "workflowId")
    .addSelect("COUNT(*)", "calls")
    .addSelect("MAX(execution.createdAt)", "lastCallAt")
    .andWhere({ createdAt: MoreThanOrEqual(new Date(ctx.clock().getTime() - MONTH_MS)) })
    .groupBy("execution.workflowId")
    .getRawMany<{ workflowId: string; calls: string | number; lastCallAt: string | Date }>();
  const workflows = await Promise.all(rows.map((row) => called(ctx, row)));
  const unfinished = (await byApiKey(ctx, key)).andWhere({
    status: In(["QUEUED", "RUNNING"]),
  });
  return {
    workflows: workflows.filter((one) => one !== null).sort((a, b) => b.calls - a.calls),
    unfinishedExecutions: await unfinished.getCount(),
    lastCallAt: key.lastUsedAt,
  };
}

async function called(
  ctx: Context,
  row: { workflowId: string; calls: string | number; lastCallAt: string | Date },
): Promise<ApiKeyImpactWorkflow | null> {
  const workflow = await workflowById(ctx, row.workflowId);
  if (workflow === null) return null;
  const lastCallAt = instantFromRaw(row.lastCallAt) ?? new Date(0);
  return { workflow, project: await projectOf(ctx, workflow), calls: Number(row.calls), lastCallAt };
}
