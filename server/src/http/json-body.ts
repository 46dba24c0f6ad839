import { PosternError } from "../errors.js";
import { isExact, NUMBER_TOO_LARGE } from "../input/json.js";

/** Bytes of a request's body. */
export const BODY_MAX_BYTES = 512 * 1024;
const LEVELS_MAX = 64;

/** The one type of body that is read. */
export const JSON_TYPE = /^application\/json(; *charset="?utf-8"?)?$/i;

const bad = (message: string) => new PosternError("BAD_USER_INPUT", message);

/** Reads a JSON body: UTF-8 only, and no deeper than what can be walked without fear. */
export function parseJsonBody(body: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw bad("The body is not UTF-8.");
  }
  const problem = problemIn(text);
  if (problem !== null) throw bad(problem);
  try {
    return JSON.parse(text);
  } catch {
    throw bad("The body is not JSON.");
  }
}

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * What makes a text unfit before anything is built from it: it nests too deep, or a number in it is none that
 * JavaScript can hold (RFC 7493, I-JSON: a double; integers up to 2^53 - 1). Such a number would reach its
 * target as another one. Of two equal names in an object the last one counts.
 */
function problemIn(text: string): string | null {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (inString) {
      if (character === "\\") i++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") {
      if (++depth > LEVELS_MAX) return `The body nests more than ${LEVELS_MAX} levels deep.`;
    } else if (character === "}" || character === "]") depth--;
    else if (character === "-" || (character >= "0" && character <= "9")) {
      NUMBER.lastIndex = i;
      const [number] = NUMBER.exec(text) ?? [];
      if (number === undefined) continue; // no JSON, as the parser will say
      if (!isExact(number)) return NUMBER_TOO_LARGE;
      i += number.length - 1;
    }
  }
  return null;
}
