import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { PosternError } from "../errors.js";
import { requireWorkflow } from "../workflow/workflow.access.js";
import { UNENDED } from "./cancel.js";
import { requireExecution } from "./execution.access.js";
import type { Execution } from "./execution.entity.js";
import { targetOf } from "./execution.service.js";
import { start } from "./start.js";

/**
 * A new execution with the workflow and the input of one that has ended; the caller is its actor. CONFLICT
 * while that one has not ended, or when the workflow is disabled.
 */
export async function retry(ctx: Context, id: string): Promise<Execution> {
  const first = await requireExecution(ctx, id, "execution:retry");
  const { execution } = await start(ctx, {
    async choose(ctx) {
      const { status, workflowId } = await requireExecution(ctx, id, "execution:retry");
      if (UNENDED.some((unended) => unended === status)) {
        throw new PosternError(
          "CONFLICT",
          "The execution has not ended yet. Wait for its end, or cancel it.",
        );
      }
      return requireWorkflow(ctx, workflowId, "workflow:trigger");
    },
    input: first.input,
    idempotencyKey: null,
    validateOnly: false,
    retryOfId: id,
    started: async (ctx, execution) =>
      audit.record(ctx, "execution.retry", await targetOf(ctx, execution), { retryOfId: id }),
  });
  if (execution === null) throw new Error("A retry starts an execution.");
  return execution;
}
