import {
  DESCRIPTION_MAX,
  EMAIL_MAX,
  HEADER_NAME_MAX,
  HEADER_VALUE_MAX,
  IDEMPOTENCY_KEY_MAX,
  MASKED_VALUE,
  NAME_MAX,
  PASSWORD_MAX_BYTES,
  PASSWORD_MIN_BYTES,
  REASON_MAX,
  SLUG_MAX,
  TARGET_URL_MAX,
} from "./limits.js";

/** A rule for one text field: how it is tidied before it is kept, and what is wrong with it, if anything. */
export interface TextRule {
  normalize(value: string): string;
  /** Takes the normalized value. A sentence that says what would be right, or null. It never repeats the value. */
  problem(value: string): string | null;
}

// Browsers and Node both have it; the compiler's plain library does not say so.
declare const URL: { canParse(url: string): boolean };

// Control characters (Cc), format characters such as bidirectional overrides and zero-width joiners (Cf),
// line and paragraph separators (Zl, Zp), lone surrogates (Cs), and the letters that are drawn as nothing
// (Hangul fillers, the empty Braille cell): none of them can be seen in a name.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0\u2800]/u;
const INVISIBLE_BUT_NEWLINES = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0\u2800]/u;
// One @, something on both sides, no spaces. The address proves itself when mail or a sign-in uses it.
const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+$/;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const utf8 = (value: string): number => {
  let bytes = 0;
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};

const characters = (value: string): number => [...value].length;

/** A name of anything: 1 to 100 characters, one line, nothing invisible. */
export const nameRule: TextRule = {
  normalize: (value) => value.normalize("NFC").trim(),
  problem(value) {
    if (value === "") return "Give a name of 1 to 100 characters.";
    if (INVISIBLE.test(value)) return "Leave out line breaks, control and invisible characters.";
    return characters(value) > NAME_MAX ? `Use at most ${NAME_MAX} characters.` : null;
  },
};

/** A description: at most 500 characters, line breaks allowed; empty is as good as none. */
export const descriptionRule: TextRule = {
  normalize: (value) => value.normalize("NFC").replaceAll("\r\n", "\n").trim(),
  problem(value) {
    if (INVISIBLE_BUT_NEWLINES.test(value)) return "Leave out control and invisible characters.";
    return characters(value) > DESCRIPTION_MAX ? `Use at most ${DESCRIPTION_MAX} characters.` : null;
  },
};

/** The reason for a revocation: at most 200 characters on one line. */
export const reasonRule: TextRule = {
  normalize: (value) => value.normalize("NFC").trim(),
  problem(value) {
    if (INVISIBLE.test(value)) return "Leave out line breaks, control and invisible characters.";
    return characters(value) > REASON_MAX ? `Use at most ${REASON_MAX} characters.` : null;
  },
};

/** An idempotency key: 1 to 255 printable ASCII characters. */
export const idempotencyKeyRule: TextRule = {
  normalize: (value) => value,
  problem: (value) =>
    /^[\x20-\x7e]+$/.test(value) && value.length <= IDEMPOTENCY_KEY_MAX
      ? null
      : `Use 1 to ${IDEMPOTENCY_KEY_MAX} printable ASCII characters.`,
};

/** A slug: lower-case letters and digits, single hyphens between them, at most 50 characters. */
export const slugRule: TextRule = {
  normalize: (value) => value.trim(),
  problem(value) {
    if (value.length > SLUG_MAX) return `Use at most ${SLUG_MAX} characters.`;
    return SLUG.test(value) ? null : "Use lower-case letters a-z, digits, and single hyphens between them.";
  },
};

/** An e-mail address; kept in lower case, so that one person is one account. */
export const emailRule: TextRule = {
  normalize: (value) => value.normalize("NFC").trim().toLowerCase(),
  problem(value) {
    if (value.length > EMAIL_MAX) return `Use at most ${EMAIL_MAX} characters.`;
    return EMAIL.test(value) && !INVISIBLE.test(value)
      ? null
      : "Give an e-mail address, such as ada@example.com.";
  },
};

/** A new password: 12 to 72 bytes of UTF-8, taken exactly as typed. */
export const passwordRule: TextRule = {
  normalize: (value) => value,
  problem(value) {
    const bytes = utf8(value);
    if (bytes < PASSWORD_MIN_BYTES) return `Use at least ${PASSWORD_MIN_BYTES} characters.`;
    if (value.includes("\0")) return "Leave out the character U+0000.";
    return bytes > PASSWORD_MAX_BYTES
      ? `Use at most ${PASSWORD_MAX_BYTES} bytes (letters beyond a-z may take two to four each).`
      : null;
  },
};

/** A workflow's target: an absolute http or https URL without user name and password. */
export const targetUrlRule: TextRule = {
  normalize: (value) => value.trim(),
  problem(value) {
    if (value.length > TARGET_URL_MAX) return `Use at most ${TARGET_URL_MAX} characters.`;
    const parts = /^(https?):\/\/([^/?#\\\s]+)([^\s\\]*)$/i.exec(value);
    if (parts === null || INVISIBLE.test(value)) {
      return "Give an absolute URL that starts with http:// or https://, without spaces.";
    }
    if (parts[2]?.includes("@")) return "Leave user name and password out of the URL.";
    return URL.canParse(value) ? null : "Give a URL whose host and port can exist.";
  },
};

const IPV4 = /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/;
const isIpv4 = (text: string): boolean =>
  IPV4.test(text) && text.split(".").every((part) => Number(part) <= 255);
const isIpv6 = (text: string): boolean => /^[\da-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]`);

export const IP_RANGE_WANTED = "Give an address or a CIDR range, such as 203.0.113.0/24 or 2001:db8::/32.";

/** An IPv4 or IPv6 address, or a CIDR range of them, in the spellings that everybody reads alike. */
export const ipRangeRule: TextRule = {
  normalize: (value) => value.trim(),
  problem(value) {
    const [address = "", bits = "0", ...rest] = value.split("/");
    const most = isIpv4(address) ? 32 : isIpv6(address) ? 128 : -1;
    return /^\d{1,3}$/.test(bits) && Number(bits) <= most && rest.length === 0 ? null : IP_RANGE_WANTED;
  },
};

// Written by Postern for each delivery, or by HTTP itself.
const OWN_HEADERS =
  /^(webhook-.*|content-(type|length|encoding)|accept-encoding|host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|user-agent)$/i;

/** The name of an extra request header: a token of RFC 9110, and none that Postern writes itself. */
export const headerNameRule: TextRule = {
  normalize: (value) => value.trim(),
  problem(value) {
    if (value.length > HEADER_NAME_MAX) return `Use at most ${HEADER_NAME_MAX} characters.`;
    if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(value)) {
      return "Give a header's name, such as X-Tenant: letters, digits and hyphens.";
    }
    return OWN_HEADERS.test(value) ? "Choose another header: Postern or HTTP itself writes this one." : null;
  },
};

/** The value of an extra request header: printable ASCII, as RFC 9110 advises; the mask stands for the kept one. */
export const headerValueRule: TextRule = {
  normalize: (value) => value.trim(),
  problem(value) {
    if (value.length > HEADER_VALUE_MAX) return `Use at most ${HEADER_VALUE_MAX} characters.`;
    return value === MASKED_VALUE || /^[\x20-\x7e\t]*$/.test(value)
      ? null
      : "Use printable ASCII characters only.";
  },
};

/** A slug made from a name: "Größe & Maß" becomes "grosse-mass". Empty when nothing of it can be kept. */
export function slugFrom(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/\p{M}+/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, SLUG_MAX)
    .replace(/^-+|-+$/g, "");
}
