import { Redis } from "ioredis";

/** What a Redis was given to carry. */
export interface Carried {
  redis: Redis;
  /** Ids of the jobs that were worked off, as BullMQ's own event stream tells. */
  completed(): Promise<string[]>;
  /** Ids of the jobs that were put aside until their time. */
  delayed(): Promise<string[]>;
  /** How many jobs wait for their time, or for a worker. */
  waiting(): Promise<{ later: number; now: number }>;
  /** Keys of single jobs. */
  jobKeys(): Promise<string[]>;
  close(): void;
}

export function watchCarried(url: string): Carried {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on("error", () => {}); // tests kill it
  const idsOf = async (name: string) => {
    const events = await redis.xrange("postern:due:events", "-", "+");
    return events
      .map(([, fields]) => Object.fromEntries(pairs(fields)))
      .filter(({ event }) => event === name)
      .map(({ jobId = "" }) => jobId);
  };
  return {
    redis,
    completed: () => idsOf("completed"),
    delayed: () => idsOf("delayed"),
    waiting: async () => ({
      later: await redis.zcard("postern:due:delayed"),
      now: await redis.llen("postern:due:wait"),
    }),
    jobKeys: () => redis.keys("*exec_*"),
    close: () => redis.disconnect(),
  };
}

const pairs = (fields: string[]): [string, string][] =>
  fields.flatMap((field, index) => (index % 2 === 0 ? [[field, fields[index + 1] ?? ""]] : []));
