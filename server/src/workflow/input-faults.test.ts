import { openSchemaChecker } from "./schema-checker.js";

const checker = openSchemaChecker({ deadlineMs: 10_000 });
afterAll(() => checker.close());

const faults = (schema: unknown, inputText: string | null) =>
  checker.inputFaults(JSON.stringify(schema), inputText);

const UNION = {
  anyOf: [{ properties: { a: true } }, { properties: { b: true } }],
  unevaluatedProperties: false,
};
const TREE = {
  properties: { value: { type: "number" }, children: { items: { $ref: "#" } } },
  required: ["value"],
};

const HOLDS: [what: string, schema: unknown, inputText: string | null][] = [
  ["anything, under true", true, '{"a":[1,null]}'],
  ["no input, which is null", { type: "null" }, null],
  ["a price of two decimals", { multipleOf: 0.01 }, "19.99"],
  ["a large number of cents", { multipleOf: 0.01 }, "12345678901.23"],
  ["a huge whole number", { multipleOf: 1 }, "1e21"],
  ["a tiny part", { multipleOf: 1e-7 }, "0.0000003"],
  ["nothing, of any part", { multipleOf: 1e-300 }, "-0"],
  ["a whole number with a point", { type: "integer" }, "3.0"],
  ["characters outside the basic plane, each counted once", { maxLength: 2 }, '"🔑🔑"'],
  ["text that a format only describes", { format: "email" }, '"no address"'],
  [
    "equal objects under other orders of names",
    { const: { a: 1, b: [{ c: 2, d: 3 }] } },
    '{"b":[{"d":3,"c":2}],"a":1}',
  ],
  [
    "a choice with members of objects in it",
    { enum: [{ valueOf: 1, constructor: {} }] },
    '{"constructor":{},"valueOf":1}',
  ],
  [
    "different things, among them 1 and its text",
    { uniqueItems: true },
    '[1,"1",true,[1],{"a":1},{"a":2},null]',
  ],
  ["equal things where they may be", { uniqueItems: false }, "[1,1]"],
  ["a property named __proto__ that is required", { required: ["__proto__"] }, '{"__proto__":1}'],
  ["no constructor, though every object has one", { properties: { constructor: { type: "string" } } }, "{}"],
  ["looked-at properties", UNION, '{"a":1,"b":2}'],
  ["a tree", TREE, '{"value":1,"children":[{"value":2,"children":[]}]}'],
  [
    "several patterns, each for itself",
    { allOf: [{ pattern: "^a" }, { pattern: "b$" }, { pattern: "c" }] },
    '"acb"',
  ],
];

test.each(HOLDS)("a schema is kept by %s", async (_, schema, inputText) => {
  expect(await faults(schema, inputText)).toEqual([]);
});

const MISSING = "Is missing.";
const NOT_ALLOWED = "Is not allowed here.";

