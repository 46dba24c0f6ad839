import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconLock,
  IconMoon,
  IconPlayerPause,
  IconRefresh,
  IconUserOff,
} from "@tabler/icons-react";
import type { StatusLook } from "../../components/status-word.js";
import type { ApiKeyKind, ApiKeyStatus } from "../../gql/graphql.js";
import { DAY, relativeTime } from "../../lib/time.js";
import { apiKeysText } from "../../messages/api-keys.js";

const SOON_DAYS = 7;
const URGENT_DAYS = 1;
const IDLE_DAYS = 90;

/** What a key's status hangs on. What was not asked for, and so is left out, does not change it. */
export interface StatusFacts {
  status: ApiKeyStatus;
  kind: ApiKeyKind;
  expiresAt: string | null;
  lastUsedAt?: string | null;
  rotation?: { previousExpiresAt: string } | null;
  revokedAt?: string | null;
  revokedBy?: { name: string } | null;
  revokeReason?: string | null;
}

/**
 * How a key's status looks now. What stopped it for good comes first, then what stops it for now; the clock
 * may say that it has expired before the list was loaded again. Then what needs a hand, the sooner the
 * earlier; then Active.
 */
export const keyStatus = (key: StatusFacts, now: Date): StatusLook =>
  stopped(key, now) ??
  needsAHand(key, now) ??
  unused(key, now) ?? { ...look(IconCircleCheck, "green", "active") };

const { status: words, statusHints: hints } = apiKeysText;

const look = (
  icon: StatusLook["icon"],
  color: StatusLook["color"],
  word: "active" | "disabled" | "ownerInactive" | "protected" | "neverUsed",
): StatusLook => ({
  icon,
  color,
  word: words[word],
  hint: hints[word],
});

const msUntil = (at: string | null | undefined, now: Date): number =>
  at == null ? Number.POSITIVE_INFINITY : new Date(at).getTime() - now.getTime();
const when = (at: string | null | undefined, now: Date): string | null =>
  at == null ? null : relativeTime(new Date(at), now);

function stopped(key: StatusFacts, now: Date): StatusLook | null {
  if (key.status === "REVOKED") {
    const hint = hints.revoked(
      when(key.revokedAt, now),
      key.revokedBy?.name ?? null,
      key.revokeReason ?? null,
    );
    return { icon: IconBan, color: "gray", word: words.revoked, hint };
  }
  if (key.status === "DISABLED") return look(IconPlayerPause, "gray", "disabled");
  if (key.status === "EXPIRED" || msUntil(key.expiresAt, now) <= 0) {
    const hint = hints.expired(when(key.expiresAt, now) ?? "");
    return { icon: IconCircleX, color: "gray", word: words.expired, hint };
  }
  return key.status === "OWNER_INACTIVE" ? look(IconUserOff, "amber", "ownerInactive") : null;
}

function needsAHand(key: StatusFacts, now: Date): StatusLook | null {
  const left = msUntil(key.expiresAt, now);
  const hint = hints.soon(when(key.expiresAt, now) ?? "");
  if (left <= URGENT_DAYS * DAY) return { icon: IconAlertTriangle, color: "red", word: words.soon, hint };
  if (key.rotation && msUntil(key.rotation.previousExpiresAt, now) > 0) {
    const ends = when(key.rotation.previousExpiresAt, now) ?? "";
    return { icon: IconRefresh, color: "teal", word: words.rotating, hint: hints.rotating(ends) };
  }
  return left <= SOON_DAYS * DAY ? { icon: IconAlertTriangle, color: "amber", word: words.soon, hint } : null;
}

function unused(key: StatusFacts, now: Date): StatusLook | null {
  // The Automator works inside: nobody has to call with its key.
  if (key.kind === "SYSTEM") return look(IconLock, "teal", "protected");
  if (key.lastUsedAt === null) return look(IconCircleDashed, "gray", "neverUsed");
  if (msUntil(key.lastUsedAt, now) >= -IDLE_DAYS * DAY) return null;
  return {
    icon: IconMoon,
    color: "amber",
    word: words.idle,
    hint: hints.idle(when(key.lastUsedAt, now) ?? ""),
  };
}
