import { createHash } from "node:crypto";
import type { CheckedFor, SchemaChecker } from "../context.js";
import { type FieldFault, rateLimited, serviceUnavailable } from "../errors.js";
import {
  type CheckingResult,
  type CheckingTask,
  type CheckingThread,
  startCheckingThread,
} from "./checking-thread.js";
import { type Place, Turns } from "./checking-turns.js";
import { sizeFault } from "./input-schema-size.js";

const THREADS = 2;
/** When to come back; by then what waits now has had its turn, or has given up. */
const RETRY_AFTER_SECONDS = 5;

/** Milliseconds that one check may take, from when a thread began with it, and that it may wait for one. */
export interface SchemaCheckerOptions {
  deadlineMs?: number;
  patienceMs?: number;
}

interface Job extends Place {
  task: CheckingTask;
  resolve(result: CheckingResult): void;
  reject(cause: unknown): void;
  /** Ends its waiting. */
  patience: NodeJS.Timeout;
}

const busy = () =>
  serviceUnavailable(
    "Too many inputs are being checked at this moment. Try again in a few seconds.",
    RETRY_AFTER_SECONDS,
  );
const laneFull = () =>
  rateLimited(
    "Too many inputs of this workflow are being checked at this moment. Try again in a few seconds, or make its schema simpler.",
    RETRY_AFTER_SECONDS,
  );
const stopping = () => serviceUnavailable("The server is stopping. Try again in a few seconds.");

/** Opens the pool. Its threads are made when the first schema comes: most installations have none. */
export function openSchemaChecker({
  deadlineMs = 500,
  patienceMs = 5_000,
}: SchemaCheckerOptions = {}): SchemaChecker {
  const pool = openPool(deadlineMs, patienceMs);
  const took =
    (what: string) =>
    (result: CheckingResult): FieldFault[] => {
      if (result === "TOO_LONG")
        return [{ path: "", message: `${what} takes longer than ${deadlineMs} ms. Make it simpler.` }];
      if (result === "TOO_LARGE")
        return [{ path: "", message: `${what} takes too much memory. Make it simpler.` }];
      return result;
    };
  return {
    async schemaFaults(schema, whose) {
      const fault = sizeFault(schema);
      if (fault !== null) return [fault];
      const schemaText = JSON.stringify(schema ?? null);
      return pool.run(placeOf(schemaText, whose), { schemaText }).then(took("Checking this schema"));
    },
    async inputFaults(schemaText, inputText, whose) {
      const task = { schemaText, inputText: inputText ?? "null" };
      const check = took("Checking this input against the workflow's schema");
      return pool.run(placeOf(schemaText, whose), task).then(check);
    },
    close: pool.close,
  };
}

/** Without anybody on whose account it is, the schema stands for them. */
function placeOf(schemaText: string, whose?: CheckedFor): Place {
  if (whose === undefined) {
    const digest = createHash("sha256").update(schemaText).digest("base64");
    return { tenant: digest, lane: digest };
  }
  return { tenant: whose.tenant, lane: whose.workflowId ?? `new in ${whose.tenant}` };
}

/** Two threads, for which checks take turns. */
function openPool(deadlineMs: number, patienceMs: number) {
  const turns = new Turns<Job>();
  const idle: CheckingThread[] = [];
  const threads = new Set<CheckingThread>();
  let closed = false;

  function run(place: Place, task: CheckingTask): Promise<CheckingResult> {
    if (closed) throw stopping();
    const refusal = turns.refusal(place);
    if (refusal !== null) throw refusal === "LANE_FULL" ? laneFull() : busy();
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => giveUp(job, busy()), patienceMs);
      const job: Job = { ...place, task, resolve, reject, patience };
      patience.unref();
      turns.add(job);
      startJobs();
    });
  }

  function giveUp(job: Job, cause: Error): void {
    clearTimeout(job.patience);
    turns.leave(job);
    job.reject(cause);
  }

  function startJobs(): void {
    while (turns.running < THREADS) {
      const job = turns.begin();
      if (job === undefined) return;
      clearTimeout(job.patience);
      void start(job);
    }
  }

  async function start(job: Job): Promise<void> {
    const thread = idleThread() ?? startCheckingThread(deadlineMs);
    threads.add(thread);
    let wasQuick: boolean | null = null;
    try {
      const { result, milliseconds } = await thread.check(job.task);
      wasQuick = milliseconds < deadlineMs / 5;
      job.resolve(result);
    } catch (cause) {
      job.reject(closed ? stopping() : cause);
    }
    if (thread.isAlive()) idle.push(thread);
    else threads.delete(thread);
    turns.end(job, wasQuick);
    startJobs();
  }

  /** One that has not ended while it was idle. */
  function idleThread(): CheckingThread | undefined {
    for (let thread = idle.pop(); thread !== undefined; thread = idle.pop()) {
      if (thread.isAlive()) return thread;
      threads.delete(thread);
    }
    return undefined;
  }

  async function close(): Promise<void> {
    closed = true;
    for (const job of turns.waiting()) giveUp(job, stopping());
    await Promise.all([...threads].map((thread) => thread.stop()));
  }

  return { run, close };
}
