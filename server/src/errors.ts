/** The codes that a caller may meet in `errors[].extensions.code`; GraphQL's own two are left to GraphQL. */
export type ErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "BAD_USER_INPUT"
  | "CONFLICT"
  | "RATE_LIMITED"
  | "PAYLOAD_TOO_LARGE"
  | "SERVICE_UNAVAILABLE"
  | "INTERNAL_SERVER_ERROR";

/** Why a caller is not known. Only one who holds the true secret learns more than INVALID. */
export type UnauthenticatedReason =
  | "MISSING"
  | "INVALID"
  | "EXPIRED"
  | "REVOKED"
  | "DISABLED"
  | "OWNER_INACTIVE";

/** One fault in an input: `path` from the argument down, such as `input.expiry.expiresAt`. */
export interface FieldFault {
  path: string;
  message: string;
}

/** An expected refusal. Its message and details are written for the caller; everything else is masked. */
export class PosternError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = "PosternError";
  }
}

const UNAUTHENTICATED_MESSAGES: Record<UnauthenticatedReason, string> = {
  MISSING: 'Sign in, or send an API key as "Authorization: Bearer pst_…" or "X-API-Key: pst_…".',
  INVALID:
    "The API key is not valid. Check that it was copied whole: pst_, a letter, and 38 more characters.",
  EXPIRED: "The API key has expired. Create a new one, or ask whoever manages your keys.",
  DISABLED: "The API key is disabled. Whoever manages your keys can enable it again.",
  OWNER_INACTIVE: "The API key stands for a user who has left or lost every right it needs.",
  REVOKED: "The API key has been stopped for good. Create a new one, or ask whoever manages your keys.",
};

export const unauthenticated = (reason: UnauthenticatedReason): PosternError =>
  new PosternError("UNAUTHENTICATED", UNAUTHENTICATED_MESSAGES[reason], { reason });

/** Wrong e-mail or wrong password: one text for both, so that neither is given away. */
export const wrongCredentials = (): PosternError =>
  new PosternError("UNAUTHENTICATED", "The e-mail address or the password is wrong.", { reason: "INVALID" });

export const forbidden = (message: string): PosternError => new PosternError("FORBIDDEN", message);

/** Absent and invisible rows answer alike. */
export const notFound = (noun: string): PosternError =>
  new PosternError("NOT_FOUND", `There is no such ${noun}, or you may not know of it.`);

/** Names every fault at once; the message repeats them for those who read only the message. */
export function badUserInput(fields: FieldFault[]): PosternError {
  const message = fields.map(({ path, message }) => `${path}: ${message}`).join(" ");
  return new PosternError("BAD_USER_INPUT", message, { fields });
}

export const conflict = (path: string, message: string): PosternError =>
  new PosternError("CONFLICT", message, { fields: [{ path, message }] });

export const rateLimited = (message: string, retryAfterSeconds: number): PosternError =>
  new PosternError("RATE_LIMITED", message, { retryAfterSeconds });

export const serviceUnavailable = (message: string, retryAfterSeconds?: number): PosternError =>
  new PosternError(
    "SERVICE_UNAVAILABLE",
    message,
    retryAfterSeconds === undefined ? {} : { retryAfterSeconds },
  );

/** A reason not to start, worded for whoever operates the server. Printed as it is, without a stack. */
export class StartError extends Error {
  override name = "StartError";
}
