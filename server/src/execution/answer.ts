import { INPUT_MAX_DEPTH, OUTPUT_MAX_BYTES } from "@postern/shared";
import type { Dispatcher } from "undici";
import { unfitness } from "../input/json.js";

/**
 * The answer as JSON text: its JSON, its text as a string, or null where it is empty. Nothing of one that is
 * compressed, which was not asked for.
 */
export async function readAnswer({ headers, body }: Dispatcher.ResponseData): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > OUTPUT_MAX_BYTES) break; // leaving the loop ends the connection
  }
  const encoding = String(headers["content-encoding"] ?? "identity");
  if (size === 0 || encoding.toLowerCase() !== "identity") return null;
  // As a stream: a character that the limit cuts in two is left out.
  const bytes = Buffer.concat(chunks).subarray(0, OUTPUT_MAX_BYTES);
  const text = new TextDecoder().decode(bytes, { stream: size > OUTPUT_MAX_BYTES });
  if (/[/+]json\b/i.test(String(headers["content-type"] ?? ""))) {
    try {
      if (unfitness(text, INPUT_MAX_DEPTH) === null) return JSON.stringify(JSON.parse(text));
    } catch {
      // It says JSON and is not, or was cut.
    }
    // Kept as the text that it is; so is what nests too deep for whoever reads it, and what has a number
    // that would be rounded.
  }
  return JSON.stringify(text);
}
