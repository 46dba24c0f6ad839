import { setTimeout as sleep } from "node:timers/promises";
import { POSTERN } from "../auth/principal.js";
import { createContext, type Runtime } from "../context.js";
import { type Claim, claim, dueExecutions, finish } from "../execution/claim.js";
import { DELIVERY_TIMEOUT_MS, openDelivery } from "../execution/deliver.js";
import type { Execution } from "../execution/execution.entity.js";

/** Deliveries under way at once. */
const AT_ONCE = 32;
/** How often to look for what became due by time, or was left behind by a worker that died. */
const LOOK_EVERY_MS = 1_000;
/** Longer than an attempt can take, so that a lease ends only with its worker. */
const LEASE_MS = DELIVERY_TIMEOUT_MS + 15_000;
/** How long deliveries may go on once the server stops; what is left then is handed back. */
const STOP_WITHIN_MS = 10_000;

export interface Worker {
  /** Something became due: look at once. */
  wake(): void;
  /** Claims nothing more, waits for what is under way, hands back the rest. */
  stop(): Promise<void>;
}

/**
 * Delivers what is due. The rows are the queue: a worker that dies loses nothing, as its leases run out and
 * the next one, here or in another process, takes over.
 */
export function startWorker(runtime: Runtime, stopWithinMs = STOP_WITHIN_MS): Worker {
  const delivery = openDelivery(runtime);
  const underWay = new Map<string, Promise<void>>();
  const stopClaiming = new AbortController();
  const stopDelivering = new AbortController();
  let woken = resolvable();

  const context = (requestId: string) => createContext(runtime, { principal: POSTERN, requestId });

  async function deliver(held: Claim): Promise<void> {
    const outcome = await delivery.attempt(context(held.execution.id), held, stopDelivering.signal);
    const recorded = await finish(context(held.execution.id), held, outcome);
    const facts = { executionId: held.execution.id, attempt: held.fence, outcome: outcome.kind };
    if (recorded) runtime.log.debug(facts, "attempt ended");
    else runtime.log.warn(facts, "the lease had ended before the attempt did; its outcome is not recorded");
  }

  async function take(due: Pick<Execution, "id" | "fence">): Promise<void> {
    const held = await claim(context(due.id), due, LEASE_MS);
    if (held !== null) await deliver(held);
  }

  function begin(due: Pick<Execution, "id" | "fence">): void {
    const work = take(due)
      // The row is as it was, or leased: it is taken again when the lease ends.
      .catch((err) => runtime.log.error({ err, executionId: due.id }, "an execution could not be worked on"))
      .finally(() => {
        underWay.delete(due.id);
        wake();
      });
    underWay.set(due.id, work);
  }

  /** Begins as much as there is room for; true when there may be more waiting. */
  async function look(): Promise<boolean> {
    const room = AT_ONCE - underWay.size;
    if (room === 0) return false;
    // Those under way may still be listed as due, so ask for that many more.
    const due = await dueExecutions(context("worker"), AT_ONCE);
    const fresh = due.filter(({ id }) => !underWay.has(id)).slice(0, room);
    for (const execution of fresh) begin(execution);
    return fresh.length > 0;
  }

  async function run(): Promise<void> {
    while (!stopClaiming.signal.aborted) {
      const call = woken.promise;
      try {
        if (await look()) {
          await sleep(0);
          continue;
        }
      } catch (err) {
        runtime.log.error({ err }, "the worker could not look for due executions");
      }
      const pause = new AbortController();
      await Promise.race([call, sleep(LOOK_EVERY_MS, undefined, { signal: pause.signal }).catch(() => {})]);
      pause.abort();
    }
  }

  function wake(): void {
    woken.resolve();
    woken = resolvable();
  }

  const running = run();

  return {
    wake,
    async stop() {
      stopClaiming.abort();
      wake();
      await running;
      const late = setTimeout(() => stopDelivering.abort(), stopWithinMs);
      await Promise.all(underWay.values());
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
