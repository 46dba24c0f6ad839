import type { z } from "zod";
import { PROBLEM_TYPE, Problem } from "./problems.js";

/** One header of an answer, as a JSON Schema with its description. */
type Headers = Record<string, { type: "string" | "integer"; description: string; examples?: unknown[] }>;

/** An answer as a route's schema has it: what Fastify serializes by, and what OpenAPI shows. */
export interface Described {
  description: string;
  headers: Headers;
  content: Record<string, { schema: z.ZodType }>;
}

const REQUEST_ID: Headers = {
  "X-Request-Id": { type: "string", description: "Names this request in the log." },
};

/** draft-ietf-httpapi-ratelimit-headers-10; only where an API key calls. */
export const RATE: Headers = {
  "RateLimit-Policy": {
    type: "string",
    description: "Calls that the API key may make in a minute.",
    examples: ['"minute";q=600;w=60'],
  },
  RateLimit: {
    type: "string",
    description: "Calls that are left (r), and seconds until the minute ends (t).",
    examples: ['"minute";r=599;t=60'],
  },
};

export const describe = (
  description: string,
  type: string,
  schema: z.ZodType,
  headers: Headers = {},
): Described => ({ description, headers: { ...headers, ...REQUEST_ID }, content: { [type]: { schema } } });

const REFUSALS = {
  400: "BAD_USER_INPUT: the request is at fault, with all faults at once in fields.",
  401: "UNAUTHENTICATED: no credential, or one that does not work; reason says which.",
  403: "FORBIDDEN: you may know of it, but not do this. reason is IP_NOT_ALLOWED where a key comes from a wrong address.",
  404: "NOT_FOUND: it does not exist, or you may not know that it does.",
  409: "CONFLICT: it was done already, or cannot be done as things stand.",
  413: "PAYLOAD_TOO_LARGE: the body is over 512 KiB.",
  415: "BAD_USER_INPUT: the body is not JSON in UTF-8.",
  429: "RATE_LIMITED: the API key's calls for this minute are used up, or too many inputs of one workflow are being checked.",
  500: "INTERNAL_SERVER_ERROR: our fault. requestId names it in the log.",
  503: "SERVICE_UNAVAILABLE: the database does not answer at the moment, or too many inputs are being checked.",
};

const RETRY_AFTER: Headers = { "Retry-After": { type: "integer", description: "Seconds to wait." } };
const CHALLENGE: Headers = {
  "WWW-Authenticate": {
    type: "string",
    description: "How to authenticate.",
    examples: ['Bearer realm="postern"'],
  },
};

/** The problem documents with which a route may answer; 500 and 503 may come from any. */
export function refusals(...statuses: (keyof typeof REFUSALS)[]): Record<number, Described> {
  const headers: Partial<Record<number, Headers>> = {
    401: CHALLENGE,
    429: { ...RETRY_AFTER, ...RATE },
    503: RETRY_AFTER,
  };
  return Object.fromEntries(
    [...statuses, 500 as const, 503 as const].map((status) => [
      status,
      describe(REFUSALS[status], PROBLEM_TYPE, Problem, headers[status]),
    ]),
  );
}
