import { useQuery } from "@apollo/client/react";
import { EXPIRY_PRESET_DAYS, type ExpiryPolicy } from "@postern/shared";
import { DAY } from "../../lib/time.js";
import { newApiKeyText } from "../../messages/new-api-key.js";
import { OrganizationKeyPolicyDocument, ProjectKeyPolicyDocument } from "./key-detail.graphql.js";

/** The organization's rules that a new or changed key must keep. */
export interface KeyPolicy {
  maxLifetimeDays: number | null;
  requireAllowedIps: boolean;
}

export const NO_POLICY: KeyPolicy = { maxLifetimeDays: null, requireAllowedIps: false };

/** The rules, and what holds where a key says nothing itself. */
export interface KeyRules extends KeyPolicy {
  /** Calls per minute; null where it could not be asked for. */
  defaultRate: number | null;
}

/**
 * The rules where the key will live. Undefined until they are known; no rules where they could not be asked
 * for, as the server holds to them in any case.
 */
export function useKeyPolicy(place: { organization: string } | { project: string }): KeyRules | undefined {
  const inProject = "project" in place;
  const options = { fetchPolicy: "cache-and-network" } as const;
  const ofOrganization = useQuery(OrganizationKeyPolicyDocument, {
    skip: inProject,
    variables: { organization: inProject ? "" : place.organization },
    ...options,
  });
  const ofProject = useQuery(ProjectKeyPolicyDocument, {
    skip: !inProject,
    variables: { project: inProject ? place.project : "" },
    ...options,
  });
  const { data, error } = inProject ? ofProject : ofOrganization;
  if (data === undefined) return error ? { ...NO_POLICY, defaultRate: null } : undefined;
  const organization = "project" in data ? data.project?.organization : data.organization;
  return {
    ...(organization?.apiKeyPolicy ?? NO_POLICY),
    defaultRate: data.server.defaultRateLimitPerMinute,
  };
}

/** Whether the policy leaves this choice open. A date may be chosen in any case, within the limit. */
export function allowsExpiry({ maxLifetimeDays: most }: KeyPolicy, policy: ExpiryPolicy): boolean {
  if (most === null || policy === "CUSTOM") return true;
  return policy !== "NEVER" && EXPIRY_PRESET_DAYS[policy] <= most;
}

/** 90 days, or the longest choice that the policy allows. */
export function usualExpiry(policy: KeyPolicy): ExpiryPolicy {
  const longestFirst = Object.keys(EXPIRY_PRESET_DAYS).reverse() as (keyof typeof EXPIRY_PRESET_DAYS)[];
  return longestFirst.find((preset) => allowsExpiry(policy, preset)) ?? "CUSTOM";
}

/** The latest end that the policy allows; null: any, and none. */
export const latestEnd = ({ maxLifetimeDays }: KeyPolicy, now: Date): Date | null =>
  maxLifetimeDays === null ? null : new Date(now.getTime() + maxLifetimeDays * DAY);

/** What of the rules a key with this end and these ranges breaks, a sentence each. */
export function brokenRules(
  policy: KeyPolicy,
  key: { end: Date | null; allowedIps: readonly string[] },
  now: Date,
): string[] {
  const latest = latestEnd(policy, now);
  const tooLate = latest !== null && (key.end === null || key.end > latest);
  return [
    ...(tooLate ? [newApiKeyText.expiryLimit(policy.maxLifetimeDays ?? 0)] : []),
    ...(policy.requireAllowedIps && key.allowedIps.length === 0 ? [newApiKeyText.ipsMissing] : []),
  ];
}
