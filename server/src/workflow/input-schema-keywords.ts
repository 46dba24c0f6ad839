import { patternProblem } from "./input-schema-pattern.js";

/** What a keyword's value must be. */
type Kind =
  | "schema"
  | "schemas"
  | "schemasByName"
  | "schemasByPattern"
  | "count"
  | "number"
  | "positive"
  | "text"
  | "pattern"
  | "flag"
  | "anything"
  | "values"
  | "choices"
  | "names"
  | "namesByName"
  | "types"
  | "dialect"
  | "reference"
  | "anchor";

export const DIALECT = "https://json-schema.org/draft/2020-12/schema";

const WORDS: Record<Kind, string> = {
  schema:
    "not if then else items contains additionalProperties propertyNames unevaluatedItems unevaluatedProperties contentSchema",
  schemas: "allOf anyOf oneOf prefixItems",
  schemasByName: "$defs properties dependentSchemas",
  schemasByPattern: "patternProperties",
  count: "minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains",
  number: "minimum maximum exclusiveMinimum exclusiveMaximum",
  positive: "multipleOf",
  text: "$id $comment title description format contentEncoding contentMediaType",
  pattern: "pattern",
  flag: "uniqueItems deprecated readOnly writeOnly",
  anything: "const default",
  values: "examples",
  choices: "enum",
  names: "required",
  namesByName: "dependentRequired",
  types: "type",
  dialect: "$schema",
  reference: "$ref",
  anchor: "$anchor",
};

const KINDS: ReadonlyMap<string, Kind> = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind as Kind])),
);

/** Words of other drafts and dialects, and what JSON Schema 2020-12 says instead. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ["definitions", "Use $defs."],
  ["dependencies", "Use dependentRequired or dependentSchemas."],
  ["additionalItems", "Use prefixItems with items."],
  ["id", "Use $id."],
  ["nullable", 'Add "null" to type.'],
  ["discriminator", "Use oneOf with a const in each schema."],
  ["$recursiveRef", "Use $ref."],
  ["$recursiveAnchor", "Use $anchor."],
  ["$dynamicRef", "Postern takes no dynamic references. Use $ref."],
  ["$dynamicAnchor", "Postern takes no dynamic references. Use $anchor."],
  ["$vocabulary", "It belongs into meta-schemas."],
]);

const TYPES = ["null", "boolean", "object", "array", "number", "integer", "string"];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === "string") && isDistinct(value);
const isDistinct = (values: unknown[]) => new Set(values).size === values.length;
const isTypes = (value: unknown) =>
  isNames(value) && value.length > 0 && value.every((name) => TYPES.includes(name));

const unless = (holds: boolean, message: string): string | null => (holds ? null : message);
const BY_NAME = "Give an object with a schema for each name.";

const PROBLEMS: Record<Kind, (value: unknown) => string | null> = {
  schema: (value) =>
    unless(isObject(value) || typeof value === "boolean", "Give a schema: an object, true or false."),
  schemas: (value) => unless(Array.isArray(value) && value.length > 0, "Give a list of at least one schema."),
  schemasByName: (value) => unless(isObject(value), BY_NAME),
  schemasByPattern: (value) => unless(isObject(value), "Give an object with a schema for each pattern."),
  count: (value) =>
    unless(Number.isSafeInteger(value) && Number(value) >= 0, "Give a whole number, 0 or more."),
  number: (value) => unless(typeof value === "number", "Give a number."),
  positive: (value) => unless(typeof value === "number" && value > 0, "Give a number above 0."),
  text: (value) => unless(typeof value === "string", "Give text."),
  pattern: (value) =>
    typeof value === "string" ? patternProblem(value) : "Give a regular expression, as text.",
  flag: (value) => unless(typeof value === "boolean", "Give true or false."),
  anything: () => null,
  values: (value) => unless(Array.isArray(value), "Give a list."),
  choices: (value) => unless(Array.isArray(value) && value.length > 0, "Give a list of at least one value."),
  names: (value) => unless(isNames(value), "Give a list of names, each once."),
  namesByName: (value) =>
    unless(
      isObject(value) && Object.values(value).every(isNames),
      "Give an object with a list of names for each name.",
    ),
  types: (value) =>
    unless(
      TYPES.includes(value as string) || isTypes(value),
      `Give one of ${TYPES.join(", ")}, or a list of them.`,
    ),
  dialect: (value) =>
    unless(
      value === DIALECT || value === `${DIALECT}#`,
      `Leave it out, or give ${DIALECT}: no other draft is taken.`,
    ),
  reference: (value) =>
    unless(
      typeof value === "string" && value.startsWith("#"),
      "Refer to a place within this schema, such as #/$defs/address. Nothing is fetched from elsewhere.",
    ),
  anchor: (value) =>
    unless(
      typeof value === "string" && /^[A-Za-z_][-A-Za-z0-9._]*$/.test(value),
      "Give a name of letters, digits, -, _ and ., with a letter or _ first.",
    ),
};

/** Why a keyword cannot stand there with that value; null when it can. Words of one's own begin with `x-`. */
export function keywordProblem(keyword: string, value: unknown, isRoot: boolean): string | null {
  const kind = KINDS.get(keyword);
  if (keyword === "$id" && !isRoot) return "Only the whole schema may have an $id. Use $anchor.";
  if (kind !== undefined) return PROBLEMS[kind](value);
  if (keyword.startsWith("x-")) return null;
  return `JSON Schema 2020-12 has no such keyword. ${INSTEAD.get(keyword) ?? "Names of your own begin with x-."}`;
}

/** Keywords whose schemas look at the same value as the schema they stand in, not at a part of it. */
const IN_PLACE = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"];

/** A schema within a schema: where it lies, as a JSON pointer from the one it stands in. */
export interface Subschema {
  pointer: string;
  schema: unknown;
  inPlace: boolean;
  /** The property or pattern that it is for, where there is one. */
  name: string | null;
  byPattern: boolean;
}

/** The schemas right below a keyword, whose value has been found well-formed. */
export function subschemasOf(keyword: string, value: unknown): Subschema[] {
  const kind = KINDS.get(keyword);
  const inPlace = IN_PLACE.includes(keyword);
  const below = (name: string | null, schema: unknown): Subschema => ({
    pointer: `${pointerTo(keyword)}${name === null ? "" : pointerTo(name)}`,
    schema,
    inPlace,
    name,
    byPattern: kind === "schemasByPattern",
  });
  if (kind === "schema") return [below(null, value)];
  if (kind === "schemas" || kind === "schemasByName" || kind === "schemasByPattern") {
    return Object.entries(value as object).map(([name, schema]) => below(name, schema));
  }
  return [];
}

/** One step of a JSON pointer (RFC 6901). */
export const pointerTo = (name: string): string => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
