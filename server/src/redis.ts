import { Redis, type RedisOptions } from "ioredis";
import type { Logger } from "pino";

/**
 * A connection to Redis. Where Redis refuses the database that the address names, the connection is given up and
 * tried again: the library by itself would go on with database 0, which may be somebody else's.
 */
export const openRedis = (url: string, options: RedisOptions): Redis =>
  new Redis(url, { ...options, reconnectOnError: refusedDatabase });

const refusedDatabase = (error: Error): boolean =>
  (error as { command?: { name: string } }).command?.name === "select";

/** Says once each time that Redis goes away, not at each attempt to reach it, and once that it is back. */
export class RedisPresence {
  #saidAway = false;
  #over = false;
  readonly #watched: Redis[] = [];

  /** `away` says what goes on without it. */
  constructor(
    private readonly log: Logger,
    private readonly away: string,
  ) {}

  watch(redis: Redis): void {
    this.#watched.push(redis);
    redis.on("error", (error) => this.missing(error));
    redis.on("close", () => this.missing());
    redis.on("ready", () => {
      if (this.#watched.every(({ status }) => status === "ready")) this.back();
    });
  }

  missing(error?: Error): void {
    if (this.#saidAway || this.#over) return;
    this.#saidAway = true;
    this.log.warn({ ...(error && { redis: error.message }) }, `Redis is away; ${this.away}`);
  }

  back(): void {
    if (this.#saidAway && !this.#over) this.log.info("Redis is back");
    this.#saidAway = false;
  }

  /** From now on nothing is said: connections close because we close them. */
  end(): void {
    this.#over = true;
  }
}
