import type { ErrorObject } from "ajv/dist/2020.js";
import type { FieldFault } from "../errors.js";
import { FAULTS_MAX } from "./input-schema.js";
import { pointerTo } from "./input-schema-keywords.js";

/** Characters of a path, and of what a message repeats of the schema. */
const TEXT_MAX = 200;

type ErrorOf = ErrorObject<string, Record<string, unknown>, unknown>;

const shortened = (text: string): string =>
  text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX - 1)}…` : text;
const quoted = (value: unknown): string => shortened(JSON.stringify(value));
const several = (count: unknown, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
const listed = (value: unknown): string => (Array.isArray(value) ? value.join(" or ") : String(value));

/** What each keyword says to whoever sent the input. The schema's words are repeated, the input's never. */
const SENTENCES: Record<string, (error: ErrorOf) => string> = {
  type: ({ schema }) => `Must be of type ${listed(schema)}.`,
  const: ({ schema }) => `Must be ${quoted(schema)}.`,
  enum: ({ schema }) =>
    `Must be one of ${shortened((schema as unknown[]).map((each) => JSON.stringify(each)).join(", "))}.`,
  minimum: ({ schema }) => `Must be at least ${schema}.`,
  maximum: ({ schema }) => `Must be at most ${schema}.`,
  exclusiveMinimum: ({ schema }) => `Must be more than ${schema}.`,
  exclusiveMaximum: ({ schema }) => `Must be less than ${schema}.`,
  multipleOf: ({ schema }) => `Must be a multiple of ${schema}.`,
  minLength: ({ schema }) => `Must have at least ${several(schema, "character")}.`,
  maxLength: ({ schema }) => `Must have at most ${several(schema, "character")}.`,
  pattern: ({ schema }) => `Must match the pattern ${shortened(String(schema))}`,
  minItems: ({ schema }) => `Must have at least ${several(schema, "item")}.`,
  maxItems: ({ schema }) => `Must have at most ${several(schema, "item")}.`,
  items: ({ params }) => `Must have at most ${several(params["limit"], "item")}.`,
  unevaluatedItems: ({ params }) => `Must have at most ${several(params["len"], "item")}.`,
  uniqueItems: () => "Must not have the same item twice.",
  contains: ({ params }) => containsSentence(params),
  minProperties: ({ schema }) => `Must have at least ${several(schema, "property", "properties")}.`,
  maxProperties: ({ schema }) => `Must have at most ${several(schema, "property", "properties")}.`,
  required: () => "Is missing.",
  dependentRequired: ({ params }) => `Is missing: it goes together with ${quoted(params["property"])}.`,
  additionalProperties: () => "Is not allowed here.",
  unevaluatedProperties: () => "Is not allowed here.",
  propertyNames: () => "Has a name that is not allowed here.",
  "false schema": () => "Is not allowed here.",
  anyOf: () => "Must fit at least one of the schemas of anyOf.",
  oneOf: ({ params }) =>
    params["passingSchemas"] === null
      ? "Must fit one of the schemas of oneOf."
      : "Must fit only one of the schemas of oneOf, and fits more.",
  not: () => "Must not fit the schema of not.",
  if: ({ params }) => `Must fit the schema of ${params["failingKeyword"]}.`,
};

function containsSentence({ minContains, maxContains }: Record<string, unknown>): string {
  const most = maxContains === undefined ? "" : ` and at most ${maxContains}`;
  return `Must have at least ${minContains}${most} of the items that contains describes.`;
}

/** The property that a fault is about, where the validator names the object that has it or lacks it. */
function propertyOf({ params }: ErrorOf): string {
  const { missingProperty, additionalProperty, unevaluatedProperty, propertyName } = params;
  const name = missingProperty ?? additionalProperty ?? unevaluatedProperty ?? propertyName;
  return typeof name === "string" ? pointerTo(name) : "";
}

/** The validator's findings in words, at most ten. What failed inside an anyOf, oneOf or contains goes with it. */
export function inputFaultsOf(errors: ErrorOf[]): FieldFault[] {
  const unions = errors
    .filter(({ keyword }) => ["anyOf", "oneOf", "contains"].includes(keyword))
    .slice(0, FAULTS_MAX)
    .map(({ schemaPath }) => `${schemaPath}/`);
  const faults = new Map<string, FieldFault>();
  for (const error of errors) {
    if (faults.size === FAULTS_MAX) break;
    // A name that propertyNames refuses is told once, and not by the keyword that it broke.
    if (error.propertyName !== undefined && error.keyword !== "propertyNames") continue;
    if (unions.some((union) => error.schemaPath.startsWith(union))) continue;
    const path = shortened(error.instancePath + propertyOf(error));
    const message = SENTENCES[error.keyword]?.(error) ?? "Does not fit the schema.";
    faults.set(`${path} ${message}`, { path, message });
  }
  return [...faults.values()];
}