const BREAKS: [what: string, schema: unknown, inputText: string | null, path: string, message: string][] = [
  ["anything, under false", false, "1", "", NOT_ALLOWED],
  ["no input", { type: "object" }, null, "", "Must be of type object."],
  [
    "another type",
    { items: { type: ["string", "null"] } },
    "[null,1]",
    "/1",
    "Must be of type string or null.",
  ],
  ["a missing property", { required: ["a/b"] }, "{}", "/a~1b", MISSING],
  ["what only the prototype has", { required: ["toString"] }, "{}", "/toString", MISSING],
  ["an unknown property", { additionalProperties: false }, '{"a":1}', "/a", NOT_ALLOWED],
  [
    "an unknown property named __proto__",
    { additionalProperties: false },
    '{"__proto__":1}',
    "/__proto__",
    NOT_ALLOWED,
  ],
  ["toString, at which nobody looked", UNION, '{"toString":1}', "/toString", NOT_ALLOWED],
  ["__proto__, at which nobody looked", UNION, '{"a":1,"__proto__":1}', "/__proto__", NOT_ALLOWED],
  [
    "a constructor of another type",
    { properties: { constructor: { type: "string" } } },
    '{"constructor":1}',
    "/constructor",
    "Must be of type string.",
  ],
  [
    "a property without its companion",
    { dependentRequired: { a: ["b"] } },
    '{"a":1}',
    "/b",
    'Is missing: it goes together with "a".',
  ],
  ["too little", { minimum: 3 }, "2", "", "Must be at least 3."],
  ["just too much", { exclusiveMaximum: 3 }, "3", "", "Must be less than 3."],
  ["half a cent", { multipleOf: 0.01 }, "19.995", "", "Must be a multiple of 0.01."],
  ["short text", { minLength: 1 }, '""', "", "Must have at least 1 character."],
  [
    "text that the second pattern refuses",
    { allOf: [{ pattern: "^a" }, { pattern: "b$" }] },
    '"ac"',
    "",
    "Must match the pattern b$",
  ],
  ["a line end after the end", { pattern: "^a$" }, '"a\\n"', "", "Must match the pattern ^a$"],
  ["another value", { const: { a: 1 } }, '{"a":2}', "", 'Must be {"a":1}.'],
  ["none of the choices", { enum: ["a", 1, null] }, '"1"', "", 'Must be one of "a", 1, null.'],
  [
    "the same thing twice",
    { uniqueItems: true },
    '[{"a":1,"b":2},{"b":2,"a":1}]',
    "",
    "Must not have the same item twice.",
  ],
  ["too many items", { maxItems: 1 }, "[1,2]", "", "Must have at most 1 item."],
  ["items after the last", { prefixItems: [true], items: false }, "[1,2]", "", "Must have at most 1 item."],
  [
    "nothing of what it must contain",
    { contains: { const: 1 }, maxContains: 2 },
    "[2]",
    "",
    "Must have at least 1 and at most 2 of the items that contains describes.",
  ],
  ["too many properties", { maxProperties: 1 }, '{"__proto__":1,"a":2}', "", "Must have at most 1 property."],
  [
    "a name that is refused",
    { propertyNames: { maxLength: 2 } },
    '{"abc":1}',
    "/abc",
    "Has a name that is not allowed here.",
  ],
  [
    "none of the alternatives",
    { anyOf: [{ type: "string" }, { type: "null" }] },
    "1",
    "",
    "Must fit at least one of the schemas of anyOf.",
  ],
  [
    "none of exactly one",
    { oneOf: [{ type: "string" }, { type: "null" }] },
    "1",
    "",
    "Must fit one of the schemas of oneOf.",
  ],
  [
    "two of exactly one",
    { oneOf: [true, {}] },
    "1",
    "",
    "Must fit only one of the schemas of oneOf, and fits more.",
  ],
  ["what it must not be", { not: { type: "number" } }, "1", "", "Must not fit the schema of not."],
  [
    "a fault deep in a tree",
    TREE,
    '{"value":1,"children":[{"value":"x"}]}',
    "/children/0/value",
    "Must be of type number.",
  ],
];

test.each(BREAKS)("a schema is broken by %s", async (_, schema, inputText, path, message) => {
  expect(await faults(schema, inputText)).toEqual([{ path, message }]);
});

test("all faults of an input are told at once, at most ten, and none repeats a value", async () => {
  const schema = {
    properties: {
      a: { type: "number", const: 5 },
      b: { pattern: "^x" },
      c: { enum: [1] },
      d: { maxLength: 3 },
    },
    items: { type: "string" },
  };
  const told = await faults(schema, '{"a":"secret-1","b":"secret-2","c":"secret-3","d":"secret-4"}');
  expect(told.map(({ path }) => path)).toEqual(["/a", "/a", "/b", "/c", "/d"]);
  expect(JSON.stringify(told)).not.toContain("secret");
  expect(await faults(schema, JSON.stringify(Array(500).fill(1)))).toHaveLength(10);
});

test("a fault stays short, however long the names in the input and the texts in the schema are", async () => {
  const told = await faults(
    { additionalProperties: { enum: ["y".repeat(9_000)], pattern: `^${"z".repeat(3_000)}` } },
    JSON.stringify({ ["x".repeat(100_000)]: "" }),
  );
  expect(told).toHaveLength(2);
  for (const { path, message } of told) expect(path.length + message.length).toBeLessThan(500);
});

test("an input leaves nothing behind for the next one", async () => {
  const text = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
  expect(await faults({ default: {}, properties: { a: { default: 1 } } }, text)).toEqual([]);
  expect(await faults({ required: ["polluted"] }, "{}")).toEqual([{ path: "/polluted", message: MISSING }]);
});
