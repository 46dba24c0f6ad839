import { PosternError } from "../errors.js";

/** Bytes of a request's body. */
export const BODY_MAX_BYTES = 512 * 1024;
const LEVELS_MAX = 64;

const bad = (message: string) => new PosternError("BAD_USER_INPUT", message);

/** Reads a JSON body: UTF-8 only, and no deeper than what can be walked without fear. */
export function parseJsonBody(body: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw bad("The body is not UTF-8.");
  }
  if (deeperThan(text, LEVELS_MAX)) throw bad(`The body nests more than ${LEVELS_MAX} levels deep.`);
  try {
    return JSON.parse(text);
  } catch {
    throw bad("The body is not JSON.");
  }
}

/** Looks at brackets outside of strings only, before anything is built. */
function deeperThan(text: string, levels: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (inString) {
      if (character === "\\") i++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") {
      if (++depth > levels) return true;
    } else if (character === "}" || character === "]") depth--;
  }
  return false;
}
