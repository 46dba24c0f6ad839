/** A secret, or a part of one, inside a text that was pasted: alone, in quotes, in a header or a line of `.env`. */
export type PastedKey = { whole: true; secret: string } | { whole: false };

const WHOLE = 38;
/** Previews show four characters; nobody has a reason to type more of a secret than that. */
const SHOWN = 4;

/** What of a secret the text holds; null when it holds none, a preview included. */
export function pastedKey(text: string): PastedKey | null {
  const [found, random = ""] = /pst_[ops]_([0-9A-Za-z]*)/.exec(text) ?? [];
  if (found === undefined || random.length <= SHOWN) return null;
  return random.length === WHOLE ? { whole: true, secret: found } : { whole: false };
}
