import {
  ALLOWED_IPS_MAX,
  type ApiKeyKind,
  type ApiKeyRole,
  descriptionRule,
  type ExpiryPolicy,
  expiryInstant,
  expiryProblem,
  ipRangeRule,
  nameRule,
  type ProjectAccess,
  RATE_LIMIT_MAX,
} from "@postern/shared";
import type { ApiKeyDetailsFragment } from "../../gql/graphql.js";
import { optional, textOrNull } from "../../lib/form-rules.js";
import { dateText, fromLocalInput, toLocalInput } from "../../lib/time.js";
import { newApiKeyText } from "../../messages/new-api-key.js";
import { allowsExpiry, type KeyPolicy, latestEnd, NO_POLICY, usualExpiry } from "./policy-rules.js";

const text = newApiKeyText;

/** What the dialog holds while somebody fills it. The fields are named as in the API's inputs. */
export interface KeyDraft {
  name: string;
  description: string;
  kind: ApiKeyKind;
  role: ApiKeyRole;
  access: ProjectAccess;
  projectIds: string[];
  /** `expiresAt` is the value of a local date and time field, used under CUSTOM. */
  expiry: { policy: ExpiryPolicy; expiresAt: string };
  /** Addresses and ranges, one a line. */
  allowedIps: string;
  rateLimitPerMinute: string;
}

export const KEY_FIELDS = [
  "name",
  "description",
  "kind",
  "role",
  "access",
  "projectIds",
  "expiry.expiresAt",
  "expiry",
  "allowedIps",
  "rateLimitPerMinute",
];

export const emptyDraft: KeyDraft = {
  name: "",
  description: "",
  kind: "SERVICE",
  role: "TRIGGER",
  access: "ALL_PROJECTS",
  projectIds: [],
  expiry: { policy: "DAYS_90", expiresAt: "" },
  allowedIps: "",
  rateLimitPerMinute: "",
};

/** What can be taken over from a key. */
export type KeySettings = Pick<
  ApiKeyDetailsFragment,
  "name" | "description" | "kind" | "role" | "access" | "selectedProjects" | "expiryPolicy" | "expiresAt"
> &
  Pick<ApiKeyDetailsFragment, "allowedIps" | "rateLimitPerMinute" | "rateLimitIsDefault">;

/** A key's settings as a draft, to change them or to make another key like it. */
export const draftOf = (key: KeySettings): KeyDraft => ({
  name: key.name,
  description: key.description ?? "",
  kind: key.kind,
  role: key.role,
  access: key.access,
  projectIds: key.selectedProjects.map(({ id }) => id),
  expiry: {
    policy: key.expiryPolicy,
    expiresAt:
      key.expiryPolicy === "CUSTOM" && key.expiresAt !== null ? toLocalInput(new Date(key.expiresAt)) : "",
  },
  allowedIps: key.allowedIps.join("\n"),
  rateLimitPerMinute: key.rateLimitIsDefault ? "" : String(key.rateLimitPerMinute),
});

/** The draft with which the dialog opens: within the policy, where that leaves no choice. */
export function firstDraft(policy: KeyPolicy, kinds: readonly ApiKeyKind[], like?: KeyDraft): KeyDraft {
  const draft = like ?? emptyDraft;
  const [firstKind = draft.kind] = kinds;
  return {
    ...draft,
    kind: kinds.includes(draft.kind) ? draft.kind : firstKind,
    expiry: allowsExpiry(policy, draft.expiry.policy)
      ? draft.expiry
      : { policy: usualExpiry(policy), expiresAt: "" },
  };
}

const customEnd = ({ policy, expiresAt }: KeyDraft["expiry"]) =>
  policy === "CUSTOM" ? fromLocalInput(expiresAt) : null;

/** The instant at which a key made now would stop working; null for never and while no date is given. */
export const draftEnd = (expiry: KeyDraft["expiry"], now: Date) =>
  expiryInstant(expiry.policy, customEnd(expiry), now);

/** What is wrong with the chosen end, in words; null when it is fine. */
export function expiryFault(expiry: KeyDraft["expiry"], policy: KeyPolicy, now: Date): string | null {
  const end = customEnd(expiry);
  if (expiry.policy === "CUSTOM" && end === null) return text.expiryMissing;
  const problem = expiryProblem(expiry.policy, end, now);
  if (problem !== null) return problem;
  const latest = latestEnd(policy, now);
  const tooLate = latest !== null && end !== null && end > latest;
  return tooLate || !allowsExpiry(policy, expiry.policy)
    ? text.expiryLimit(policy.maxLifetimeDays ?? 0)
    : null;
}

/** The ranges that were typed, one a line or with commas between them. */
export const rangesOf = (typed: string): string[] => typed.split(/[\s,]+/).filter(Boolean);

function rangesFault(typed: string, policy: KeyPolicy): string | null {
  const ranges = rangesOf(typed);
  const wrong = ranges.filter((range) => ipRangeRule.problem(range) !== null);
  if (wrong.length > 0) return text.ipsWrong(wrong);
  if (ranges.length > ALLOWED_IPS_MAX) return text.ipsMany(ALLOWED_IPS_MAX);
  return policy.requireAllowedIps && ranges.length === 0 ? text.ipsMissing : null;
}

const rateFault = (typed: string): string | null =>
  typed.trim() === "" || (/^\d+$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= RATE_LIMIT_MAX)
    ? null
    : text.rateWrong(RATE_LIMIT_MAX);

/** The checks of the form, within the organization's policy. */
export const keyChecksFor = (policy: KeyPolicy) => ({
  name: optional(nameRule),
  description: optional(descriptionRule),
  projectIds: (ids: string[], draft: KeyDraft) =>
    draft.access === "SELECTED_PROJECTS" && ids.length === 0 ? text.projectsMissing : null,
  expiry: {
    expiresAt: (_value: string, { expiry }: KeyDraft) => expiryFault(expiry, policy, new Date()),
  },
  allowedIps: (typed: string) => rangesFault(typed, policy),
  rateLimitPerMinute: rateFault,
});

export const keyChecks = keyChecksFor(NO_POLICY);

export const expiryInput = (expiry: KeyDraft["expiry"]) => ({
  policy: expiry.policy,
  expiresAt: customEnd(expiry)?.toISOString() ?? null,
});

/** The part of the input that keys of both levels share. */
export const keyInput = (draft: KeyDraft) => ({
  name: textOrNull(draft.name),
  description: textOrNull(draft.description),
  kind: draft.kind,
  role: draft.role,
  expiry: expiryInput(draft.expiry),
  allowedIps: rangesOf(draft.allowedIps),
  rateLimitPerMinute: draft.rateLimitPerMinute.trim() === "" ? null : Number(draft.rateLimitPerMinute),
});

/**
 * What the key will be able to do, where and how long, in one sentence: "Can trigger workflows in Billing
 * and CRM until 18 Feb 2027."
 *
 * @param projects names of the projects it will work in, or "all"
 */
export function keySentence(draft: KeyDraft, projects: string[] | "all", now: Date): string {
  const where =
    projects === "all"
      ? text.allProjects
      : projects.length === 0
        ? text.noProjects
        : text.inProjects(projects);
  const end = draftEnd(draft.expiry, now);
  const until = draft.expiry.policy === "NEVER" ? null : end === null ? text.untilUnknown : dateText(end);
  return text.sentence(draft.role, where, until);
}
