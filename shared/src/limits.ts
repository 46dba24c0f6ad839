// Limits of the public API, in one place for the server's checks and the web application's forms.

/** Characters of a name after trimming. */
export const NAME_MAX = 100;
/** Characters of a description after trimming. */
export const DESCRIPTION_MAX = 500;
/** Characters of a slug. */
export const SLUG_MAX = 50;
/** Characters of an e-mail address (RFC 5321's path limit). */
export const EMAIL_MAX = 254;
/** Characters of a workflow's target URL. */
export const TARGET_URL_MAX = 2048;
/** bcrypt reads 72 bytes and ignores the rest, so longer passwords are refused, not cut. */
export const PASSWORD_MIN_BYTES = 12;
export const PASSWORD_MAX_BYTES = 72;
/** Rows on one page of a list. */
export const PAGE_SIZE_MAX = 100;
/** A trigger's input: bytes of its JSON text, and how deep it may nest. */
export const INPUT_MAX_BYTES = 256 * 1024;
export const INPUT_MAX_DEPTH = 32;
/** Projects that one key may name under SELECTED_PROJECTS. */
export const SELECTED_PROJECTS_MAX = 1000;
/** A custom expiry lies more than this ahead, in milliseconds. */
export const CUSTOM_EXPIRY_MIN_AHEAD_MS = 5 * 60 * 1000;
/** Address ranges that one key may be limited to. */
export const ALLOWED_IPS_MAX = 50;
/** Calls per minute that a key's own rate may say. */
export const RATE_LIMIT_MAX = 1_000_000;
/** How long an older secret may work on after a rotation, in seconds: 30 days; and the default, 24 hours. */
export const GRACE_MAX_SECONDS = 30 * 24 * 60 * 60;
export const GRACE_SECONDS = 24 * 60 * 60;
/** Characters of the reason for revoking a key. */
export const REASON_MAX = 200;
/** Keys that one call deletes. */
export const DELETE_KEYS_MAX = 100;
/** Days that a policy may allow at most. */
export const POLICY_LIFETIME_MAX_DAYS = 3650;
/** Characters of an idempotency key. */
export const IDEMPOTENCY_KEY_MAX = 255;
/** How long an invitation may be accepted, in days of 24 hours. */
export const INVITATION_DAYS = 7;
/** A workflow's input schema: bytes of its JSON text, and how deep it may nest. */
export const INPUT_SCHEMA_MAX_BYTES = 16 * 1024;
export const INPUT_SCHEMA_MAX_DEPTH = 20;
