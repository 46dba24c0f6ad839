import { In, IsNull, LessThanOrEqual, Not } from "typeorm";
import { POSTERN } from "../auth/principal.js";
import type { Context, Due } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { projectById } from "../project/project.access.js";
import type { Project } from "../project/project.entity.js";
import { workflowById } from "../workflow/workflow.access.js";
import type { Workflow } from "../workflow/workflow.entity.js";
import { disableGone } from "../workflow/workflow.service.js";
import { cancelAll } from "./cancel.js";
import { changed, ended } from "./changed.js";
import { Execution, ExecutionAttempt } from "./execution.entity.js";
import { retryDelayMs } from "./retry-schedule.js";

/** How long a lease goes beyond the longest that its attempt may take, so that it ends only with its worker. */
const LEASE_MARGIN_MS = 15_000;

/** An execution that this worker holds, until the lease ends. */
export interface Claim {
  execution: Execution;
  workflow: Workflow;
  project: Project;
  /** Proves, when the outcome is recorded, that nobody else has taken the execution since. */
  fence: number;
}

interface Answered {
  responseStatus: number;
  /** JSON text of the answer. */
  output: string | null;
}

/**
 * How one attempt ended. ACCEPTED: the target works on and will report. INTERRUPTED is Postern's own doing and
 * costs the execution nothing.
 */
export type Outcome =
  | ({ kind: "SUCCEEDED" } & Answered)
  | ({ kind: "ACCEPTED" } & Answered)
  | {
      kind: "FAILED";
      responseStatus: number | null;
      output: string | null;
      code: string;
      message: string;
      /** Another attempt would not help. */
      final: boolean;
      /** How long the target asks to be left alone. */
      retryAfterMs: number | null;
    }
  | { kind: "INTERRUPTED" };

const INTERRUPTED = {
  errorCode: "INTERRUPTED",
  errorMessage: "Postern stopped before the target answered; the attempt is made again.",
};

const NOT_REPORTED = {
  errorCode: "COMPLETION_TIMEOUT",
  errorMessage: "The target accepted the work (HTTP 202) and did not report its outcome in time.",
};

/** The columns of a Due, and what tells waiting for a report from waiting for an attempt. */
const DUE = { id: true, workflowId: true, fence: true } as const;

/**
 * Executions that want a worker since `before`, the longest waiting first, of all workflows but some. Others
 * may be after them too.
 */
export async function dueExecutions(
  ctx: Context,
  { before, limit, except = [] }: { before: Date; limit: number; except?: string[] },
): Promise<Due[]> {
  return ctx.db.find(Execution, {
    select: DUE,
    where: {
      dueAt: LessThanOrEqual(before),
      ...(except.length > 0 && { workflowId: Not(In(except)) }),
    },
    order: { dueAt: "ASC" },
    take: limit,
  });
}

/** The same of one workflow. */
export async function dueOfWorkflow(ctx: Context, workflowId: string, limit: number): Promise<Due[]> {
  return ctx.db.find(Execution, {
    select: DUE,
    where: { workflowId, dueAt: LessThanOrEqual(ctx.clock()) },
    order: { dueAt: "ASC" },
    take: limit,
  });
}

/**
 * Takes a due execution until its attempt can no longer last, and notes that an attempt begins. Null when
 * there is none to make: another worker was faster, it was canceled, its workflow or project is gone, or its
 * target has let the time pass in which it was to report. One conditional update decides, on every database.
 */
export async function claim(ctx: Context, due: Due): Promise<Claim | null> {
  const workflow = await workflowById(ctx, due.workflowId);
  const project = workflow && (await projectById(ctx, workflow.projectId));
  if (!project || workflow.deletedAt !== null) {
    // Accepted in the moment in which the workflow was deleted.
    if (workflow) {
      const { projectId } = workflow;
      await inTransaction(ctx, (ctx) => cancelAll(ctx, projectId, { workflowId: due.workflowId }));
    }
    return null;
  }
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock();
    const fence = due.fence + 1;
    const leaseMs = workflow.timeoutSeconds * 1000 + LEASE_MARGIN_MS;
    const isDue = { id: due.id, fence: due.fence, dueAt: LessThanOrEqual(now) };
    const taken = await ctx.db.update(
      Execution,
      { ...isDue, completionDeadline: IsNull() },
      { fence, claimed: true, dueAt: new Date(now.getTime() + leaseMs), status: "RUNNING" },
    );
    if (taken.affected !== 1) {
      await failUnreported(ctx, isDue, workflow.projectId);
      return null;
    }
    const execution = await ctx.db.findOneByOrFail(Execution, { id: due.id });
    if (execution.startedAt === null) {
      execution.startedAt = now;
      await ctx.db.update(Execution, { id: due.id }, { startedAt: now });
    }
    // An attempt before this one that has no end was cut short together with its worker.
    if (due.fence > 0) await endAttempt(ctx, execution.id, due.fence, { finishedAt: now, ...INTERRUPTED });
    await ctx.db.insert(ExecutionAttempt, { executionId: execution.id, number: fence, startedAt: now });
    changed(ctx, execution);
    return { execution, workflow, project, fence };
  });
}

