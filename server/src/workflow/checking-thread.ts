import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FieldFault } from "../errors.js";

// Always the compiled file, which lies at the same place seen from the sources, where tests run.
const FILE = fileURLToPath(new URL("../../dist/workflow/input-schema-thread.js", import.meta.url));

// Far more than an honest schema needs, and little enough for several threads.
const MEMORY = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };

/** What a thread is asked: whether a schema can be one, or, with an input, whether that holds it. */
export interface CheckingTask {
  schemaText: string;
  inputText?: string;
}

/** What came of it: the faults that were found, or the limit that ended the thread. */
export type CheckingResult = FieldFault[] | "TOO_LONG" | "TOO_LARGE";

/** One thread, which does one task at a time. */
export interface CheckingThread {
  /** And how long it took. Rejects only when the thread ends for a reason of its own, such as stop(). */
  check(task: CheckingTask): Promise<{ result: CheckingResult; milliseconds: number }>;
  /** False once it has ended. */
  isAlive(): boolean;
  stop(): Promise<void>;
}

/** Starts a thread. A task that takes it longer than the deadline, from when it began, ends the thread. */
export function startCheckingThread(deadlineMs: number): CheckingThread {
  // Neither the environment nor the server's own flags are its business.
  const worker = new Worker(FILE, { resourceLimits: MEMORY, env: {}, execArgv: [], name: "input-schema" });
  let alive = true;
  let settle: (answer: unknown) => void = () => {};
  let fail: (cause: unknown) => void = () => {};
  const answer = () =>
    new Promise<unknown>((resolve, reject) => {
      settle = resolve;
      fail = reject;
    });
  const end = (cause: unknown) => {
    alive = false;
    if ((cause as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY") settle("TOO_LARGE");
    else fail(cause);
  };
  worker.on("message", (message) => settle(message));
  worker.on("error", end);
  worker.on("exit", () => end(new Error("The thread that checks input schemas has ended.")));
  // Such a thread keeps no process alive; said after its listeners, each of which would do so again.
  worker.unref();
  const ready = answer();
  // Who waits for it hears of a failure; nobody may be waiting yet.
  ready.catch(() => {});

  const giveUp = () => {
    alive = false;
    settle("TOO_LONG");
    void worker.terminate();
  };
  return {
    async check(task) {
      await ready;
      const began = performance.now();
      const result = answer();
      worker.postMessage(task);
      let answered = false;
      // When this process was held up itself, the answer may lie here already, so it is let in first.
      const timer = setTimeout(() => setImmediate(() => answered || giveUp()), deadlineMs);
      try {
        return { result: (await result) as CheckingResult, milliseconds: performance.now() - began };
      } finally {
        answered = true;
        clearTimeout(timer);
      }
    },
    isAlive: () => alive,
    async stop() {
      alive = false;
      await worker.terminate();
    },
  };
}
