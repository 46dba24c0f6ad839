import type { Queue, Take } from "./queue.js";

/**
 * The queue of a process that works for itself: what is due at once goes straight to its own worker, and what
 * is due later is found in the rows, as is everything after a restart.
 */
export function memoryQueue(clock: () => Date): Queue {
  let take: Take | null = null;
  return {
    isAway: () => false,
    announce(due, dueAt) {
      if (dueAt <= clock()) void take?.(due);
    },
    start(taker) {
      take = taker;
    },
    look: () => ({ everyMs: 1000, overdueMs: 0 }),
    async stop() {
      take = null;
    },
    async close() {},
  };
}
