import { setTimeout as sleep } from "node:timers/promises";
import { POSTERN } from "../auth/principal.js";
import { createContext, type Due, type Runtime } from "../context.js";
import { type Claim, claim, dueExecutions, dueOfWorkflow, finish } from "../execution/claim.js";
import { openDelivery } from "../execution/deliver.js";
import { Slots } from "./slots.js";

/** Deliveries under way at once in this process. */
const AT_ONCE = 128;
/** How long deliveries may go on once the server stops; what is left then is handed back. */
const STOP_WITHIN_MS = 10_000;

export interface WorkerOptions {
  /** How often to look for what became due by time, or was left behind by a worker that died. */
  lookEveryMs: number;
  /** How long something is due before this look finds it: time for whoever was told of it by the queue. */
  overdueMs: number;
  stopWithinMs?: number;
}

export interface Worker {
  /** Makes the attempt that is due, unless there is no room for it now: then a look finds it later. */
  take(due: Due): Promise<void>;
  /** Claims nothing more, waits for what is under way, hands back the rest. */
  stop(): Promise<void>;
}

/**
 * Delivers what is due. The rows are the queue: what it is told of is only faster than what it finds, and a
 * worker that dies loses nothing, as its leases run out and the next one, here or elsewhere, takes over.
 */
export function startWorker(runtime: Runtime, options: WorkerOptions): Worker {
  const delivery = openDelivery(runtime, AT_ONCE);
  const slots = new Slots(AT_ONCE);
  /** Workflows that had more due than they had room for. */
  const backlog = new Set<string>();
  /** Since the last look, work failed before an attempt was made or could be recorded. */
  let failing = false;
  const stopClaiming = new AbortController();
  const stopDelivering = new AbortController();
  let woken = resolvable();

  const context = (requestId: string) => createContext(runtime, { principal: POSTERN, requestId });

  async function deliver(held: Claim): Promise<void> {
    const { id } = held.execution;
    const outcome = await delivery.attempt(context(id), held, stopDelivering.signal);
    const recorded = await finish(context(id), held, outcome);
    const facts = { executionId: id, attempt: held.fence, outcome: outcome.kind };
    if (recorded) runtime.log.debug(facts, "attempt ended");
    else runtime.log.info(facts, "the execution had ended, or had another holder, before the attempt did");
  }

  async function work(due: Due): Promise<void> {
    try {
      const held = await claim(context(due.id), due);
      if (held !== null) await deliver(held);
    } catch (err) {
      // The row is as it was, or leased: it is taken again at the next look, or when the lease ends.
      failing = true;
      runtime.log.error({ err, executionId: due.id }, "an execution could not be worked on");
    }
  }

  function begin(due: Due): Promise<void> {
    if (stopClaiming.signal.aborted || slots.has(due.id)) return Promise.resolve();
    if (slots.roomFor(due.workflowId) === 0) {
      backlog.add(due.workflowId);
      return Promise.resolve();
    }
    return slots.run(due, () => work(due)).finally(wakeForBacklog);
  }

  function wakeForBacklog(): void {
    // Not while the database refuses: what fails at once would be tried again at once, without an end.
    if (backlog.size > 0 && !failing) wake();
  }

  function wake(): void {
    woken.resolve();
    woken = resolvable();
  }

  /** What is known to wait, as far as there is room for it by now. */
  async function workOffBacklog(): Promise<void> {
    for (const workflowId of backlog) {
      const room = slots.roomFor(workflowId);
      if (room === 0) continue;
      // Those that are being claimed at this moment may still be listed as due.
      const limit = room + slots.countOf(workflowId);
      const due = await dueOfWorkflow(context("worker"), workflowId, limit);
      if (due.length < limit) backlog.delete(workflowId);
      for (const execution of due) void begin(execution);
    }
  }

  /** What nobody told of: begins as much as there is room for, leaving out workflows that have none. */
  async function look(): Promise<void> {
    for (;;) {
      const before = new Date(runtime.clock().getTime() - options.overdueMs);
      const except = slots.full();
      const due = await dueExecutions(context("worker"), { before, limit: AT_ONCE, except });
      const fresh = due.filter(({ id }) => !slots.has(id));
      for (const execution of fresh) void begin(execution);
      if (due.length < AT_ONCE || slots.isFull() || fresh.length === 0 || failing) return;
      await sleep(0);
    }
  }

  async function run(): Promise<void> {
    let lookAt = 0;
    while (!stopClaiming.signal.aborted) {
      const call = woken.promise;
      try {
        const isTime = Date.now() >= lookAt;
        if (isTime) failing = false;
        await workOffBacklog();
        if (isTime) {
          lookAt = Date.now() + options.lookEveryMs;
          await look();
        }
      } catch (err) {
        runtime.log.error({ err }, "the worker could not look for due executions");
      }
      const pause = new AbortController();
      const left = Math.max(lookAt - Date.now(), 0);
      await Promise.race([call, sleep(left, undefined, { signal: pause.signal }).catch(() => {})]);
      pause.abort();
    }
  }

  const running = run();

  return {
    take: begin,
    async stop() {
      stopClaiming.abort();
      wake();
      await running;
      const late = setTimeout(() => stopDelivering.abort(), options.stopWithinMs ?? STOP_WITHIN_MS);
      await slots.empty();
      clearTimeout(late);
      await delivery.close();
    },
  };
}

function resolvable(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
