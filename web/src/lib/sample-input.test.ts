import { sampleInput } from "./sample-input.js";

test.each([
  [null, { hello: "world" }],
  [true, null],
  [
    {
      type: "object",
      properties: { email: { type: "string", format: "email" }, age: { type: "integer" } },
      required: ["email"],
    },
    { email: "ada@example.com" },
  ],
  [
    { properties: { tags: { type: "array", items: { enum: ["new", "old"] } }, on: { type: "boolean" } } },
    { tags: ["new"], on: true },
  ],
  [{ type: "string", minLength: 6 }, "text--"],
  [{ type: "string", format: "date", minLength: 10 }, "2027-01-31"],
  [{ type: ["number", "null"], minimum: 18 }, 18],
  [
    { type: "object", properties: { a: { default: 7 }, b: { const: "x" }, c: { examples: [[1]] } } },
    { a: 7, b: "x", c: [1] },
  ],
  [{ type: "object", required: ["unknown"] }, { unknown: null }],
])("a sample for %j is %j", (schema, sample) => {
  expect(sampleInput(schema)).toEqual(sample);
});

test("a schema that nests without end has an end here", () => {
  const schema: Record<string, unknown> = { type: "object" };
  schema.properties = { again: schema };
  expect(JSON.stringify(sampleInput(schema)).length).toBeLessThan(200);
});
