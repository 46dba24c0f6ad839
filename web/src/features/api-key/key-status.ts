import { IconAlertTriangle, IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { messages } from "../../app/messages.js";
import type { StatusLook } from "../../components/status-word.js";
import type { ApiKeyStatus } from "../../gql/graphql.js";
import { DAY, relativeTime } from "../../lib/time.js";

const SOON_DAYS = 7;
const URGENT_DAYS = 1;

/**
 * How a key's status looks now. Expired comes before anything else, and the clock may say so before the list
 * was loaded again; then what needs a hand soon; then Active.
 */
export function keyStatus(
  { status, expiresAt }: { status: ApiKeyStatus; expiresAt: string | null },
  now: Date,
): StatusLook {
  const { status: words, statusHints: hints } = messages.apiKeys;
  const end = expiresAt === null ? null : new Date(expiresAt);
  const left = end === null ? Number.POSITIVE_INFINITY : end.getTime() - now.getTime();
  const when = end === null ? "" : relativeTime(end, now);
  if (status === "EXPIRED" || left <= 0) {
    return { icon: IconCircleX, color: "gray", word: words.expired, hint: hints.expired(when) };
  }
  if (left <= SOON_DAYS * DAY) {
    const color = left <= URGENT_DAYS * DAY ? "red" : "amber";
    return { icon: IconAlertTriangle, color, word: words.soon, hint: hints.soon(when) };
  }
  return { icon: IconCircleCheck, color: "green", word: words.active, hint: hints.active };
}
