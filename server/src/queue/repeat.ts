import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";

/** Work that goes on beside the calls, until it is stopped. */
export interface Background {
  /** Begins nothing more, and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** After a failure, which is mostly the database's, the next try comes so much later. */
const AFTER_FAILURE_MS = 1000;

/** Takes one step after the other; each says in how many milliseconds the next one is to be. */
export function repeat(
  log: Logger,
  step: (stopping: AbortSignal) => Promise<number>,
  firstAfterMs = 0,
): Background {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    let pause = firstAfterMs;
    for (;;) {
      await sleep(pause, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      pause = await step(signal).catch((err) => {
        log.error({ err }, "work in the background failed and is tried again");
        return AFTER_FAILURE_MS;
      });
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
