import { OUTPUT_MAX_BYTES } from "@postern/shared";
import { IsNull } from "typeorm";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { badUserInput, notFound, PosternError } from "../errors.js";
import { isId } from "../ids.js";
import { changed, ended } from "./changed.js";
import { isCompletionToken } from "./completion-token.js";
import { Execution, ExecutionAttempt } from "./execution.entity.js";

/** What a target reports of work that took longer than its answer. */
export type Completion =
  | { status: "SUCCEEDED"; output?: unknown }
  | { status: "FAILED"; output?: unknown; error: { code: string; message: string } };

/**
 * Ends an execution as its target says, which the token of its delivery proves. The report may overtake the
 * answer 202, or follow an attempt whose answer was lost. NOT_FOUND for a token that is not this execution's,
 * CONFLICT when the execution has ended already: a token works once.
 */
export async function complete(
  ctx: Context,
  executionId: string,
  token: string,
  completion: Completion,
): Promise<Execution> {
  if (!isId("execution", executionId) || !isCompletionToken(ctx, executionId, token)) {
    throw notFound("execution");
  }
  const output = outputText(completion.output);
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock();
    const end: Partial<Execution> = {
      status: completion.status,
      output,
      ...(completion.status === "FAILED" && {
        errorCode: completion.error.code,
        errorMessage: completion.error.message,
      }),
      claimed: false,
      dueAt: null,
      completionDeadline: null,
      finishedAt: now,
    };
    const { affected } = await ctx.db.update(Execution, { id: executionId, status: "RUNNING" }, end);
    const execution = await ctx.db.findOneBy(Execution, { id: executionId });
    if (execution === null) throw notFound("execution");
    if (affected !== 1)
      throw new PosternError("CONFLICT", `The execution has ended already: ${execution.status}.`);
    await ctx.db.update(ExecutionAttempt, { executionId, finishedAt: IsNull() }, { finishedAt: now });
    changed(ctx, execution);
    ended(ctx, completion.status);
    return execution;
  });
}

function outputText(output: unknown): string | null {
  if (output === undefined) return null;
  const text = JSON.stringify(output);
  if (Buffer.byteLength(text) <= OUTPUT_MAX_BYTES) return text;
  throw badUserInput([{ path: "output", message: `Send at most ${OUTPUT_MAX_BYTES / 1024} KiB of JSON.` }]);
}
