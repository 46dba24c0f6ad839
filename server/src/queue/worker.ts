import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { POSTERN } from "../auth/principal.js";
import { createContext, type Due, type Runtime } from "../context.js";
import { type Claim, claim, dueExecutions, dueOfWorkflow, finish } from "../execution/claim.js";
import { openDelivery } from "../execution/deliver.js";
import type { Look, Take } from "./queue.js";
import { AT_ONCE, Slots } from "./slots.js";

/** The most rows that one look reads at a time. */
const LOOK_AT = 4 * AT_ONCE;
/** After a look that had to leave something, for want of room here, the next one. */
const LOOK_AGAIN_MS = 1000;
/** How often to ask whether it is time to look, as how often changes when Redis goes or comes. */
const ASK_EVERY_MS = 250;
/** How long deliveries may go on once the server stops; what is left then is handed back. */
const STOP_WITHIN_MS = 10_000;

export interface WorkerOptions {
  /** How to look, at this moment, for what became due by time, was left behind by a worker that died, or got lost. */
  look(): Look;
  stopWithinMs?: number;
}

export interface Worker {
  /** Makes the attempt that is due, unless there is no room for it now: then a look finds it later. */
  take: Take;
  /** How many deliveries are under way. */
  underWay(): number;
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
  /** Until when nothing is begun that nobody announced: work failed before an attempt was made or recorded. */
  let pausedUntil = 0;
  const stopClaiming = new AbortController();
  const stopDelivering = new AbortController();
  // Each delivery listens for it.
  setMaxListeners(AT_ONCE, stopDelivering.signal);
  let woken = resolvable();

  const context = (requestId: string) => createContext(runtime, { principal: POSTERN, requestId });

  async function deliver(held: Claim): Promise<void> {
    const { id } = held.execution;
    const begun = performance.now();
    const outcome = await delivery.attempt(context(id), held, stopDelivering.signal);
    runtime.metrics.attempted(outcome.kind, (performance.now() - begun) / 1000);
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
      pausedUntil = Date.now() + LOOK_AGAIN_MS;
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
    if (backlog.size > 0 && !isPaused()) wake();
  }

  /** While the database refuses: what fails at once would be tried again at once, without an end. */
  const isPaused = (): boolean => Date.now() < pausedUntil;

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

  /**
   * What nobody told of: begins as much as there is room for, and puts the rest into the queue again, for
   * whoever has room. Leaves out workflows that have no room here. True when there may be more.
   */
  async function look(): Promise<boolean> {
    while (!stopClaiming.signal.aborted) {
      if (slots.isFull()) return true;
      const now = runtime.clock();
      const before = new Date(now.getTime() - options.look().overdueMs);
      const except = slots.full();
      const due = await dueExecutions(context("worker"), { before, limit: LOOK_AT, except });
      const fresh = due.filter(({ id }) => !slots.has(id));
      for (const execution of fresh) {
        void begin(execution);
        if (!slots.has(execution.id)) runtime.queue.announce(execution, now);
      }
      if (due.length < LOOK_AT || fresh.length === 0 || isPaused()) return false;
      await sleep(0);
    }
    return false;
  }

  async function run(): Promise<void> {
    let lookedAt = 0;
    let isMore = false;
    while (!stopClaiming.signal.aborted) {
      const call = woken.promise;
      try {
        if (!isPaused()) await workOffBacklog();
        const isTime = Date.now() >= lookedAt + (isMore ? LOOK_AGAIN_MS : options.look().everyMs);
        if (isTime && !isPaused()) {
          lookedAt = Date.now();
          isMore = await look();
        }
      } catch (err) {
        runtime.log.error({ err }, "the worker could not look for due executions");
      }
      const pause = new AbortController();
      const wait = Math.min(ASK_EVERY_MS, options.look().everyMs);
      await Promise.race([call, sleep(wait, undefined, { signal: pause.signal }).catch(() => {})]);
      pause.abort();
    }
  }

  const running = run();

  return {
    take: begin,
    underWay: () => slots.size,
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
