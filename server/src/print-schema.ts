// Writes server/schema.graphql from the decorators; with --check it only compares, and fails when it is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { printedSchema } from "./graphql/print.js";
import { createSchema } from "./graphql/schema.js";

const file = new URL("../schema.graphql", import.meta.url);
const schema = printedSchema(createSchema());

if (!process.argv.includes("--check")) {
  writeFileSync(file, schema);
} else if (readFileSync(file, "utf8") !== schema) {
  process.stderr.write("server/schema.graphql is stale. Run: pnpm schema\n");
  process.exitCode = 1;
}