/** Ends an execution whose target accepted the work and let the deadline pass. */
async function failUnreported(ctx: Context, isDue: object, projectId: string): Promise<void> {
  const { id } = isDue as { id: string };
  const { affected } = await ctx.db.update(
    Execution,
    { ...isDue, completionDeadline: Not(IsNull()), status: "RUNNING" },
    { status: "FAILED", dueAt: null, completionDeadline: null, finishedAt: ctx.clock(), ...NOT_REPORTED },
  );
  if (affected !== 1) return;
  changed(ctx, { id, projectId });
  ended(ctx, "FAILED");
}

/**
 * Records how a claimed attempt ended, and announces when the next one is due. False when the execution is
 * somebody else's by now, or has ended: the attempt is recorded, but decides nothing.
 */
export async function finish(ctx: Context, held: Claim, outcome: Outcome): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const { execution, workflow, fence } = held;
    const now = ctx.clock();
    const next = after(held, outcome, now);
    const recorded = await ctx.db.update(Execution, { id: execution.id, fence, claimed: true }, next);
    const isHeld = recorded.affected === 1;
    // An execution that ended meanwhile is not attempted again, whatever an interrupted attempt would say.
    if (isHeld || outcome.kind !== "INTERRUPTED") {
      await endAttempt(ctx, execution.id, fence, { finishedAt: now, ...attemptEnd(outcome) });
    }
    changed(ctx, execution);
    if (!isHeld) return false;
    if (next.finishedAt != null && next.status !== undefined) ended(ctx, next.status);
    const { dueAt } = next;
    if (dueAt != null) {
      ctx.afterCommit?.push(() =>
        ctx.queue.announce({ id: execution.id, workflowId: workflow.id, fence }, dueAt),
      );
    }
    if (outcome.kind === "FAILED" && outcome.responseStatus === 410) {
      await disableGone({ ...ctx, principal: POSTERN }, workflow);
    }
    return true;
  });
}

/** What the execution's row says once the attempt is over. */
function after({ execution, workflow }: Claim, outcome: Outcome, now: Date): Partial<Execution> {
  const later = (ms: number) => new Date(now.getTime() + ms);
  switch (outcome.kind) {
    case "INTERRUPTED":
      return { claimed: false, dueAt: now };
    case "SUCCEEDED":
      return { claimed: false, dueAt: null, status: "SUCCEEDED", finishedAt: now, output: outcome.output };
    case "ACCEPTED": {
      const deadline = later(workflow.completionTimeoutSeconds * 1000);
      return { claimed: false, dueAt: deadline, completionDeadline: deadline, output: outcome.output };
    }
    case "FAILED": {
      const failedAttempts = execution.failedAttempts + 1;
      const { final, retryAfterMs, output, code, message } = outcome;
      const delay = final
        ? null
        : retryDelayMs(failedAttempts, workflow.maxAttempts, Math.random(), retryAfterMs);
      if (delay !== null) return { claimed: false, failedAttempts, dueAt: later(delay) };
      const error = { errorCode: code, errorMessage: message };
      return {
        claimed: false,
        failedAttempts,
        dueAt: null,
        status: "FAILED",
        finishedAt: now,
        output,
        ...error,
      };
    }
  }
}

type AttemptEnd = Partial<
  Pick<ExecutionAttempt, "finishedAt" | "responseStatus" | "errorCode" | "errorMessage">
>;

function attemptEnd(outcome: Outcome): AttemptEnd {
  switch (outcome.kind) {
    case "SUCCEEDED":
    case "ACCEPTED":
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

/** Not where the next holder or a cancellation has said how it ended; a report that overtook the answer has not. */
async function endAttempt(ctx: Context, executionId: string, number: number, end: AttemptEnd): Promise<void> {
  const isUntold = { responseStatus: IsNull(), errorCode: IsNull() };
  await ctx.db.update(ExecutionAttempt, { executionId, number, ...isUntold }, end);
}
