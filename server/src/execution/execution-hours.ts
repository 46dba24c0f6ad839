import { Field, Int, ObjectType } from "type-graphql";
import type { Context } from "../context.js";
import { defineLoader } from "../database/loader.js";
import { instantFromRaw } from "../database/raw.js";
import { badUserInput } from "../errors.js";
import type { Workflow } from "../workflow/workflow.entity.js";
import { projectOf } from "../workflow/workflow.service.js";
import { requireReadableExecutions } from "./execution.access.js";
import { Execution } from "./execution.entity.js";

const HOUR_MS = 60 * 60 * 1000;
const DAY_HOURS = 24;
const HOURS_MAX = 7 * DAY_HOURS;

@ObjectType({
  description: "The executions of a workflow that were accepted in one hour, by what became of them.",
})
export class ExecutionHour {
  @Field(() => Date, { description: "The hour's first instant, in UTC." })
  hour!: Date;

  @Field(() => Int)
  succeeded!: number;

  @Field(() => Int)
  failed!: number;

  @Field(() => Int)
  canceled!: number;

  @Field(() => Int, { description: "QUEUED or RUNNING." })
  open!: number;
}

type Outcome = Exclude<keyof ExecutionHour, "hour">;
const OUTCOMES: Record<Execution["status"], Outcome> = {
  QUEUED: "open",
  RUNNING: "open",
  SUCCEEDED: "succeeded",
  FAILED: "failed",
  CANCELED: "canceled",
};

interface Counted {
  workflowId: string;
  /** "2026-11-21 09", in UTC. */
  inHour: string;
  status: Execution["status"];
  amount: string | number;
}

/**
 * The workflow's executions by the hour in which they were accepted, oldest first, the present hour included
 * and hours without any with zeros: all that the caller may read, a TRIGGER key its own. BAD_USER_INPUT for
 * less than one hour or more than 168.
 */
export async function hoursOf(ctx: Context, workflow: Workflow, hours: number): Promise<ExecutionHour[]> {
  if (hours < 1 || hours > HOURS_MAX) {
    throw badUserInput([{ path: "hours", message: `Give 1 to ${HOURS_MAX} hours.` }]);
  }
  const { kind } = await requireReadableExecutions(ctx, await projectOf(ctx, workflow));
  const counted = await COUNTS[kind][hours <= DAY_HOURS ? "day" : "week"](ctx, workflow.id);
  const first = firstHour(ctx, hours);
  const rows = Array.from({ length: hours }, (_, i): ExecutionHour => {
    const hour = new Date(first.getTime() + i * HOUR_MS);
    return { hour, succeeded: 0, failed: 0, canceled: 0, open: 0 };
  });
  for (const { inHour, status, amount } of counted) {
    const at = instantFromRaw(`${inHour}:00:00`)?.getTime() ?? 0;
    const row = rows[(at - first.getTime()) / HOUR_MS];
    if (row) row[OUTCOMES[status]] += Number(amount);
  }
  return rows;
}

function firstHour(ctx: Context, hours: number): Date {
  const now = ctx.clock().getTime();
  return new Date(now - (now % HOUR_MS) - (hours - 1) * HOUR_MS);
}

/** Many workflows in one query. A list shows a day of each, so it does not read a week of them. */
const countsOf = (kind: "ALL" | "OF_API_KEY", hours: number) =>
  defineLoader<string, Counted[]>(async (ctx, ids) => {
    const query = ctx.db
      .createQueryBuilder(Execution, "execution")
      .select("execution.workflowId", "workflowId")
      // Both databases give an instant as text of the same shape: "2026-11-21 09:14:15.926".
      .addSelect("SUBSTR(execution.createdAt, 1, 13)", "inHour")
      .addSelect("execution.status", "status")
      .addSelect("COUNT(*)", "amount")
      .where("execution.workflowId IN (:...ids)", { ids })
      .andWhere("execution.createdAt >= :since", { since: firstHour(ctx, hours) })
      .groupBy("execution.workflowId")
      .addGroupBy("SUBSTR(execution.createdAt, 1, 13)")
      .addGroupBy("execution.status");
    if (kind === "OF_API_KEY") {
      const apiKeyId = ctx.principal.kind === "API_KEY" ? ctx.principal.apiKeyId : "";
      query.andWhere("execution.triggeredBy.apiKeyId = :apiKeyId", { apiKeyId });
    }
    const rows = await query.getRawMany<Counted>();
    const byWorkflow = new Map<string, Counted[]>(ids.map((id) => [id, []]));
    for (const row of rows) byWorkflow.get(row.workflowId)?.push(row);
    return ids.map((id) => byWorkflow.get(id) ?? []);
  });
const COUNTS = {
  ALL: { day: countsOf("ALL", DAY_HOURS), week: countsOf("ALL", HOURS_MAX) },
  OF_API_KEY: { day: countsOf("OF_API_KEY", DAY_HOURS), week: countsOf("OF_API_KEY", HOURS_MAX) },
};
