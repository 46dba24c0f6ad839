import { API_KEY_ROLE_SCOPES } from "@postern/shared";
import type { UpdateApiKeyInput } from "../../gql/graphql.js";
import { textOrNull } from "../../lib/form-rules.js";
import { momentText } from "../../lib/time.js";
import { keyDetailText } from "../../messages/key-detail.js";
import { draftEnd, draftOf, expiryInput, type KeyDraft, type KeySettings, rangesOf } from "./key-draft.js";

const { changes: text } = keyDetailText;

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && [...one].sort().join() === [...other].sort().join();

/** The fields that the draft changes; what stays is not sent. */
export function changesOf(key: KeySettings, draft: KeyDraft, renews: boolean): Omit<UpdateApiKeyInput, "id"> {
  const before = draftOf(key);
  const rate = draft.rateLimitPerMinute.trim();
  const selected = draft.access === "SELECTED_PROJECTS";
  return {
    ...(draft.name.trim() !== before.name && { name: textOrNull(draft.name) }),
    ...(draft.description.trim() !== before.description && { description: textOrNull(draft.description) }),
    ...(draft.role !== before.role && { role: draft.role }),
    ...(draft.access !== before.access && { access: draft.access }),
    ...(selected && !same(draft.projectIds, before.projectIds) && { projectIds: draft.projectIds }),
    ...(renews && { expiry: expiryInput(draft.expiry) }),
    ...(!same(rangesOf(draft.allowedIps), key.allowedIps) && { allowedIps: rangesOf(draft.allowedIps) }),
    ...(rate !== before.rateLimitPerMinute && { rateLimitPerMinute: rate === "" ? null : Number(rate) }),
  };
}

/** What saving the draft would mean for the key's callers, a sentence each. */
export function consequencesOf(key: KeySettings, draft: KeyDraft, renews: boolean, now: Date): string[] {
  const changes = changesOf(key, draft, renews);
  const said = [];
  if (changes.role != null) {
    const wider = API_KEY_ROLE_SCOPES[draft.role].length > API_KEY_ROLE_SCOPES[key.role].length;
    said.push(wider ? text.wider : text.narrower);
  }
  if (changes.access != null || changes.projectIds != null) said.push(text.access);
  if (changes.allowedIps != null) said.push(changes.allowedIps.length === 0 ? text.ipsFree : text.ips);
  if (renews) {
    const end = draftEnd(draft.expiry, now);
    if (draft.expiry.policy === "NEVER") said.push(text.expiryNever);
    else if (end !== null) said.push(text.expiry(momentText(end)));
  }
  return said;
}
