const DEEPEST = 4;

interface Schema {
  type?: unknown;
  properties?: Record<string, unknown>;
  required?: unknown;
  items?: unknown;
  enum?: unknown;
  const?: unknown;
  default?: unknown;
  examples?: unknown;
  minimum?: unknown;
  format?: unknown;
  minLength?: unknown;
}

const LONGEST = 100;
const FORMATS: Record<string, string> = {
  email: "ada@example.com",
  uri: "https://example.com",
  date: "2027-01-31",
  "date-time": "2027-01-31T09:00:00Z",
};

/**
 * An input to start from: what a JSON Schema asks for as far as that is easy to tell, a greeting without one.
 * It need not fit; whoever sends it is told what does not.
 */
export function sampleInput(schema: unknown): unknown {
  return schema === null || schema === undefined ? { hello: "world" } : sampleOf(schema, 0);
}

function sampleOf(given: unknown, depth: number): unknown {
  if (typeof given !== "object" || given === null || depth > DEEPEST) return null;
  const schema = given as Schema;
  if ("const" in schema) return schema.const;
  if ("default" in schema) return schema.default;
  for (const some of [schema.examples, schema.enum])
    if (Array.isArray(some) && some.length > 0) return some[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : (schema.type ?? (schema.properties && "object"));
  switch (type) {
    case "object":
      return objectOf(schema, depth);
    case "array":
      return schema.items === undefined ? [] : [sampleOf(schema.items, depth + 1)];
    case "string":
      return (FORMATS[String(schema.format)] ?? "text").padEnd(
        Math.min(Number(schema.minLength) || 0, LONGEST),
        "-",
      );
    case "integer":
    case "number":
      return typeof schema.minimum === "number" ? schema.minimum : 1;
    case "boolean":
      return true;
    default:
      return null;
  }
}

/** With what is required, or with all of a few properties where nothing is. */
function objectOf({ properties = {}, required }: Schema, depth: number): Record<string, unknown> {
  const names =
    Array.isArray(required) && required.length > 0 ? required.map(String) : Object.keys(properties);
  return Object.fromEntries(names.map((name) => [name, sampleOf(properties[name] ?? null, depth + 1)]));
}
