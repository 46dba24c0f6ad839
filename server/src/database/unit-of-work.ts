import type { Context } from "../context.js";

/**
 * The only way to write. Runs `work` in one transaction with a context of its own, and what it leaves for
 * after the commit once that holds. Inside another unit of work it joins that one.
 */
export async function inTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  if (ctx.afterCommit !== null) return work(ctx);
  const { result, afterCommit } = await ctx.database.transaction(async (db) => {
    const afterCommit: (() => void)[] = [];
    const result = await work({ ...ctx, db, loaders: new Map(), afterCommit });
    return { result, afterCommit };
  });
  // What was loaded before the change may no longer be true.
  ctx.loaders.clear();
  for (const step of afterCommit) step();
  return result;
}
