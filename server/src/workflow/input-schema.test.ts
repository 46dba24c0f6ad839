import { openSchemaChecker } from "./schema-checker.js";

const checker = openSchemaChecker({ deadlineMs: 10_000 });
afterAll(() => checker.close());

const DIALECT = "https://json-schema.org/draft/2020-12/schema";
const nested = (levels: number): unknown => (levels === 0 ? {} : { not: nested(levels - 1) });

const TAKEN: [what: string, schema: unknown][] = [
  ["true", true],
  ["false", false],
  ["nothing that it demands", {}],
  ["the dialect by name", { $schema: DIALECT, type: "object" }],
  ["the dialect with an empty fragment", { $schema: `${DIALECT}#` }],
  ["several types", { type: ["string", "null"] }],
  [
    "a name of its own, and a reference to the whole",
    { $id: "https://example.com/tree", items: { $ref: "#" } },
  ],
  [
    "references into $defs, by pointer and by anchor",
    { $ref: "#/$defs/a~1b%20c", $defs: { "a/b c": { $ref: "#x" }, d: { $anchor: "x" } } },
  ],
  [
    "a reference to a property's schema",
    { properties: { a: { type: "string" }, b: { $ref: "#/properties/a" } } },
  ],
  [
    "all annotations",
    {
      title: "T",
      description: "D",
      $comment: "C",
      default: 1,
      examples: [1],
      deprecated: true,
      readOnly: true,
      writeOnly: false,
      format: "date",
      contentEncoding: "base64",
      contentMediaType: "text/plain",
      contentSchema: {},
    },
  ],
  ["words of one's own", { "x-order": [1, 2], properties: { a: { "x-widget": "date" } } }],
  [
    "properties named like keywords and like members of objects",
    {
      properties: { minlength: true, constructor: {}, toString: {}, $ref: { type: "string" } },
      required: ["__proto__"],
    },
  ],
  ["a pattern with what RE2 and ECMA-262 share", { pattern: "^(?<year>\\d{4})-\\u00e9\\/\\p{L}+(?:x|y)?$" }],
  ["1,000 times", { pattern: "^a{1000}$" }],
  ["20 levels", nested(19)],
  ["16 KiB", { description: "x".repeat(16 * 1024 - 18) }],
];

test.each(TAKEN)("a schema may have %s", async (_, schema) => {
  expect(await checker.schemaFaults(schema)).toEqual([]);
});

const NOT_HERE = "JSON Schema 2020-12 has no such keyword.";
const A_SCHEMA = "Give a schema: an object, true or false.";
const RE2 = "Write it without look-around, back-references and counts above 1000, which RE2 does not have.";
const NOWHERE = "There is no schema at that place of this schema.";
const WITHIN =
  "Refer to a place within this schema, such as #/$defs/address. Nothing is fetched from elsewhere.";
const CIRCLE = "This refers to itself without going deeper into the input, so a check would never end.";
const TYPE = "Give one of null, boolean, object, array, number, integer, string, or a list of them.";

