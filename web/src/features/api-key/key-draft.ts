import {
  type ApiKeyRole,
  descriptionRule,
  type ExpiryPolicy,
  expiryInstant,
  expiryProblem,
  nameRule,
  type ProjectAccess,
} from "@postern/shared";
import { optional, textOrNull } from "../../lib/form-rules.js";
import { dateText, fromLocalInput } from "../../lib/time.js";
import { newApiKeyText } from "../../messages/new-api-key.js";

/** What the dialog holds while somebody fills it. The fields are named as in the API's inputs. */
export interface KeyDraft {
  name: string;
  description: string;
  role: ApiKeyRole;
  access: ProjectAccess;
  projectIds: string[];
  /** `expiresAt` is the value of a local date and time field, used under CUSTOM. */
  expiry: { policy: ExpiryPolicy; expiresAt: string };
}

export const KEY_FIELDS = [
  "name",
  "description",
  "role",
  "access",
  "projectIds",
  "expiry.expiresAt",
  "expiry.policy",
];

export const emptyDraft: KeyDraft = {
  name: "",
  description: "",
  role: "TRIGGER",
  access: "ALL_PROJECTS",
  projectIds: [],
  expiry: { policy: "DAYS_90", expiresAt: "" },
};

const customEnd = ({ policy, expiresAt }: KeyDraft["expiry"]) =>
  policy === "CUSTOM" ? fromLocalInput(expiresAt) : null;

/** The instant at which a key made now would stop working; null for never and while no date is given. */
export const draftEnd = (expiry: KeyDraft["expiry"], now: Date) =>
  expiryInstant(expiry.policy, customEnd(expiry), now);

export const keyChecks = {
  name: optional(nameRule),
  description: optional(descriptionRule),
  projectIds: (ids: string[], draft: KeyDraft) =>
    draft.access === "SELECTED_PROJECTS" && ids.length === 0 ? newApiKeyText.projectsMissing : null,
  expiry: {
    expiresAt(_value: string, { expiry }: KeyDraft) {
      const end = customEnd(expiry);
      if (expiry.policy === "CUSTOM" && end === null) return newApiKeyText.expiryMissing;
      return expiryProblem(expiry.policy, end, new Date());
    },
  },
};

/** The part of the input that keys of both levels share. */
export const keyInput = ({ name, description, role, expiry }: KeyDraft) => ({
  name: textOrNull(name),
  description: textOrNull(description),
  role,
  expiry: { policy: expiry.policy, expiresAt: customEnd(expiry)?.toISOString() ?? null },
});

/**
 * What the key will be able to do, where and how long, in one sentence: "Can trigger workflows in Billing
 * and CRM until 18 Feb 2027."
 *
 * @param projects names of the projects it will work in, or "all"
 */
export function keySentence(draft: KeyDraft, projects: string[] | "all", now: Date): string {
  const text = newApiKeyText;
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
