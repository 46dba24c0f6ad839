import { INPUT_SCHEMA_MAX_BYTES, INPUT_SCHEMA_MAX_DEPTH } from "@postern/shared";
import type { FieldFault } from "../errors.js";

/** Why a value is too large or too deep to be looked into; null when it is not. */
export function sizeFault(schema: unknown): FieldFault | null {
  if (nestsDeeper(schema, INPUT_SCHEMA_MAX_DEPTH)) {
    return {
      path: "",
      message: `Nest at most ${INPUT_SCHEMA_MAX_DEPTH} levels deep; $ref and $defs make it flatter.`,
    };
  }
  // Only undefined has no JSON text, and it is refused as what it is.
  const bytes = Buffer.byteLength(JSON.stringify(schema) ?? "");
  if (bytes <= INPUT_SCHEMA_MAX_BYTES) return null;
  return { path: "", message: `Use at most ${INPUT_SCHEMA_MAX_BYTES / 1024} KiB of JSON for the schema.` };
}

function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => nestsDeeper(inner, levels - 1));
}
