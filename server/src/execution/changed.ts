import type { Context } from "../context.js";
import type { Execution } from "./execution.entity.js";

/** Tells, once the change is committed, everybody who follows the execution that it is another one now. */
export function changed(ctx: Context, { id, projectId }: Pick<Execution, "id" | "projectId">): void {
  ctx.afterCommit?.push(() => ctx.events.publish({ projectId, executionId: id }));
}

/** The same for an unknown number of a project's executions. */
export function manyChanged(ctx: Context, projectId: string): void {
  ctx.afterCommit?.push(() => ctx.events.publish({ projectId, executionId: null }));
}

/** Counts, once the change is committed, that executions have come to their end. */
export function ended(ctx: Context, status: Execution["status"], count = 1): void {
  ctx.afterCommit?.push(() => ctx.metrics.ended(status, count));
}
