import { createHash } from "node:crypto";
import type { SchemaChecker } from "../context.js";
import { type FieldFault, serviceUnavailable } from "../errors.js";
import {
  type CheckingResult,
  type CheckingTask,
  type CheckingThread,
  startCheckingThread,
} from "./checking-thread.js";
import { sizeFault } from "./input-schema-size.js";

const THREADS = 2;
/** Checks that wait, of one lane and of all. Whoever comes then is to come back. */
const LANE_MAX = 32;
const WAITING_MAX = 256;
/** Lanes that are remembered as quick. */
const QUICK_MAX = 10_000;

/** Milliseconds that one check may take, from when a thread began with it, and that it may wait for one. */
export interface SchemaCheckerOptions {
  deadlineMs?: number;
  patienceMs?: number;
}

interface Job {
  lane: string;
  task: CheckingTask;
  resolve(result: CheckingResult): void;
  reject(cause: unknown): void;
  /** Ends its waiting. */
  patience: NodeJS.Timeout;
}

const busy = () =>
  serviceUnavailable("Too many inputs are being checked at this moment. Try again in a few seconds.");
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
    async schemaFaults(schema, tenant) {
      const fault = sizeFault(schema);
      if (fault !== null) return [fault];
      const schemaText = JSON.stringify(schema ?? null);
      return pool.run(laneOf(schemaText, tenant), { schemaText }).then(took("Checking this schema"));
    },
    async inputFaults(schemaText, inputText, tenant) {
      const task = { schemaText, inputText: inputText ?? "null" };
      const check = took("Checking this input against the workflow's schema");
      return pool.run(laneOf(schemaText, tenant), task).then(check);
    },
    close: pool.close,
  };
}

const laneOf = (schemaText: string, tenant?: string): string =>
  tenant ?? createHash("sha256").update(schemaText).digest("base64");

/**
 * Two threads, and lanes that take turns for them. One lane has one thread at a time, and lanes whose last
 * check was not a quick one share a single thread: so whoever sends slow checks, however many and under
 * however many names, leaves a thread to those whose checks are quick.
 */
function openPool(deadlineMs: number, patienceMs: number) {
  const lanes = new Map<string, Job[]>();
  const running = new Set<string>();
  const quick = new Set<string>();
  const idle: CheckingThread[] = [];
  const threads = new Set<CheckingThread>();
  let waiting = 0;
  let closed = false;

  function run(lane: string, task: CheckingTask): Promise<CheckingResult> {
    const queue = lanes.get(lane) ?? [];
    if (closed) throw stopping();
    if (queue.length >= LANE_MAX || waiting >= WAITING_MAX) throw busy();
    return new Promise((resolve, reject) => {
      const job: Job = {
        lane,
        task,
        resolve,
        reject,
        patience: setTimeout(() => giveUp(job, busy()), patienceMs),
      };
      job.patience.unref();
      queue.push(job);
      lanes.set(lane, queue);
      waiting++;
      startJobs();
    });
  }

  /** Takes a job out of its lane. */
  function leave(job: Job): void {
    clearTimeout(job.patience);
    const rest = (lanes.get(job.lane) ?? []).filter((other) => other !== job);
    // Set anew, the lane stands last in the order of turns.
    lanes.delete(job.lane);
    if (rest.length > 0) lanes.set(job.lane, rest);
    waiting--;
  }

  function giveUp(job: Job, cause: Error): void {
    leave(job);
    job.reject(cause);
  }

  function nextJob(): Job | undefined {
    const slowRuns = [...running].some((lane) => !quick.has(lane));
    for (const [lane, [job]] of lanes) {
      if (!running.has(lane) && (quick.has(lane) || !slowRuns)) return job;
    }
    return undefined;
  }

  function startJobs(): void {
    while (running.size < THREADS) {
      const job = nextJob();
      if (job === undefined) return;
      leave(job);
      running.add(job.lane);
      void start(job);
    }
  }

  async function start(job: Job): Promise<void> {
    const thread = idleThread() ?? startCheckingThread(deadlineMs);
    threads.add(thread);
    try {
      const { result, milliseconds } = await thread.check(job.task);
      note(job.lane, milliseconds < deadlineMs / 5);
      job.resolve(result);
    } catch (cause) {
      job.reject(closed ? stopping() : cause);
    }
    if (thread.isAlive()) idle.push(thread);
    else threads.delete(thread);
    running.delete(job.lane);
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

  function note(lane: string, wasQuick: boolean): void {
    quick.delete(lane);
    if (wasQuick) quick.add(lane);
    const [oldest] = quick;
    if (quick.size > QUICK_MAX && oldest !== undefined) quick.delete(oldest);
  }

  async function close(): Promise<void> {
    closed = true;
    for (const job of [...lanes.values()].flat()) giveUp(job, stopping());
    await Promise.all([...threads].map((thread) => thread.stop()));
  }

  return { run, close };
}
