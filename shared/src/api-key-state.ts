import type { ApiKeyKind, ApiKeyState, ApiKeyStatus } from "./enums.js";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A key that ends within this expires soon. */
export const EXPIRES_SOON_MS = 7 * DAY_MS;
/** Within this, its end comes before everything else that is to be said of it. */
export const EXPIRES_AT_ONCE_MS = DAY_MS;
/** A key without a call for this long is idle. */
export const IDLE_MS = 90 * DAY_MS;
/** A new key has this long for its first call, before key safety counts it as never used. */
export const FIRST_USE_MS = 7 * DAY_MS;

/** What has to hold for a state: everything that is named. */
export interface ApiKeyStateRule {
  state: ApiKeyState;
  status?: ApiKeyStatus;
  kind?: ApiKeyKind;
  /** An older secret still works. */
  rotating?: true;
  /** The instant is not set. */
  never?: ApiKeyInstant;
  /** The instant lies no more than this after now; before it, where it is negative. */
  within?: { instant: ApiKeyInstant; ms: number };
}
export type ApiKeyInstant = "expiresAt" | "lastUsedAt";

/**
 * The one word that a list says of a key: that of the first rule that fits. First what stopped it, in the order
 * in which a call is checked; then what needs a hand, the sooner the earlier; then how it is used. The
 * database asks by the same rules.
 */
export const API_KEY_STATE_RULES: readonly ApiKeyStateRule[] = [
  { state: "REVOKED", status: "REVOKED" },
  { state: "DISABLED", status: "DISABLED" },
  { state: "EXPIRED", status: "EXPIRED" },
  // The clock may say so before the status was asked for again.
  { state: "EXPIRED", within: { instant: "expiresAt", ms: 0 } },
  { state: "OWNER_INACTIVE", status: "OWNER_INACTIVE" },
  { state: "EXPIRES_SOON", within: { instant: "expiresAt", ms: EXPIRES_AT_ONCE_MS } },
  { state: "ROTATING", rotating: true },
  { state: "EXPIRES_SOON", within: { instant: "expiresAt", ms: EXPIRES_SOON_MS } },
  // The Automator works inside: nobody has to call with its key.
  { state: "PROTECTED", kind: "SYSTEM" },
  { state: "NEVER_USED", never: "lastUsedAt" },
  { state: "IDLE", within: { instant: "lastUsedAt", ms: -IDLE_MS } },
  { state: "ACTIVE" },
];

/** What a key's state hangs on. An instant that is not known changes nothing. */
export interface ApiKeyStateFacts {
  status: ApiKeyStatus;
  kind: ApiKeyKind;
  expiresAt?: Date | null;
  lastUsedAt?: Date | null;
  /** The end of the older secret's grace. */
  olderSecretEndsAt?: Date | null;
}

export function apiKeyState(key: ApiKeyStateFacts, now: Date): ApiKeyState {
  const fits = ({ status, kind, rotating, never, within }: ApiKeyStateRule) =>
    (status === undefined || key.status === status) &&
    (kind === undefined || key.kind === kind) &&
    (rotating === undefined || (key.olderSecretEndsAt != null && key.olderSecretEndsAt > now)) &&
    (never === undefined || key[never] === null) &&
    (within === undefined || isWithin(key[within.instant], within.ms, now));
  return API_KEY_STATE_RULES.find(fits)?.state ?? "ACTIVE";
}

const isWithin = (instant: Date | null | undefined, ms: number, now: Date): boolean =>
  instant != null && instant.getTime() - now.getTime() <= ms;
