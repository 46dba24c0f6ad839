import { GraphQLError, GraphQLScalarType, Kind, type ObjectValueNode, type ValueNode } from "graphql";

/** Said of a number that would not be the same one after it was read. It goes in text. */
export const NUMBER_TOO_LARGE =
  "A number is too large to be kept exactly: integers go up to 9007199254740991. Send it as text, in quotes.";

/**
 * Whether a JSON number is one that JavaScript holds: a finite double, as an integer at most 2^53 - 1, and beyond
 * that, written with a point or an exponent, one that loses none of its digits.
 */
export function isExact(number: string): boolean {
  const value = Number(number);
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return true;
  return Number.isFinite(value) && /[.eE]/.test(number) && digitsOf(number) === digitsOf(String(value));
}

/** The number's digits without zeros around them, and its power of ten: the same for 12e3 and 12000.0. */
function digitsOf(number: string): string {
  const [mantissa = "", exponent = "0"] = number.toLowerCase().replace("-", "").split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = whole + fraction;
  let [start, end] = [0, digits.length];
  while (digits[start] === "0") start++;
  while (end > start && digits[end - 1] === "0") end--;
  return `${digits.slice(start, end)}e${Number(exponent) - fraction.length + digits.length - end}`;
}

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * What makes a JSON text unfit before anything is built from it: it nests deeper than so many levels, or a number
 * in it is none that JavaScript can hold (RFC 7493, I-JSON). Such a number would be read as another one. Of two
 * equal names in an object the last one counts. Whether it is JSON at all, the parser says.
 */
export function unfitness(text: string, levels: number): "TOO_DEEP" | "NUMBER_TOO_LARGE" | null {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (inString) {
      if (character === "\\") i++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") {
      if (++depth > levels) return "TOO_DEEP";
    } else if (character === "}" || character === "]") depth--;
    else if (character === "-" || (character >= "0" && character <= "9")) {
      NUMBER.lastIndex = i;
      const [number] = NUMBER.exec(text) ?? [];
      if (number === undefined) continue; // no JSON, as the parser will say
      if (!isExact(number)) return "NUMBER_TOO_LARGE";
      i += number.length - 1;
    }
  }
  return null;
}

type Variables = Record<string, unknown> | null | undefined;

/** Any JSON value. Written into the query itself, it takes what JSON has: no enum values, no inexact numbers. */
export const GraphQLJson = new GraphQLScalarType<unknown, unknown>({
  name: "JSON",
  description: "Any JSON value (RFC 8259).",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc8259",
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => literalValue(node, variables),
});

function literalValue(node: ValueNode, variables: Variables): unknown {
  switch (node.kind) {
    case Kind.STRING:
    case Kind.BOOLEAN:
      return node.value;
    case Kind.INT:
    case Kind.FLOAT:
      if (!isExact(node.value)) throw new GraphQLError(NUMBER_TOO_LARGE, { nodes: [node] });
      return Number(node.value);
    case Kind.NULL:
      return null;
    case Kind.LIST:
      return node.values.map((item) => literalValue(item, variables));
    case Kind.OBJECT:
      return objectOf(node, variables);
    case Kind.VARIABLE:
      return variables?.[node.name.value];
    case Kind.ENUM:
      throw new GraphQLError("JSON has no enum values. Send text, in quotes.", { nodes: [node] });
  }
}

function objectOf(node: ObjectValueNode, variables: Variables): object {
  // defineProperty, as an assignment to __proto__ would be something else than a property.
  const value = {};
  for (const field of node.fields) {
    Object.defineProperty(value, field.name.value, {
      value: literalValue(field.value, variables),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return value;
}

/** A stored JSON text as the value it stands for. */
export const jsonOf = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

/** Whether a JSON value nests deeper than so many levels. It looks no further down than that. */
export function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => nestsDeeper(inner, levels - 1));
}
