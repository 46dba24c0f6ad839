import { createHash, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const RANDOM_CHARACTERS = 32; // 190 bits
const CHECKSUM_CHARACTERS = 6;
const PREVIEW_CHARACTERS = 4;

/** The middle of a secret says at a glance whose it is: an organization's, a project's, or the system's. */
const LETTERS = { ORGANIZATION: "o", PROJECT: "p", SYSTEM: "s" } as const;

/** What a secret looks like, whether its checksum holds or not. */
export const SECRET_FORM = /^pst_[ops]_[0-9A-Za-z]{38}$/;

/** A new secret: `pst_<o|p|s>_`, 32 random base62 characters, and the checksum of all that in six more. */
export function newSecret(level: keyof typeof LETTERS): string {
  const random = Array.from({ length: RANDOM_CHARACTERS }, () => BASE62.charAt(randomInt(62))).join("");
  return secretOf(level, random);
}

/** The secret around 32 base62 characters, wherever they come from. */
export function secretOf(level: keyof typeof LETTERS, random: string): string {
  const body = `pst_${LETTERS[level]}_${random}`;
  return body + checksum(body);
}

/** CRC-32 (IEEE 802.3) in base62, left-padded with 0: tells a mistyped or cut secret without a look-up. */
function checksum(body: string): string {
  let rest = crc32(body);
  let text = "";
  for (let i = 0; i < CHECKSUM_CHARACTERS; i++) {
    text = BASE62.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

/** Whether a text can be a secret at all: its form and its checksum are right. */
export function isSecret(text: string): boolean {
  if (!SECRET_FORM.test(text)) return false;
  const body = text.slice(0, -CHECKSUM_CHARACTERS);
  return text.endsWith(checksum(body));
}

/**
 * What is kept of a secret: its SHA-256, in hex. 190 random bits cannot be guessed, so a slow hash would
 * protect nothing and cost every call.
 */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** The first characters, `pst_p_` and four more: enough to recognise a key, useless to sign in with. */
export const previewOf = (secret: string): string => secret.slice(0, "pst_x_".length + PREVIEW_CHARACTERS);
