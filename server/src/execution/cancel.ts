import { type FindOptionsWhere, In, IsNull, Not } from "typeorm";
import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { PosternError } from "../errors.js";
import { changed, ended, manyChanged } from "./changed.js";
import { requireExecution } from "./execution.access.js";
import { Execution, ExecutionAttempt } from "./execution.entity.js";
import { targetOf } from "./execution.service.js";

/** The states that something may still come of. */
export const UNENDED = ["QUEUED", "RUNNING"] as const;

/**
 * Ends an execution, also while it waits for its next attempt or for its target to report. A delivery under
 * way may still reach the target, but its answer no longer counts. CONFLICT when it has ended already.
 */
export async function cancel(ctx: Context, id: string): Promise<Execution> {
  return inTransaction(ctx, async (ctx) => {
    const execution = await requireExecution(ctx, id, "execution:cancel");
    const end = canceled(ctx);
    const { affected } = await ctx.db.update(Execution, { id, status: In([...UNENDED]) }, end);
    if (affected !== 1) {
      const { status } = await ctx.db.findOneByOrFail(Execution, { id });
      throw new PosternError("CONFLICT", `The execution has ended already: ${status}.`);
    }
    await ctx.db.update(ExecutionAttempt, { executionId: id, finishedAt: IsNull() }, attemptCutOff(ctx));
    await audit.record(ctx, "execution.cancel", await targetOf(ctx, execution));
    changed(ctx, execution);
    ended(ctx, "CANCELED");
    return Object.assign(execution, end);
  });
}

/** Ends what a deleted project or workflow still has to run. */
export async function cancelAll(
  ctx: Context,
  projectId: string,
  where: FindOptionsWhere<Execution>,
): Promise<void> {
  // What has not ended has a due time: an index finds it among all that has.
  const open = { ...where, status: In([...UNENDED]), dueAt: Not(IsNull()) };
  // No more than all workers have places for.
  const underWay = await ctx.db.find(Execution, { select: { id: true }, where: { ...open, claimed: true } });
  const { affected } = await ctx.db.update(Execution, open, canceled(ctx));
  ended(ctx, "CANCELED", affected ?? 0);
  if (underWay.length > 0) {
    const executionId = In(underWay.map(({ id }) => id));
    await ctx.db.update(ExecutionAttempt, { executionId, finishedAt: IsNull() }, attemptCutOff(ctx));
  }
  manyChanged(ctx, projectId);
}

const canceled = (ctx: Context): Partial<Execution> => ({
  status: "CANCELED",
  dueAt: null,
  completionDeadline: null,
  claimed: false,
  finishedAt: ctx.clock(),
});

const attemptCutOff = (ctx: Context): Partial<ExecutionAttempt> => ({
  finishedAt: ctx.clock(),
  errorCode: "CANCELED",
  errorMessage: "The execution was canceled while this attempt was under way.",
});
