import type { SeedKey } from "./seed-keys.js";
import type { Chance } from "./seed-random.js";

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS = 30;

/** Calls by day of the month before `asOf`, for a key that was in use then, up to its last call. */
export function usageRows(chance: Chance, { key }: SeedKey, asOf: Date): Record<string, unknown>[] {
  const last = key["last_used_at"];
  if (!(last instanceof Date)) return [];
  const since = new Date(Math.max(asOf.getTime() - DAYS * DAY_MS, (key["created_at"] as Date).getTime()));
  const most = 1 + chance.below(1000);
  const rows: Record<string, unknown>[] = [];
  for (let at = since.getTime(); at <= last.getTime(); at += DAY_MS) {
    rows.push({
      api_key_id: key.id,
      day: new Date(at).toISOString().slice(0, 10),
      accepted: chance.below(most),
      denied: chance.percent(5) ? 1 + chance.below(20) : 0,
    });
  }
  return rows;
}
