/** Where in a JSON text something stands; the first line and the first column are 1. */
export interface JsonPlace {
  line: number;
  column: number;
  /** Characters before it. */
  offset: number;
}

export type JsonPlaces =
  | { fault: JsonPlace }
  /** The place of each value, by its JSON pointer; the whole text's is "". */
  | { places: Map<string, JsonPlace> };

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON has none of them inside of a text
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

class Fault {
  readonly offset: number;
  constructor(offset: number) {
    this.offset = offset;
  }
}

/**
 * Reads a JSON text for its places only. Browsers name the place of a fault in words of their own, or not at
 * all, and none says where a value stands that the server finds wrong. Of a text that nests deeper than the
 * stack, which no limit allows, it tells what it came to.
 */
export function jsonPlaces(text: string): JsonPlaces {
  const offsets = new Map<string, number>();
  try {
    readAll(text, offsets);
  } catch (error) {
    if (error instanceof Fault) return { fault: placeAt(text, error.offset) };
    if (!(error instanceof RangeError)) throw error;
  }
  return { places: new Map([...offsets].map(([pointer, offset]) => [pointer, placeAt(text, offset)])) };
}

/** The place of the value, or of the nearest one around it that is there: a missing property is said of its object. */
export function placeOf(places: Map<string, JsonPlace>, pointer: string): JsonPlace | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const place = places.get(at);
    if (place !== undefined || !at.includes("/")) return place;
  }
}

function placeAt(text: string, offset: number): JsonPlace {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n"), offset };
}

function readAll(text: string, offsets: Map<string, number>): void {
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const next = () => {
    take(SPACE);
    return text.charAt(at);
  };
  const need = (sign: string) => {
    if (next() !== sign) throw new Fault(at);
    at++;
  };
  function value(pointer: string) {
    const sign = next();
    offsets.set(pointer, at);
    if (sign === "{") return items("}", property, pointer);
    if (sign === "[") return items("]", (i) => value(`${pointer}/${i}`), pointer);
    if (take(STRING) ?? take(WORD) ?? take(NUMBER)) return;
    throw new Fault(at);
  }
  function items(end: string, item: (index: number, pointer: string) => void, pointer: string) {
    at++;
    if (next() !== end) {
      for (let index = 0; ; index++) {
        item(index, pointer);
        if (next() !== ",") break;
        at++;
      }
    }
    need(end);
  }
  function property(_index: number, pointer: string) {
    next();
    const start = at;
    const name = take(STRING);
    if (name === undefined) throw new Fault(start);
    need(":");
    value(`${pointer}/${escaped(JSON.parse(name) as string)}`);
  }
  value("");
  if (next() !== "") throw new Fault(at);
}

const escaped = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");