const REFUSED: [what: string, schema: unknown, path: string, message: string][] = [
  ["null", null, "", A_SCHEMA],
  ["nothing", undefined, "", A_SCHEMA],
  ["text", "string", "", A_SCHEMA],
  ["a list", [], "", A_SCHEMA],
  ["a schema that is none", { properties: { "a/b": 1 } }, "/properties/a~1b", A_SCHEMA],
  [
    "another draft",
    { $schema: "http://json-schema.org/draft-07/schema#" },
    "/$schema",
    `Leave it out, or give ${DIALECT}: no other draft is taken.`,
  ],
  [
    "a typing mistake",
    { properties: { a: { minlength: 3 } } },
    "/properties/a/minlength",
    `${NOT_HERE} Names of your own begin with x-.`,
  ],
  [
    "a keyword named like a member of objects",
    { toString: 1 },
    "/toString",
    `${NOT_HERE} Names of your own begin with x-.`,
  ],
  [
    "a keyword named __proto__",
    JSON.parse('{"__proto__": {}}'),
    "/__proto__",
    `${NOT_HERE} Names of your own begin with x-.`,
  ],
  [
    "a property named __proto__",
    JSON.parse('{"properties": {"__proto__": {}}}'),
    "/properties/__proto__",
    "This name cannot be described. propertyNames can refuse it.",
  ],
  ["a word of an older draft", { definitions: {} }, "/definitions", `${NOT_HERE} Use $defs.`],
  ["a word of OpenAPI", { nullable: true }, "/nullable", `${NOT_HERE} Add "null" to type.`],
  ["a promise", { $async: true }, "/$async", `${NOT_HERE} Names of your own begin with x-.`],
  [
    "a dynamic reference",
    { $dynamicRef: "#a" },
    "/$dynamicRef",
    `${NOT_HERE} Postern takes no dynamic references. Use $ref.`,
  ],
  ["a reference to data", { minimum: { $data: "/x" } }, "/minimum", "Give a number."],
  ["an unknown type", { type: "text" }, "/type", TYPE],
  ["no type", { type: [] }, "/type", TYPE],
  ["a type twice", { type: ["null", "null"] }, "/type", TYPE],
  ["a length below 0", { minLength: -1 }, "/minLength", "Give a whole number, 0 or more."],
  ["a length in text", { maxLength: "3" }, "/maxLength", "Give a whole number, 0 or more."],
  ["parts of 0", { multipleOf: 0 }, "/multipleOf", "Give a number above 0."],
  ["a choice of nothing", { enum: [] }, "/enum", "Give a list of at least one value."],
  ["one required name as text", { required: "a" }, "/required", "Give a list of names, each once."],
  [
    "required as of draft 3",
    { properties: { a: { required: true } } },
    "/properties/a/required",
    "Give a list of names, each once.",
  ],
  ["items as of older drafts", { items: [{}] }, "/items", A_SCHEMA],
  ["no alternatives", { anyOf: [] }, "/anyOf", "Give a list of at least one schema."],
  ["properties as a list", { properties: [] }, "/properties", "Give an object with a schema for each name."],
  [
    "look-ahead",
    { pattern: "(?=a)" },
    "/pattern",
    `This is no pattern that RE2 takes (invalid or unsupported Perl syntax). ${RE2}`,
  ],
  [
    "look-behind",
    { pattern: "(?<!a)b" },
    "/pattern",
    `This is no pattern that RE2 takes (invalid named capture). ${RE2}`,
  ],
  [
    "a back-reference",
    { pattern: "(a)\\1" },
    "/pattern",
    `This is no pattern that RE2 takes (invalid escape sequence). ${RE2}`,
  ],
  [
    "a named back-reference",
    { pattern: "(?<x>a)\\\\\\k<x>" },
    "/pattern",
    `This is no pattern that RE2 takes. ${RE2}`,
  ],
  [
    "an open bracket",
    { patternProperties: { "[": {} } },
    "/patternProperties/[",
    `This is no pattern that RE2 takes (missing closing ]). ${RE2}`,
  ],
  ["a reference to another host", { $ref: "http://169.254.169.254/schema" }, "/$ref", WITHIN],
  ["a reference to a file", { $ref: "file:///etc/passwd" }, "/$ref", WITHIN],
  ["a reference to the dialect", { items: { $ref: DIALECT } }, "/items/$ref", WITHIN],
  ["a reference to nothing", { $ref: "#/$defs/a" }, "/$ref", NOWHERE],
  ["a reference to a member of objects", { $ref: "#/$defs/toString", $defs: {} }, "/$ref", NOWHERE],
  ["a reference to what is no schema", { $ref: "#/const", const: { type: "string" } }, "/$ref", NOWHERE],
  ["a reference that is no URI", { $ref: "#%" }, "/$ref", NOWHERE],
  [
    "an anchor twice",
    { $defs: { a: { $anchor: "x" }, b: { $anchor: "x" } } },
    "/$defs/b/$anchor",
    "Another place of this schema has that anchor already.",
  ],
  [
    "an $id below",
    { $defs: { a: { $id: "x" } } },
    "/$defs/a/$id",
    "Only the whole schema may have an $id. Use $anchor.",
  ],
  ["itself", { $ref: "#" }, "", CIRCLE],
  [
    "itself by a detour",
    { items: { anyOf: [{ $ref: "#/$defs/a" }] }, $defs: { a: { not: { $ref: "#/items" } } } },
    "/items",
    CIRCLE,
  ],
  ["21 levels", nested(20), "", "Nest at most 20 levels deep; $ref and $defs make it flatter."],
  [
    "more than 16 KiB",
    { description: "x".repeat(16 * 1024 - 17) },
    "",
    "Use at most 16 KiB of JSON for the schema.",
  ],
];

test.each(REFUSED)("a schema cannot be or have %s", async (_, schema, path, message) => {
  expect(await checker.schemaFaults(schema)).toEqual([{ path, message }]);
});

test("all faults of a schema are told at once, at most ten", async () => {
  const three = await checker.schemaFaults({
    type: "text",
    minLength: -1,
    properties: { a: { pattern: "(" } },
  });
  expect(three.map(({ path }) => path)).toEqual(["/type", "/minLength", "/properties/a/pattern"]);
  const properties = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [i, { typ: "string" }]));
  expect(await checker.schemaFaults({ properties })).toHaveLength(10);
});
