import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";

/** What is wrong with one field of an input; `path` as the server names it, such as "input.name". */
export interface FieldFault {
  path: string;
  message: string;
}

/** The server's answer "no", or its silence, in one shape. */
export interface Refusal {
  /** One of the API's error codes; NETWORK when no answer came, UNREADABLE when it was not GraphQL. */
  code: string;
  /** The server's own words; empty when there are none. */
  message: string;
  reason?: string;
  fields: FieldFault[];
  requestId?: string;
  retryAfterSeconds?: number;
  /** The key that a repeated request made at its first time. */
  apiKeyId?: string;
}

interface WireError {
  message?: unknown;
  extensions?: Record<string, unknown>;
}

/** Reads any error that a query or mutation can end with. The first error of an answer speaks for it. */
export function refusalFrom(error: unknown): Refusal {
  const first = wireErrors(error)[0];
  if (first !== undefined) return fromWire(first);
  const silent = { message: "", fields: [] };
  return ServerError.is(error) || error instanceof SyntaxError
    ? { code: "UNREADABLE", ...silent }
    : { code: "NETWORK", ...silent };
}

/** No answer, or one of something that stands before the server. */
const SILENT = new Set(["NETWORK", "UNREADABLE", "SERVICE_UNAVAILABLE"]);
export const isSilence = (error: unknown): boolean => SILENT.has(refusalFrom(error).code);

/**
 * What stands in the place of a list that was asked for again. Rows that answer the question already stay while
 * the server is silent, which the bar at the top says; a refusal takes them away.
 */
export const errorInPlace = (error: unknown, data: unknown): unknown =>
  error && data !== undefined && isSilence(error) ? undefined : error;

/** GraphQL errors come parsed, or, with an HTTP status that says no, as the text of the answer. */
function wireErrors(error: unknown): readonly WireError[] {
  if (CombinedGraphQLErrors.is(error)) return error.errors;
  if (!ServerError.is(error)) return [];
  try {
    const body = JSON.parse(error.bodyText) as { errors?: unknown };
    return Array.isArray(body.errors) ? (body.errors as WireError[]) : [];
  } catch {
    return [];
  }
}

function fromWire({ message, extensions = {} }: WireError): Refusal {
  const { code, reason, requestId, retryAfterSeconds, apiKeyId } = extensions;
  const fields = Array.isArray(extensions["fields"]) ? extensions["fields"].filter(isFieldFault) : [];
  return {
    code: typeof code === "string" ? code : "INTERNAL_SERVER_ERROR",
    message: typeof message === "string" ? withoutPaths(message, fields) : "",
    reason: typeof reason === "string" ? reason : undefined,
    fields,
    requestId: typeof requestId === "string" ? requestId : undefined,
    retryAfterSeconds: typeof retryAfterSeconds === "number" ? retryAfterSeconds : undefined,
    apiKeyId: typeof apiKeyId === "string" ? apiKeyId : undefined,
  };
}

/** The sentences alone, where a message names each fault by its path: "input.expiry: …", for programs. */
function withoutPaths(message: string, fields: readonly FieldFault[]): string {
  const named = fields.map(({ path, message }) => `${path}: ${message}`).join(" ");
  return message === named ? fields.map(({ message }) => message).join(" ") : message;
}

function isFieldFault(value: unknown): value is FieldFault {
  const fault = value as Partial<FieldFault> | null;
  return typeof fault?.path === "string" && typeof fault.message === "string";
}

/** Sorts a refusal's faults: those a form shows at one of its fields, and those it must say elsewhere. */
export function faultsByField(refusal: Refusal, formFields: readonly string[]) {
  const byField: Record<string, string> = {};
  const elsewhere: string[] = [];
  for (const { path, message } of refusal.fields) {
    const inner = path.replace(/^input\./, "");
    // "projectIds.3" belongs to the field "projectIds", "input/name", a place inside of free JSON, to "input".
    const field = formFields.find(
      (name) => inner === name || (/^[./]/.test(inner.slice(name.length)) && inner.startsWith(name)),
    );
    if (field === undefined) elsewhere.push(message);
    else byField[field] ??= message;
  }
  return { byField, elsewhere };
}
