import { actorOf } from "../audit/actor.js";
import type { CheckedFor, Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { badUserInput, PosternError } from "../errors.js";
import { newId } from "../ids.js";
import type { Workflow } from "../workflow/workflow.entity.js";
import { changed } from "./changed.js";
import { Execution } from "./execution.entity.js";
import { firstExecution, isFirst, type Once, onceFor } from "./idempotency.js";

/** What somebody wants to be run. */
export interface Order {
  /** Finds the workflow and makes sure that the caller may trigger it; inside the transaction. */
  choose(ctx: Context): Promise<Workflow>;
  /** JSON text; null where there is none. */
  input: string | null;
  idempotencyKey: string | null;
  /** Check everything, start nothing. */
  validateOnly: boolean;
  /** The execution that this one repeats. */
  retryOfId: string | null;
  /** Inside the transaction, once the execution is in. */
  started?(ctx: Context, execution: Execution): Promise<void>;
}

/** What came of it: a new execution, the one that the same request started before, or none (validateOnly). */
export interface Started {
  execution: Execution | null;
  replayed: boolean;
}

type Accepted = Started | { unchecked: string; whose: CheckedFor };

/**
 * Accepts an order: once this resolves, the execution is committed and will be delivered, whatever happens to
 * the process. CONFLICT for a disabled workflow and for an idempotency key with another input; BAD_USER_INPUT
 * where the input breaks the workflow's schema.
 */
export async function start(ctx: Context, order: Order): Promise<Started> {
  let satisfied: string | null = null;
  for (;;) {
    const schema: string | null = satisfied;
    const accepted: Accepted = await inTransaction(ctx, (ctx) => accept(ctx, order, schema));
    if (!("unchecked" in accepted)) return accepted;
    // Outside of the transaction, since a schema may take its time; then all of it again, from the start.
    await requireSatisfied(ctx, accepted.unchecked, order.input, accepted.whose);
    satisfied = accepted.unchecked;
  }
}

async function accept(ctx: Context, order: Order, satisfied: string | null): Promise<Accepted> {
  const workflow = await order.choose(ctx);
  const once =
    order.idempotencyKey === null ? null : onceFor(ctx, workflow.id, order.idempotencyKey, order.input);
  // Before anything about the workflow that may have changed since: the first answer stands.
  const first = once && (await firstExecution(ctx, once));
  if (first !== null) return { execution: order.validateOnly ? null : first, replayed: true };
  if (!workflow.enabled) {
    throw new PosternError(
      "CONFLICT",
      "The workflow is disabled. Whoever may change it can enable it again.",
    );
  }
  if (workflow.inputSchema !== null && workflow.inputSchema !== satisfied) {
    return {
      unchecked: workflow.inputSchema,
      whose: { tenant: workflow.organizationId, workflowId: workflow.id },
    };
  }
  if (order.validateOnly) return { execution: null, replayed: false };
  return startOnce(ctx, workflow, order, once);
}

async function startOnce(
  ctx: Context,
  workflow: Workflow,
  order: Order,
  once: Once | null,
): Promise<Started> {
  const id = newId("execution");
  if (once !== null && !(await isFirst(ctx, once, id))) {
    return { execution: await firstExecution(ctx, once), replayed: true };
  }
  const execution = await enqueue(ctx, workflow, { ...order, id });
  await order.started?.(ctx, execution);
  return { execution, replayed: false };
}

/** Puts a new execution of the workflow into the queue, inside the transaction. The caller is its actor. */
export async function enqueue(
  ctx: Context,
  workflow: Workflow,
  {
    id,
    input,
    idempotencyKey,
    retryOfId,
  }: Pick<Order, "input" | "idempotencyKey" | "retryOfId"> & { id: string },
): Promise<Execution> {
  const now = ctx.clock();
  const execution = Object.assign(new Execution(), {
    id,
    organizationId: workflow.organizationId,
    projectId: workflow.projectId,
    workflowId: workflow.id,
    status: "QUEUED" as const,
    triggeredBy: actorOf(ctx),
    input,
    output: null,
    errorCode: null,
    errorMessage: null,
    idempotencyKey,
    retryOfId,
    createdAt: now,
    startedAt: null,
    finishedAt: null,
    dueAt: now,
    completionDeadline: null,
    claimed: false,
    fence: 0,
    failedAttempts: 0,
  });
  await ctx.db.insert(Execution, execution);
  ctx.afterCommit?.push(() => ctx.queue.announce(execution, now));
  changed(ctx, execution);
  return execution;
}

async function requireSatisfied(
  ctx: Context,
  schema: string,
  input: string | null,
  whose: CheckedFor,
): Promise<void> {
  const faults = await ctx.schemas.inputFaults(schema, input, whose);
  if (faults.length === 0) return;
  throw badUserInput(faults.map(({ path, message }) => ({ path: `input.input${path}`, message })));
}
