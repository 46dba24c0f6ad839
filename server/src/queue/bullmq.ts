import { setTimeout as sleep } from "node:timers/promises";
import { Queue as BullQueue, Worker as BullWorker, DelayedError, type Job } from "bullmq";
import type { Redis } from "ioredis";
import type { Logger } from "pino";
import type { Due } from "../context.js";
import { openRedis, RedisPresence } from "../redis.js";
import { warnIfRedisForgets } from "./eviction.js";
import type { Look, Queue, Take } from "./queue.js";
import { AT_ONCE } from "./slots.js";

const NAME = "due";
/** Before every key in Redis that BullMQ makes for us. */
const PREFIX = "postern";
/**
 * What is due later than this is found in the rows at its time. So what Redis holds is bounded by what may
 * happen in ten minutes, whatever has been canceled or reported since and waits for nothing any more.
 */
const CARRY_WITHIN_MS = 10 * 60_000;
/** Announcements under way at once; what comes beyond them is found in the rows. */
const ADDING_MAX = 10_000;
const ANSWER_WITHIN_MS = 2000;
/** How long a Redis that failed once counts as away, though it is connected: full, or busy with itself. */
const AWAY_AFTER_FAILURE_MS = 5000;
const CLOSE_WITHIN_MS = 3000;

interface Carried extends Due {
  /** Milliseconds of the epoch. */
  dueAt: number;
}

/**
 * The queue that many processes share: Redis carries what is due, and BullMQ hands it to whichever worker has
 * room. It is only faster than the rows, which stay the truth: a job that comes twice, or too late, fails its
 * claim, and a job that is lost is found by a look.
 */
export class BullMqQueue implements Queue {
  readonly #redis: Redis;
  #jobs: BullQueue<Carried> | null = null;
  #worker: BullWorker<Carried> | null = null;
  #workerRedis: Redis | null = null;
  #take: Take | null = null;
  #adding = 0;
  #awayUntil = 0;
  readonly #presence: RedisPresence;
  #closing = false;

  constructor(
    private readonly url: string,
    private readonly log: Logger,
    private readonly clock: () => Date,
  ) {
    // For announcing: nothing waits in memory for a Redis that is away.
    this.#redis = openRedis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: ANSWER_WITHIN_MS,
    });
    this.#presence = new RedisPresence(
      log,
      "triggers are accepted, and workers look for what is due in the database each second",
    );
    this.#presence.watch(this.#redis);
    this.#redis.on("ready", () => this.#connected());
  }

  isAway(): boolean {
    return this.#redis.status !== "ready" || this.#jobs === null || Date.now() < this.#awayUntil;
  }

  look(): Look {
    return this.isAway() ? { everyMs: 1000, overdueMs: 0 } : { everyMs: 10_000, overdueMs: 5000 };
  }

  announce(due: Due, dueAt: Date): void {
    const delay = Math.max(0, dueAt.getTime() - this.clock().getTime());
    if (delay > CARRY_WITHIN_MS) return;
    const jobs = this.isAway() || this.#adding >= ADDING_MAX ? null : this.#jobs;
    if (jobs === null) {
      this.#workHere(due, delay);
      return;
    }
    const { id, workflowId, fence } = due;
    this.#adding++;
    // Of one execution and fence there is one job, however often it is announced.
    jobs
      .add("attempt", { id, workflowId, fence, dueAt: dueAt.getTime() }, { jobId: `${id}-${fence}`, delay })
      .then(() => this.#presence.back())
      .catch((error: Error) => {
        this.#awayUntil = Date.now() + AWAY_AFTER_FAILURE_MS;
        this.#presence.missing(error);
        this.#workHere(due, delay);
      })
      .finally(() => this.#adding--);
  }

  start(take: Take): void {
    this.#take = take;
    // For working: BullMQ waits on it for jobs, and until Redis is back.
    const connection = openRedis(this.url, { maxRetriesPerRequest: null });
    connection.on("error", () => {}); // the other connection says it
    this.#workerRedis = connection;
    this.#worker = new BullWorker<Carried>(NAME, (job, token) => this.#process(job, token), {
      connection,
      prefix: PREFIX,
      concurrency: AT_ONCE,
      // The default, 15 seconds, would be felt each time that Redis was away for a moment.
      runRetryDelay: 1000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    this.#worker.on("error", (error) => this.#complain(error));
  }

  async stop(): Promise<void> {
    this.#take = null;
    await this.#worker?.pause(true);
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#presence.end();
    // A Redis that does not answer keeps nobody.
    const late = sleep(CLOSE_WITHIN_MS, undefined, { ref: false });
    await Promise.race([this.#worker?.close(this.isAway()), late]);
    await Promise.race([this.#jobs?.close(), late]);
    this.#workerRedis?.disconnect();
    this.#redis.disconnect();
  }

  /** What nobody can be told of: at once here, if there is a worker here; else a look finds it. */
  #workHere(due: Due, delay: number): void {
    if (delay === 0) void this.#take?.(due);
  }

  async #process(job: Job<Carried>, token: string | undefined): Promise<void> {
    const { dueAt, ...due } = job.data;
    const early = dueAt - this.clock().getTime();
    if (this.#take === null || early > 0) {
      // Fetched while this process was stopping, or announced by one whose clock is ahead.
      await job.moveToDelayed(Date.now() + Math.max(0, early), token);
      throw new DelayedError();
    }
    await this.#take(due);
  }

  #connected(): void {
    void warnIfRedisForgets(this.#redis, this.log);
    this.#openJobs();
  }

  /** Not before Redis is here: BullMQ asks for its version once, and an answer that fails would stay. */
  #openJobs(): void {
    if (this.#jobs !== null || this.#closing || this.#redis.status !== "ready") return;
    const jobs = new BullQueue<Carried>(NAME, {
      connection: this.#redis,
      prefix: PREFIX,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
      // Nobody listens to them.
      streams: { events: { maxLen: 100 } },
    });
    jobs.on("error", (error) => this.#complain(error));
    this.#jobs = jobs;
    jobs.waitUntilReady().catch((error: Error) => {
      this.#jobs = null;
      this.#presence.missing(error);
      setTimeout(() => this.#openJobs(), AWAY_AFTER_FAILURE_MS).unref();
    });
  }

  #complain(error: Error): void {
    if (!this.isAway() && !this.#closing) this.log.warn({ err: error }, "BullMQ reports an error");
  }
}
