import { idempotencyKeyRule } from "@postern/shared";
import type { FastifyRequest } from "fastify";
import { badUserInput } from "../errors.js";

/** An sf-string (RFC 9651, 3.3.3): printable ASCII in quotes, in which a backslash stands before \ and ". */
const QUOTED = /^"((?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/;

/**
 * The Idempotency-Key header (draft-ietf-httpapi-idempotency-key-header), in quotes as the draft has it, or bare
 * as many clients send it; both spell the same key. Null without one. BAD_USER_INPUT at once for one that
 * cannot be meant, whatever is asked for: a caller that believes itself protected has to learn that it is not.
 */
export function readIdempotencyKey({ raw }: FastifyRequest): string | null {
  const [text, ...others] = raw.headersDistinct["idempotency-key"] ?? [];
  if (text === undefined) return null;
  const refuse = (message: string) => badUserInput([{ path: "header/Idempotency-Key", message }]);
  if (others.length > 0) throw refuse("Send the header once.");
  const key = text.startsWith('"') ? QUOTED.exec(text)?.[1]?.replace(/\\(["\\])/g, "$1") : text;
  if (key === undefined) throw refuse('Close the quotes, and write \\" and \\\\ inside them.');
  const problem = idempotencyKeyRule.problem(key);
  if (problem !== null) throw refuse(problem);
  return key;
}
