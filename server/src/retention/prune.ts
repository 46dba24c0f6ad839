import { setTimeout as sleep } from "node:timers/promises";
import { LessThan } from "typeorm";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { RULES, type Rule } from "./rules.js";

/** How long a round stays with one rule before the next has its turn. */
const WITHIN_MS = 10_000;
const PAUSE_MS = 20;

/**
 * Deletes what the rules no longer keep, in short transactions with pauses as long as themselves, so that
 * others have at least half of the database. True when there is more than one round could do.
 */
export async function prune(ctx: Context, stopping: AbortSignal): Promise<boolean> {
  let more = false;
  for (const rule of RULES) {
    const began = performance.now();
    let all = 0;
    for (;;) {
      if (stopping.aborted) return true;
      const step = performance.now();
      const found = await pruneSome(ctx, rule);
      all += found;
      if (found < rule.atOnce) break;
      const now = performance.now();
      if (now - began > WITHIN_MS) {
        more = true;
        break;
      }
      await sleep(Math.max(PAUSE_MS, now - step), undefined, { signal: stopping }).catch(() => {});
    }
    if (all > 0) ctx.log.info({ table: tableOf(ctx, rule), rows: all }, "deleted what was kept long enough");
  }
  return more;
}

const tableOf = (ctx: Context, { entity }: Rule): string => ctx.db.dataSource.getMetadata(entity).tableName;

/** Deletes the oldest rows of one rule, as many as go at once; how many it found. */
async function pruneSome(ctx: Context, { entity, property, before, atOnce }: Rule): Promise<number> {
  const limit = before(ctx);
  if (limit === null) return 0;
  const old = { [property]: LessThan(limit) };
  const { primaryColumns } = ctx.db.dataSource.getMetadata(entity);
  const rows = await ctx.db.find(entity, {
    comment: "background",
    select: Object.fromEntries(primaryColumns.map(({ propertyName }) => [propertyName, true])),
    where: old,
    order: { [property]: "ASC" },
    take: atOnce,
  });
  if (rows.length === 0) return 0;
  await inTransaction(ctx, async (ctx) => {
    // Asked again: a request may have come anew, under the same key, since its old row was found.
    await ctx.db.createQueryBuilder().delete().from(entity).whereInIds(rows).andWhere(old).execute();
  });
  return rows.length;
}
