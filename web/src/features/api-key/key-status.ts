import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconLock,
  IconPlayerPause,
  IconUserOff,
} from "@tabler/icons-react";
import type { StatusLook } from "../../components/status-word.js";
import type { ApiKeyKind, ApiKeyStatus } from "../../gql/graphql.js";
import { DAY, relativeTime } from "../../lib/time.js";
import { apiKeysText } from "../../messages/api-keys.js";

const SOON_DAYS = 7;
const URGENT_DAYS = 1;

/**
 * How a key's status looks now. What stopped it for good comes first, then what stops it for now; the clock
 * may say that it has expired before the list was loaded again. Then what needs a hand soon; then Active.
 */
export function keyStatus(
  { status, kind, expiresAt }: { status: ApiKeyStatus; kind: ApiKeyKind; expiresAt: string | null },
  now: Date,
): StatusLook {
  const { status: words, statusHints: hints } = apiKeysText;
  if (status === "REVOKED") return { icon: IconBan, color: "gray", word: words.revoked, hint: hints.revoked };
  if (status === "DISABLED") {
    return { icon: IconPlayerPause, color: "gray", word: words.disabled, hint: hints.disabled };
  }
  const end = expiresAt === null ? null : new Date(expiresAt);
  const left = end === null ? Number.POSITIVE_INFINITY : end.getTime() - now.getTime();
  const when = end === null ? "" : relativeTime(end, now);
  if (status === "EXPIRED" || left <= 0) {
    return { icon: IconCircleX, color: "gray", word: words.expired, hint: hints.expired(when) };
  }
  if (status === "OWNER_INACTIVE") {
    return { icon: IconUserOff, color: "amber", word: words.ownerInactive, hint: hints.ownerInactive };
  }
  if (kind === "SYSTEM")
    return { icon: IconLock, color: "teal", word: words.protected, hint: hints.protected };
  if (left <= SOON_DAYS * DAY) {
    const color = left <= URGENT_DAYS * DAY ? "red" : "amber";
    return { icon: IconAlertTriangle, color, word: words.soon, hint: hints.soon(when) };
  }
  return { icon: IconCircleCheck, color: "green", word: words.active, hint: hints.active };
}
