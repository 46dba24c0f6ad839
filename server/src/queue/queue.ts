import type { Due, WorkQueue } from "../context.js";

/** How a worker looks in the rows for what the queue did not bring. */
export interface Look {
  everyMs: number;
  /** How long something is due before a look finds it: time for the queue to bring it. */
  overdueMs: number;
}

/** The queue as the server sees it, which starts and stops it. */
export interface Queue extends WorkQueue {
  /** From now on hands what is due to this process's worker, as well as to others that share the queue. */
  start(take: Take): void;
  look(): Look;
  /** Hands out nothing more; what is announced from now on is for others. */
  stop(): Promise<void>;
  /** Ends it, once the worker has stopped. */
  close(): Promise<void>;
}

/** Makes the attempt that is due; resolves when it is over, or at once when there is no room for it. */
export type Take = (due: Due) => Promise<void>;
