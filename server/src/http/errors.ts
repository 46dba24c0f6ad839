import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { databaseAway, isUnavailable } from "../database/failures.js";
import { type ErrorCode, PosternError } from "../errors.js";
import { BODY_MAX_BYTES } from "./json-body.js";

const STATUS: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  PAYLOAD_TOO_LARGE: 413,
  SERVICE_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/** What an answer says of an error: by an allow-list, as in GraphQL. */
export interface Refusal {
  status: number;
  code: ErrorCode;
  message: string;
  details: Readonly<Record<string, unknown>>;
}

/** Answers an error that arose outside of GraphQL, in the shape of a GraphQL error all the same. */
export function sendError(
  log: Logger,
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { status, code, message, details } = refusalOf(log, error, request, reply);
  reply.code(status).send({ errors: [{ message, extensions: { code, ...details } }] });
}

/** The refusal for an error, of which the answer has the headers by then, and the log what is nobody's business. */
export function refusalOf(
  log: Logger,
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): Refusal {
  const expected = expectedError(error);
  if (expected === null) log.error({ err: error, requestId: request.id }, "a request failed");
  const code: ErrorCode = expected?.code ?? "INTERNAL_SERVER_ERROR";
  const details = expected?.details ?? { requestId: request.id };
  if (code === "UNAUTHENTICATED") reply.header("www-authenticate", 'Bearer realm="postern"');
  const { retryAfterSeconds } = expected?.details ?? {};
  if (retryAfterSeconds !== undefined) reply.header("retry-after", String(retryAfterSeconds));
  const message = expected?.message ?? "Internal server error";
  const status = (error as FastifyError).code === "FST_ERR_CTP_INVALID_MEDIA_TYPE" ? 415 : STATUS[code];
  return { status, code, message, details };
}

function expectedError(error: FastifyError | Error): PosternError | null {
  if (error instanceof PosternError) return error;
  if (isUnavailable(error)) return databaseAway();
  const { code, statusCode } = error as FastifyError;
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") {
    return new PosternError("PAYLOAD_TOO_LARGE", `Send at most ${BODY_MAX_BYTES / 1024} KiB.`);
  }
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") {
    return new PosternError("BAD_USER_INPUT", 'Send JSON in UTF-8, with "Content-Type: application/json".');
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new PosternError("BAD_USER_INPUT", "The request is malformed.");
  }
  return null;
}
