import { EXPIRY_PRESET_DAYS, type ExpiryPolicy, expiryInstant, GRACE_MAX_SECONDS } from "@postern/shared";
import { fromLocalInput, momentText, utcText } from "../../lib/time.js";
import { keyChangesText } from "../../messages/key-changes.js";

const text = keyChangesText;

/** How long the older secret works on after a rotation; `until` is a local date and time, used under CUSTOM. */
export interface Grace {
  choice: keyof typeof keyChangesText.graces;
  until: string;
}

const SECONDS = { NOW: 0, HOUR: 3_600, DAY: 86_400, WEEK: 604_800 };
export const GRACES = Object.keys(text.graces) as Grace["choice"][];

/** Seconds from now, as the API wants them; null while no usable date is given. */
export function graceSeconds({ choice, until }: Grace, now: Date): number | null {
  if (choice !== "CUSTOM") return SECONDS[choice];
  const end = fromLocalInput(until);
  return end === null ? null : Math.round((end.getTime() - now.getTime()) / 1000);
}

/** What is wrong with the chosen grace, in words; null when it is fine. */
export function graceProblem(grace: Grace, now: Date): string | null {
  const seconds = graceSeconds(grace, now);
  if (seconds === null) return text.graceMissing;
  if (grace.choice === "CUSTOM" && seconds <= 0) return text.gracePast;
  return seconds > GRACE_MAX_SECONDS ? text.graceLate : null;
}

/** Whether the key has a secret by now; the Automator has none until its first rotation. */
export const hasSecret = ({ preview }: { preview: string }): boolean => !preview.endsWith("_");

interface Rotated {
  preview: string;
  expiryPolicy: ExpiryPolicy;
  expiresAt: string | null;
  rotation: { previousPreview: string } | null;
}

/** What a rotation now would do to the key's secrets and to its end, a sentence each. */
export function rotationConsequences(key: Rotated, grace: Grace, now: Date): string[] {
  const seconds = graceSeconds(grace, now);
  if (seconds === null || graceProblem(grace, now) !== null) return [];
  const said = [];
  const chosen = new Date(now.getTime() + seconds * 1000);
  const own = key.expiresAt === null ? null : new Date(key.expiresAt);
  const end = own !== null && own < chosen ? own : chosen;
  if (seconds === 0) said.push(text.oldStops(key.preview));
  else {
    said.push(text.oldWorks(key.preview, momentText(end), utcText(end)));
    if (end === own) said.push(text.oldEndsAnyway);
  }
  if (key.rotation !== null) said.push(text.olderEnds(key.rotation.previousPreview));
  const renewed = renewedEnd(key, now);
  if (isPreset(key.expiryPolicy) && renewed !== null)
    said.push(text.termRestarts(EXPIRY_PRESET_DAYS[key.expiryPolicy], momentText(renewed)));
  else if (own !== null) said.push(text.termStays(momentText(own)));
  return said;
}

const isPreset = (policy: ExpiryPolicy): policy is keyof typeof EXPIRY_PRESET_DAYS =>
  policy in EXPIRY_PRESET_DAYS;

/** When the key would stop working after a rotation now: a preset's term begins anew, any other end stays. */
export function renewedEnd(key: Pick<Rotated, "expiryPolicy" | "expiresAt">, now: Date): Date | null {
  if (isPreset(key.expiryPolicy)) return expiryInstant(key.expiryPolicy, null, now);
  return key.expiresAt === null ? null : new Date(key.expiresAt);
}
