import { INPUT_MAX_BYTES, INPUT_MAX_DEPTH } from "@postern/shared";

export type JsonText = { value: unknown } | { problem: JsonProblem };
export type JsonProblem = { kind: "syntax"; detail: string } | { kind: "size" } | { kind: "depth" };

/** Reads the JSON that somebody typed, within the limits of a trigger's input. Empty text is no input. */
export function readJsonText(text: string): JsonText {
  if (text.trim() === "") return { value: undefined };
  if (new Blob([text]).size > INPUT_MAX_BYTES) return { problem: { kind: "size" } };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: { kind: "syntax", detail: (error as SyntaxError).message } };
  }
  return depthOf(value) > INPUT_MAX_DEPTH ? { problem: { kind: "depth" } } : { value };
}

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let deepest = 0;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner));
  return deepest + 1;
}
