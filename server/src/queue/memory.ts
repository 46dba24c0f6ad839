import type { Due, WorkQueue } from "../context.js";

/** How a worker is told of what is due. */
export interface Queue extends WorkQueue {
  /** From now on hands what is due to this process's worker, as well as to others that share the queue. */
  start(take: (due: Due) => Promise<void>): void;
  /** How often, and since how long overdue, a worker looks for what the queue did not bring. */
  readonly look: { everyMs: number; overdueMs: number };
  /** Hands out nothing more. */
  stop(): Promise<void>;
}

/**
 * The queue of a process that works for itself: what is due at once goes straight to its own worker, and what
 * is due later is found in the rows, as is everything after a restart.
 */
export function memoryQueue(clock: () => Date): Queue {
  let take: ((due: Due) => Promise<void>) | null = null;
  return {
    announce(due, dueAt) {
      if (dueAt <= clock()) void take?.(due);
    },
    start(taker) {
      take = taker;
    },
    look: { everyMs: 1000, overdueMs: 0 },
    async stop() {
      take = null;
    },
  };
}
