import { IsNull, LessThanOrEqual } from "typeorm";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { Execution, ExecutionAttempt } from "./execution.entity.js";
import { retryDelayMs } from "./retry-schedule.js";

/** An execution that this worker holds, until the lease ends. */
export interface Claim {
  execution: Execution;
  /** Proves, when the outcome is recorded, that nobody else has taken the execution since. */
  fence: number;
}

/** How one attempt ended. INTERRUPTED is Postern's own doing and costs the execution nothing. */
export type Outcome =
  | { kind: "SUCCEEDED"; responseStatus: number; output: string | null }
  | {
      kind: "FAILED";
      responseStatus: number | null;
      code: string;
      message: string;
      final: boolean;
      output: string | null;
    }
  | { kind: "INTERRUPTED" };

const INTERRUPTED = {
  errorCode: "INTERRUPTED",
  errorMessage: "Postern stopped before the target answered; the attempt is made again.",
};

/** Executions that want a worker now, the longest waiting first. Others may be after them too. */
export async function dueExecutions(ctx: Context, limit: number): Promise<Pick<Execution, "id" | "fence">[]> {
  return ctx.db.find(Execution, {
    select: { id: true, fence: true },
    where: { dueAt: LessThanOrEqual(ctx.clock()) },
    order: { dueAt: "ASC" },
    take: limit,
  });
}

/**
 * Takes a due execution for `leaseMs` and notes that an attempt begins; null when another worker was faster.
 * One conditional update decides, on every database alike.
 */
export async function claim(
  ctx: Context,
  due: Pick<Execution, "id" | "fence">,
  leaseMs: number,
): Promise<Claim | null> {
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock();
    const fence = due.fence + 1;
    const taken = await ctx.db.update(
      Execution,
      { id: due.id, fence: due.fence, dueAt: LessThanOrEqual(now) },
      { fence, claimed: true, dueAt: new Date(now.getTime() + leaseMs), status: "RUNNING" },
    );
    if (taken.affected !== 1) return null;
    const execution = await ctx.db.findOneByOrFail(Execution, { id: due.id });
    if (execution.startedAt === null) {
      execution.startedAt = now;
      await ctx.db.update(Execution, { id: due.id }, { startedAt: now });
    }
    // An attempt before this one that has no end was cut short together with its worker.
    await endAttempt(ctx, execution.id, due.fence, { finishedAt: now, ...INTERRUPTED });
    await ctx.db.insert(ExecutionAttempt, { executionId: execution.id, number: fence, startedAt: now });
    return { execution, fence };
  });
}

/**
 * Records how a claimed attempt ended, and when the next one is due. False, and nothing recorded, when the
 * lease had ended and somebody else holds the execution.
 */
export async function finish(ctx: Context, { execution, fence }: Claim, outcome: Outcome): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock();
    const held = await ctx.db.update(
      Execution,
      { id: execution.id, fence, claimed: true },
      after(execution, outcome, now),
    );
    if (held.affected !== 1) return false;
    await endAttempt(ctx, execution.id, fence, { finishedAt: now, ...attemptEnd(outcome) });
    return true;
  });
}

function after(execution: Execution, outcome: Outcome, now: Date): Partial<Execution> {
  if (outcome.kind === "INTERRUPTED") return { claimed: false, dueAt: now };
  const { output } = outcome;
  if (outcome.kind === "SUCCEEDED") {
    return { claimed: false, dueAt: null, status: "SUCCEEDED", finishedAt: now, output };
  }
  const failedAttempts = execution.failedAttempts + 1;
  const delay = outcome.final ? null : retryDelayMs(failedAttempts);
  if (delay !== null) return { claimed: false, failedAttempts, dueAt: new Date(now.getTime() + delay) };
  const error = { errorCode: outcome.code, errorMessage: outcome.message };
  return { claimed: false, failedAttempts, dueAt: null, status: "FAILED", finishedAt: now, output, ...error };
}

type AttemptEnd = Partial<
  Pick<ExecutionAttempt, "finishedAt" | "responseStatus" | "errorCode" | "errorMessage">
>;

function attemptEnd(outcome: Outcome): AttemptEnd {
  switch (outcome.kind) {
    case "SUCCEEDED":
      return { responseStatus: outcome.responseStatus };
    case "FAILED":
      return {
        responseStatus: outcome.responseStatus,
        errorCode: outcome.code,
        errorMessage: outcome.message,
      };
    case "INTERRUPTED":
      return INTERRUPTED;
  }
}

async function endAttempt(ctx: Context, executionId: string, number: number, end: AttemptEnd): Promise<void> {
  await ctx.db.update(ExecutionAttempt, { executionId, number, finishedAt: IsNull() }, end);
}
