import { apiKeyState, EXPIRES_AT_ONCE_MS } from "@postern/shared";
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
import type { ApiKeyKind, ApiKeyState, ApiKeyStatus } from "../../gql/graphql.js";
import { relativeTime } from "../../lib/time.js";
import { apiKeysText } from "../../messages/api-keys.js";

const { states: words, stateHints: hints } = apiKeysText;

/** What a key's state hangs on. What was not asked for, and so is left out, does not change it. */
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

const LOOKS: Record<ApiKeyState, Pick<StatusLook, "icon" | "color">> = {
  ACTIVE: { icon: IconCircleCheck, color: "green" },
  EXPIRES_SOON: { icon: IconAlertTriangle, color: "amber" },
  ROTATING: { icon: IconRefresh, color: "teal" },
  IDLE: { icon: IconMoon, color: "amber" },
  NEVER_USED: { icon: IconCircleDashed, color: "gray" },
  PROTECTED: { icon: IconLock, color: "teal" },
  DISABLED: { icon: IconPlayerPause, color: "gray" },
  OWNER_INACTIVE: { icon: IconUserOff, color: "amber" },
  EXPIRED: { icon: IconCircleX, color: "gray" },
  REVOKED: { icon: IconBan, color: "gray" },
};

/** How a key's state looks now: the word by which the list's filter finds it, and why. */
export function keyStatus(key: StatusFacts, now: Date): StatusLook {
  const instant = (at: string | null | undefined) => (at == null ? at : new Date(at));
  const expiresAt = instant(key.expiresAt);
  const state = apiKeyState(
    {
      ...key,
      expiresAt,
      lastUsedAt: instant(key.lastUsedAt),
      olderSecretEndsAt: instant(key.rotation?.previousExpiresAt),
    },
    now,
  );
  const left = expiresAt == null ? Number.POSITIVE_INFINITY : expiresAt.getTime() - now.getTime();
  const urgent = state === "EXPIRES_SOON" && left <= EXPIRES_AT_ONCE_MS;
  return {
    ...LOOKS[state],
    ...(urgent && { color: "red" }),
    word: words[state],
    hint: hintOf(state, key, now),
  };
}

function hintOf(state: ApiKeyState, key: StatusFacts, now: Date): string {
  const when = (at: string | null | undefined) => (at == null ? null : relativeTime(new Date(at), now));
  switch (state) {
    case "REVOKED":
      return hints.REVOKED(when(key.revokedAt), key.revokedBy?.name ?? null, key.revokeReason ?? null);
    case "EXPIRED":
    case "EXPIRES_SOON":
      return hints[state](when(key.expiresAt) ?? "");
    case "ROTATING":
      return hints.ROTATING(when(key.rotation?.previousExpiresAt) ?? "");
    case "IDLE":
      return hints.IDLE(when(key.lastUsedAt) ?? "");
    default:
      return hints[state];
  }
}
