import { dateText } from "../../lib/time.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { listed } from "../../messages/counting.js";
import { keyDetailText } from "../../messages/key-detail.js";
import { newApiKeyText } from "../../messages/new-api-key.js";

const text = keyDetailText;

interface Entry {
  action: string;
  /** Fields with `{ old, new }`, or with their values where something was made. */
  changes: unknown;
}

interface Change {
  old: unknown;
  new: unknown;
}

const isChange = (value: unknown): value is Change =>
  typeof value === "object" && value !== null && "old" in value && "new" in value;

const fieldsOf = ({ changes }: Entry): [string, unknown][] =>
  typeof changes === "object" && changes !== null ? Object.entries(changes) : [];

/** What was done, in a word. Enabling and disabling are changes of one field that have words of their own. */
export function historyWord(entry: Entry): string {
  const [first, ...rest] = fieldsOf(entry);
  if (
    entry.action === "apiKey.update" &&
    first?.[0] === "enabled" &&
    rest.length === 0 &&
    isChange(first[1])
  ) {
    return first[1].new === true ? text.enabled : text.disabled;
  }
  return text.historyActions[entry.action] ?? entry.action;
}

/** What became different, a line for each field that people know by name. */
export function changeLines(entry: Entry): string[] {
  // What a new key was made with says little beside the settings above.
  if (entry.action === "apiKey.create") return [];
  return fieldsOf(entry).flatMap(([field, value]) => {
    const name = text.fields[field];
    if (name === undefined) return [];
    if (isChange(value)) return [text.change(name, said(field, value.old), said(field, value.new))];
    return value == null ? [] : [text.value(name, said(field, value))];
  });
}

const WORDS: Record<string, Record<string, string>> = {
  role: apiKeysText.roles,
  access: apiKeysText.access,
  expiryPolicy: newApiKeyText.expiryOptions,
};

function said(field: string, value: unknown): string {
  if (field === "rateLimitPerMinute" && value == null) return text.rateDefault;
  if (value == null || value === "" || (Array.isArray(value) && value.length === 0)) return text.empty;
  if (field === "projectIds" && Array.isArray(value)) return apiKeysText.selectedCount(value.length);
  if (Array.isArray(value)) return listed(value.map(String));
  if (/At$/.test(field)) return dateText(new Date(String(value)));
  return WORDS[field]?.[String(value)] ?? String(value);
}
