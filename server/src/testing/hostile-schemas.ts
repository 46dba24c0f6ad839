/** A schema and an input that mean to hold the server up, each in its own way. */
export interface HostilePair {
  name: string;
  schema: unknown;
  input: unknown;
  /** Whether the schema alone gives it away, so that it cannot even be kept. */
  refusedWhenKept: boolean;
}

const LARGEST = 250 * 1024;
const long = (character: string) => character.repeat(LARGEST);
const many = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => item(i));
const names = <T>(count: number, value: (index: number) => T): Record<string, T> =>
  Object.fromEntries(many(count, (index) => [`p${index}`, value(index)]));
const nested = (levels: number, inner: unknown, wrap: (inner: unknown) => unknown): unknown =>
  levels === 0 ? inner : nested(levels - 1, wrap(inner), wrap);

/** A chain of definitions, each of which refers twice to the next one. */
const doubling = (times: number, twice: (reference: object) => object, last: unknown): object => ({
  $ref: "#/$defs/a0",
  $defs: {
    ...Object.fromEntries(many(times, (index) => [`a${index}`, twice({ $ref: `#/$defs/a${index + 1}` })])),
    [`a${times}`]: last,
  },
});

const twiceIn = (keyword: string) => (reference: object) => ({ [keyword]: [reference, reference] });

/** Looks at each level twice: 2^32 times at the depth that an input may have. */
const twicePerLevel = (more: object) => ({
  allOf: [{ items: { $ref: "#" } }, { items: { $ref: "#" } }],
  ...more,
});

const deep = nested(31, 1, (inner) => [inner]);
const objects = many(20_000, (index) => ({ a: index }));

const pair = (name: string, schema: unknown, input: unknown): HostilePair => ({
  name,
  schema,
  input,
  refusedWhenKept: false,
});
const unkept = (name: string, schema: unknown, input: unknown): HostilePair => ({
  ...pair(name, schema, input),
  refusedWhenKept: true,
});

export const HOSTILE_PAIRS: HostilePair[] = [
  pair("a pattern that backtracks", { pattern: "^(a+)+$" }, `${long("a")}!`),
  pair("another one, with alternatives", { pattern: "^(a|aa|a?)+$" }, `${long("a")}!`),
  pair("a pattern with many states", { pattern: "(a|b)*a(a|b){900}c" }, "ab".repeat(LARGEST / 2)),
  pair(
    "500 patterns over a long text",
    { allOf: many(500, (i) => ({ pattern: `a.{${i}}b.{9}c$` })) },
    long("a"),
  ),
  pair("patterns of 8,000 parts", { pattern: "x*".repeat(8_000) }, `${long("x")}!`),
  pair(
    "patterns for 20,000 names",
    { patternProperties: Object.fromEntries(many(300, (i) => [`[ab].*${i}$`, false])) },
    names(20_000, () => 1),
  ),
  unkept("a pattern that looks around", { pattern: "(?=(a+)+)b" }, long("a")),
  unkept("a pattern that refers back", { pattern: "^(a+)\\1+$" }, long("a")),
  unkept("counts within counts", { pattern: "((a{1000}){1000}){1000}" }, long("a")),
  pair("20,000 objects, each only once", { uniqueItems: true }, objects),
  pair(
    "40,000 numbers, each only once",
    { uniqueItems: true },
    many(40_000, (index) => index),
  ),
  pair(
    "only once, at each of 31 levels",
    { uniqueItems: true, items: { $ref: "#" } },
    nested(30, objects.slice(0, 9_000), (inner) => [inner, 1]),
  ),
  unkept("twenty doublings", doubling(20, twiceIn("allOf"), { type: "string" }), 1),
  unkept("twenty doublings of anyOf", doubling(20, twiceIn("anyOf"), { type: "string" }), 1),
  unkept("twenty doublings of oneOf", doubling(20, twiceIn("oneOf"), { type: "string" }), 1),
  unkept(
    "sixty doublings that note what they looked at",
    doubling(60, (reference) => ({ ...twiceIn("anyOf")(reference), unevaluatedProperties: false }), true),
    names(1_000, () => 1),
  ),
  unkept(
    "doublings of not",
    doubling(40, (reference) => ({ not: { anyOf: [reference, { not: reference }] } }), { type: "string" }),
    1,
  ),
  unkept(
    "doublings by if, then and else",
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    doubling(40, (reference) => ({ if: reference, then: reference, else: reference }), { type: "string" }),
    1,
  ),
  unkept(
    "doublings by dependentSchemas",
    doubling(40, (reference) => ({ dependentSchemas: { a: reference, b: reference } }), { type: "object" }),
    { a: 1, b: 2 },
  ),
  unkept("a circle of one", { $ref: "#" }, 1),
  unkept(
    "a circle by way of allOf",
    { allOf: [{ $ref: "#/$defs/a" }], $defs: { a: { allOf: [{ $ref: "#" }] } } },
    1,
  ),
  pair("two looks at each level", twicePerLevel({}), deep),
  pair("two looks at each level, noting all", twicePerLevel({ unevaluatedItems: false }), deep),
  pair(
    "alternatives at each level",
    { anyOf: [{ items: { $ref: "#" }, maxItems: 0 }, { items: { $ref: "#" } }, { type: "string" }] },
    deep,
  ),
  pair(
    "one of two equal things at each level",
    { oneOf: [{ items: { $ref: "#" } }, { items: { $ref: "#" }, minItems: 2 }] },
    deep,
  ),
  pair(
    "900 alternatives for each of 120,000 items",
    { contains: { anyOf: many(900, () => ({ type: "null" })) } },
    many(120_000, () => 1),
  ),
  pair(
    "900 alternatives that never fit",
    { items: { anyOf: many(900, () => ({ type: "null" })) } },
    many(120_000, () => 1),
  ),
  pair(
    "400 alternatives with properties",
    { oneOf: many(400, () => ({ properties: { a: { type: "null" } } })) },
    { a: null },
  ),
  pair(
    "3,000 values to choose from, 80,000 times",
    { items: { enum: many(3_000, (index) => index) } },
    many(80_000, () => -1),
  ),
  pair(
    "a value to equal, as large as can be",
    { enum: [many(4_000, (index) => index % 10)] },
    many(120_000, () => 1),
  ),
  pair(
    "parts of a tiny number",
    { items: { multipleOf: 1e-300 } },
    many(28_000, () => 1.1e300),
  ),
  pair("a huge least length", { minLength: 9e15, maxLength: 9e15 }, "🔑".repeat(60_000)),
  pair(
    "a huge least number of items",
    { minItems: 9e15, minContains: 9e15, contains: true },
    many(100_000, () => 1),
  ),
  pair(
    "20,000 unknown properties",
    { additionalProperties: false },
    names(20_000, () => 1),
  ),
  pair(
    "100,000 faults",
    { items: { type: "string", minLength: 3 } },
    many(100_000, () => 1),
  ),
  pair(
    "20,000 names that are refused",
    { propertyNames: { pattern: "^q", maxLength: 1 } },
    names(20_000, () => 1),
  ),
  pair(
    "900 required properties in each of 20,000 items",
    { items: { required: many(900, (index) => `property${index}`) } },
    many(20_000, () => ({})),
  ),
  pair(
    "400 properties",
    { properties: names(400, () => ({ type: "string" })), required: Object.keys(names(400, () => 1)) },
    {},
  ),
  pair(
    "a chain of 300 references",
    doubling(300, (reference) => ({ allOf: [reference] }), true),
    1,
  ),
];
