import DataLoader from "dataloader";
import type { Context } from "../context.js";

/** Loads many rows by key in one query; the result has one entry for each key, in the same order. */
export type BatchLoad<K, V> = (ctx: Context, keys: readonly K[]) => Promise<V[]>;

/**
 * A batched look-up, cached for one call only: `const byId = defineLoader(load); await byId(ctx, id)`.
 * A transaction loads anew, so a decision inside it never rests on what was read before it.
 */
export function defineLoader<K extends string, V>(
  batch: BatchLoad<K, V>,
): (ctx: Context, key: K) => Promise<V> {
  return (ctx, key) => {
    let loader = ctx.loaders.get(batch) as DataLoader<K, V> | undefined;
    if (loader === undefined) {
      loader = new DataLoader((keys) => batch(ctx, keys));
      ctx.loaders.set(batch, loader);
    }
    return loader.load(key);
  };
}
