import { readFileSync } from "node:fs";
import { isObjectType } from "graphql";
import { printedSchema } from "./print.js";
import { createSchema } from "./schema.js";

const schema = createSchema();

test("the committed schema is what the decorators say", () => {
  expect(readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8")).toBe(printedSchema(schema));
});

test("every query, mutation and subscription tells in a sentence what it is for", () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    isObjectType,
  );
  const silent = roots.flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ description }) => !description)
      .map(({ name }) => name),
  );
  expect(silent).toEqual([]);
});
