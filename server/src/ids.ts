import { TypeID, typeid } from "typeid-js";

/** The prefix of every kind of id; an id shows what it names, and sorts by the time it was made. */
const PREFIXES = {
  user: "user",
  session: "ses",
  organization: "org",
  membership: "mem",
  project: "proj",
  apiKey: "key",
  workflow: "wf",
  execution: "exec",
  auditEntry: "audit",
  invitation: "inv",
} as const;

export type IdKind = keyof typeof PREFIXES;

/** The longest id, in characters. */
export const ID_LENGTH = 40;

/** A new id: TypeID 0.3, a prefix and a UUIDv7 in base32, all lower case. */
export const newId = (kind: IdKind): string => typeid(PREFIXES[kind]).toString();

/** The id of a UUIDv7's 16 bytes, for rows whose ids are to be the same each time they are made. */
export const idFromUuid = (kind: IdKind, bytes: Uint8Array): string =>
  TypeID.fromUUIDBytes(PREFIXES[kind], bytes).toString();

const SUFFIX = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/**
 * Whether a text has the form of such an id. Asked before a look-up, so that no database's idea of equal
 * texts (letter case, trailing spaces) ever matters.
 */
export function isId(kind: IdKind, text: string): boolean {
  const prefix = `${PREFIXES[kind]}_`;
  return text.startsWith(prefix) && SUFFIX.test(text.slice(prefix.length));
}
