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
