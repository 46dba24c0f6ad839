import { PosternError } from "../errors.js";
import { NUMBER_TOO_LARGE, unfitness } from "../input/json.js";

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
  const problem = unfitness(text, LEVELS_MAX);
  if (problem === "TOO_DEEP") throw bad(`The body nests more than ${LEVELS_MAX} levels deep.`);
  if (problem === "NUMBER_TOO_LARGE") throw bad(NUMBER_TOO_LARGE);
  try {
    return JSON.parse(text);
  } catch {
    throw bad("The body is not JSON.");
  }
}
