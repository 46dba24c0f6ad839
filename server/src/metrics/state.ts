import { Gauge, type Registry } from "prom-client";
import { LessThanOrEqual } from "typeorm";
import type { Runtime } from "../context.js";
import { Execution } from "../execution/execution.entity.js";
import { AT_ONCE } from "../queue/slots.js";

/** Scrapes within this time share one look at the database, however many they are. */
const FRESH_FOR_MS = 5000;

interface State {
  up: boolean;
  pingSeconds: number;
  due: number;
  oldestDueSeconds: number;
}

/** What is so at the moment of a scrape. A process that delivers nothing has no `underWay`. */
export function watchState(registry: Registry, runtime: Runtime, underWay?: () => number): void {
  const state = remembered(() => look(runtime));
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read());
      },
    });
  gauge("postern_database_up", "1 when the database answers.", async () => ((await state()).up ? 1 : 0));
  gauge(
    "postern_database_ping_seconds",
    "How long the database took to answer the emptiest question.",
    async () => (await state()).pingSeconds,
  );
  gauge(
    "postern_executions_due",
    "Executions of all servers that wait for a worker.",
    async () => (await state()).due,
  );
  gauge(
    "postern_executions_oldest_due_seconds",
    "Since when the longest waiting of them does.",
    async () => (await state()).oldestDueSeconds,
  );
  if (runtime.config.redisUrl !== null) {
    gauge("postern_redis_up", "1 when Redis carries the work.", () => (runtime.queue.isAway() ? 0 : 1));
  }
  if (underWay !== undefined) {
    gauge("postern_deliveries_under_way", "Deliveries that this process makes now.", underWay);
    gauge("postern_deliveries_max", "The most that this process makes at once.", () => AT_ONCE);
  }
}

async function look({ database, clock }: Runtime): Promise<State> {
  const begun = performance.now();
  try {
    await database.ping();
    const pingSeconds = (performance.now() - begun) / 1000;
    const now = clock();
    const where = { dueAt: LessThanOrEqual(now) };
    const due = await database.read.countBy(Execution, where);
    const oldest = await database.read.findOne(Execution, {
      select: { id: true, dueAt: true },
      where,
      order: { dueAt: "ASC" },
    });
    const since = oldest?.dueAt ?? now;
    return { up: true, pingSeconds, due, oldestDueSeconds: (now.getTime() - since.getTime()) / 1000 };
  } catch {
    return { up: false, pingSeconds: Number.NaN, due: Number.NaN, oldestDueSeconds: Number.NaN };
  }
}

function remembered<T>(read: () => Promise<T>): () => Promise<T> {
  let last: Promise<T> | null = null;
  let readAt = 0;
  return () => {
    if (last === null || Date.now() - readAt > FRESH_FOR_MS) {
      readAt = Date.now();
      last = read();
    }
    return last;
  };
}
