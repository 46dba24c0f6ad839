import type { KeyUseFragment } from "../../gql/graphql.js";
import { DAY } from "../../lib/time.js";
import { mayMissCalls } from "./count-delay.js";

/** Why stopping a key takes more than a click: it is in use, it may be in use uncounted, it reaches everywhere. */
export type StopReason = "USED" | "FRESH" | "WIDE";

export type StoppedKey = Omit<KeyUseFragment, "id">;

/** Whether calls with the newest secret may not be counted yet. */
export const isFresh = ({ createdAt, rotation }: StoppedKey, now: Date): boolean =>
  mayMissCalls([createdAt, rotation?.startedAt], now);

/** @param lastCallAt where it is known better than from the key's row */
export function stopReasons(key: StoppedKey, now: Date, lastCallAt?: string | null): StopReason[] {
  if (key.status === "REVOKED") return [];
  const used = [key.lastUsedAt, lastCallAt].some(
    (at) => at != null && now.getTime() - new Date(at).getTime() < DAY,
  );
  const use: StopReason[] = used ? ["USED"] : isFresh(key, now) ? ["FRESH"] : [];
  return key.level === "ORGANIZATION" && key.access === "ALL_PROJECTS" ? [...use, "WIDE"] : use;
}
