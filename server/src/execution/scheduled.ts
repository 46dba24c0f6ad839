import { In, LessThanOrEqual, Not } from "typeorm";
import { automatorOf } from "../api-key/automator.js";
import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { newId } from "../ids.js";
import { projectById } from "../project/project.access.js";
import { nextRun } from "../workflow/schedule.js";
import { Workflow } from "../workflow/workflow.entity.js";
import type { Execution } from "./execution.entity.js";
import { enqueue } from "./start.js";

/** A workflow whose schedule says that it runs at this time. */
export interface DueSchedule {
  id: string;
  nextRunAt: Date;
}

/** What schedules start until an instant, the earliest first, but some workflows. */
export async function dueSchedules(
  ctx: Context,
  { until, limit, except }: { until: Date; limit: number; except: string[] },
): Promise<DueSchedule[]> {
  const rows = await ctx.db.find(Workflow, {
    comment: "background",
    select: { id: true, nextRunAt: true },
    where: { nextRunAt: LessThanOrEqual(until), ...(except.length > 0 && { id: Not(In(except)) }) },
    order: { nextRunAt: "ASC" },
    take: limit,
  });
  return rows.flatMap(({ id, nextRunAt }) => (nextRunAt === null ? [] : [{ id, nextRunAt }]));
}

/**
 * Starts what a schedule has due, as the project's Automator and without an input, and sets the next time. Of
 * several servers one does: whoever takes the time out of the row. The next time is the first one from now,
 * so what was missed while no server ran is made up for once, and not once per time. An execution that still
 * runs from before does not hold the next one up. Null when there was nothing to start any more.
 */
export async function startScheduled(
  ctx: Context,
  { id, nextRunAt }: DueSchedule,
): Promise<Execution | null> {
  return inTransaction(ctx, async (ctx) => {
    const { affected } = await ctx.db.update(Workflow, { id, nextRunAt }, { nextRunAt: null });
    if (affected !== 1) return null;
    // The row is ours until the commit, so what it says now is what holds.
    const workflow = await ctx.db.findOneByOrFail(Workflow, { id });
    const project = await projectById(ctx, workflow.projectId);
    if (project === null || workflow.deletedAt !== null || !workflow.enabled) return null;
    await scheduleNext(ctx, workflow);
    return enqueue({ ...ctx, principal: await automatorOf(ctx, project) }, workflow, {
      id: newId("execution"),
      input: null,
      idempotencyKey: null,
      retryOfId: null,
    });
  });
}

async function scheduleNext(ctx: Context, workflow: Workflow): Promise<void> {
  const next = nextRun(workflow, ctx.clock());
  if (next !== null) {
    await ctx.db.update(Workflow, { id: workflow.id }, { nextRunAt: next });
    return;
  }
  const { scheduleTimeZone } = workflow;
  ctx.log.warn({ workflowId: workflow.id, scheduleTimeZone }, "a schedule has no next time and stops");
  await audit.record(ctx, "workflow.unschedule", workflow, {
    reason: "This server no longer knows the schedule's time zone.",
    scheduleTimeZone,
  });
}
