import { Ajv2020, type FuncKeywordDefinition, type ValidateFunction } from "ajv/dist/2020.js";
import { compilePattern } from "./input-schema-pattern.js";

/** JSON text that is the same for equal values: names sorted, numbers as JavaScript writes them. */
function canonicalText(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${canonicalText(inner)}`).join(",")}}`;
}

/** A number as digits and a power of ten, as its shortest text has them. */
function decimal(number: number): { digits: bigint; power: number } {
  const [mantissa = "0", power = "0"] = number.toExponential().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), power: Number(power) - fraction.length };
}

/** Whether a number is a multiple of another one, as the decimals say that they are written with. */
function isMultiple(number: number, of: { digits: bigint; power: number }): boolean {
  const { digits, power } = decimal(number);
  const base = Math.min(power, of.power);
  return (digits * 10n ** BigInt(power - base)) % (of.digits * 10n ** BigInt(of.power - base)) === 0n;
}

/**
 * Keywords that the validator does otherwise. Its equality compares pairs, which takes seconds over 20,000
 * items, and fails on a property named valueOf; its division finds that 19.99 is no multiple of 0.01.
 */
const OWN_KEYWORDS: FuncKeywordDefinition[] = [
  {
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    compile: (wanted: boolean) => (items: unknown[]) =>
      !wanted || new Set(items.map(canonicalText)).size === items.length,
  },
  {
    keyword: "enum",
    schemaType: "array",
    compile: (values: unknown[]) => {
      const allowed = new Set(values.map(canonicalText));
      return (value: unknown) => allowed.has(canonicalText(value));
    },
  },
  {
    keyword: "const",
    compile: (wanted: unknown) => {
      const allowed = canonicalText(wanted);
      return (value: unknown) => canonicalText(value) === allowed;
    },
  },
  {
    keyword: "multipleOf",
    type: "number",
    schemaType: "number",
    compile: (divisor: number) => {
      const of = decimal(divisor);
      return (value: number) => isMultiple(value, of);
    },
  },
];

const regExp = Object.assign((pattern: string) => compilePattern(pattern), { code: "RE2" });

/**
 * The validator notes which properties were looked at as properties of an object of its own. One without a
 * prototype, or unevaluatedProperties would take toString and __proto__ for looked at.
 */
const withoutPrototypes = (code: string): string =>
  code.replaceAll(/\b(props\d+ ?= ?(?:props\d+ ?\|\| ?)?)\{\}/g, "$1{__proto__:null}");

/**
 * Compiles an input schema that has been found without fault. Formats are annotations, as the draft says.
 * Each schema has a validator of its own: a common one keeps all that it ever compiled. References are calls,
 * not copies of the code, which would grow with each of them.
 */
export function compileInputSchema(schema: unknown): ValidateFunction {
  const ajv = new Ajv2020({
    strict: false,
    meta: false,
    validateSchema: false,
    validateFormats: false,
    logger: false,
    messages: false,
    verbose: true,
    allErrors: true,
    ownProperties: true,
    inlineRefs: false,
    code: { regExp, process: withoutPrototypes },
  });
  for (const definition of OWN_KEYWORDS) {
    ajv.removeKeyword(definition.keyword as string);
    ajv.addKeyword(definition);
  }
  return ajv.compile(withoutId(schema));
}

/** The schema's own name is for people; as an address it could only mislead its references. */
function withoutId(schema: unknown): object | boolean {
  if (typeof schema !== "object" || schema === null) return schema === true;
  const { $id: _, $schema: __, ...rest } = schema as Record<string, unknown>;
  return rest;
}
