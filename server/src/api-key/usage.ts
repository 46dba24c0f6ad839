import { IsNull, LessThan } from "typeorm";
import { POSTERN } from "../auth/principal.js";
import { type Context, createContext, type KeyUsage, type Runtime } from "../context.js";
import { isDuplicate } from "../database/failures.js";
import { inTransaction } from "../database/unit-of-work.js";
import { ApiKey } from "./api-key.entity.js";
import { ApiKeySecret } from "./api-key-secret.entity.js";
import { ApiKeyDenials, ApiKeyUsageDay } from "./usage.entity.js";

/** What is pending is written at most this often. */
const WRITE_EVERY_MS = 60_000;

/** An instant's day in UTC, YYYY-MM-DD. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

interface Pending {
  days: Map<string, { accepted: number; denied: number }>;
  denials: Map<string, { day: string; cause: string; count: number; lastAt: Date; lastIp: string | null }>;
  lastUsed: { at: Date; ip: string | null } | null;
  older: Map<string, { count: number; at: Date }>;
}

/**
 * Keeps counts in memory and writes them behind the calls, at most once a minute and at shutdown, so that no
 * call waits for or fails with its own count. What a crash takes is less than a minute of counts.
 */
export function openKeyUsage(runtime: Omit<Runtime, "usage">): KeyUsage & { stop(): Promise<void> } {
  let pending = new Map<string, Pending>();
  const of = (apiKeyId: string): Pending => {
    let entry = pending.get(apiKeyId);
    if (entry === undefined) {
      entry = { days: new Map(), denials: new Map(), lastUsed: null, older: new Map() };
      pending.set(apiKeyId, entry);
    }
    return entry;
  };
  const count = (entry: Pending, day: string, kind: "accepted" | "denied") => {
    const calls = entry.days.get(day) ?? { accepted: 0, denied: 0 };
    calls[kind]++;
    entry.days.set(day, calls);
  };

  async function flush(): Promise<void> {
    const batch = pending;
    pending = new Map();
    const ctx = createContext({ ...runtime, usage }, { principal: POSTERN, requestId: "usage" });
    for (const [apiKeyId, entry] of batch) {
      await inTransaction(ctx, (ctx) => write(ctx, apiKeyId, entry)).catch((err) =>
        runtime.log.warn({ err, apiKeyId }, "a key's counts could not be written"),
      );
    }
  }

  const usage: KeyUsage = {
    accepted({ apiKeyId, ip, olderSecretHash }) {
      const entry = of(apiKeyId);
      const at = runtime.clock();
      count(entry, dayOf(at), "accepted");
      entry.lastUsed = { at, ip };
      if (olderSecretHash !== null) {
        const calls = entry.older.get(olderSecretHash)?.count ?? 0;
        entry.older.set(olderSecretHash, { count: calls + 1, at });
      }
    },
    denied({ apiKeyId, ip, cause }) {
      const entry = of(apiKeyId);
      const at = runtime.clock();
      const day = dayOf(at);
      count(entry, day, "denied");
      const calls = entry.denials.get(`${day} ${cause}`)?.count ?? 0;
      entry.denials.set(`${day} ${cause}`, { day, cause, count: calls + 1, lastAt: at, lastIp: ip });
    },
    flush,
  };
  const timer = setInterval(
    () => flush().catch((err) => runtime.log.warn({ err }, "counts could not be written")),
    WRITE_EVERY_MS,
  );
  timer.unref();
  return {
    ...usage,
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}

async function write(ctx: Context, apiKeyId: string, entry: Pending): Promise<void> {
  if (entry.lastUsed !== null) {
    const { at, ip } = entry.lastUsed;
    // Only forward: another instance may have seen a later call.
    for (const lastUsedAt of [IsNull(), LessThan(at)]) {
      const set = await ctx.db.update(
        ApiKey,
        { id: apiKeyId, lastUsedAt },
        { lastUsedAt: at, lastUsedIp: ip },
      );
      if (set.affected) break;
    }
  }
  for (const [hash, { count, at }] of entry.older) {
    await ctx.db.increment(ApiKeySecret, { hash }, "useCount", count);
    await ctx.db.update(ApiKeySecret, { hash }, { lastUsedAt: at });
  }
  for (const [day, { accepted, denied }] of entry.days) {
    await addTo(ctx, ApiKeyUsageDay, { apiKeyId, day }, { accepted, denied }, {});
  }
  for (const { day, cause, count, lastAt, lastIp } of entry.denials.values()) {
    await addTo(ctx, ApiKeyDenials, { apiKeyId, day, cause }, { count }, { lastAt, lastIp });
  }
}

/** Adds to counters of a row that may not be there yet; another instance may make it at the same moment. */
async function addTo<T extends object>(
  ctx: Context,
  entity: new () => T,
  where: Partial<T>,
  amounts: Record<string, number>,
  latest: object,
): Promise<void> {
  const add = async () => {
    const sums = Object.fromEntries(
      Object.entries(amounts).map(([column, amount]) => [column, () => `${column} + ${Math.trunc(amount)}`]),
    );
    const set = await ctx.db
      .createQueryBuilder()
      .update(entity)
      .set({ ...sums, ...latest } as never)
      .where(where)
      .execute();
    return (set.affected ?? 0) > 0;
  };
  if (await add()) return;
  try {
    await ctx.db.insert(entity, { ...where, ...amounts, ...latest } as never);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await add();
  }
}
