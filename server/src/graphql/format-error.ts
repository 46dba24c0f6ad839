import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { databaseAway, isUnavailable } from "../database/failures.js";
import { PosternError } from "../errors.js";
import { reworded } from "./reworded.js";

/** GraphQL's and Apollo Server's own codes that a caller may see, and what they are called here. */
const FROM_GRAPHQL: Record<string, string> = {
  GRAPHQL_PARSE_FAILED: "GRAPHQL_PARSE_FAILED",
  GRAPHQL_VALIDATION_FAILED: "GRAPHQL_VALIDATION_FAILED",
  BAD_REQUEST: "BAD_USER_INPUT",
  BAD_USER_INPUT: "BAD_USER_INPUT",
  OPERATION_RESOLUTION_FAILURE: "BAD_USER_INPUT",
  // Clients that try it look for the message, and then send the whole query.
  PERSISTED_QUERY_NOT_SUPPORTED: "BAD_USER_INPUT",
};

const WRONG_ARGUMENT = /^Argument "\w+" (?:has invalid value|of (?:required|non-null) type) /;

/**
 * What a caller learns of an error, by an allow-list: expected errors pass with their code; GraphQL's own
 * pass without the values that they like to repeat; everything else is INTERNAL_SERVER_ERROR with the
 * request's id, and is logged.
 */
export function describeError(
  formatted: GraphQLFormattedError,
  error: unknown,
  request: { log: Logger; requestId: string },
): GraphQLFormattedError {
  const cause = causeOf(error);
  const expected = cause instanceof PosternError ? cause : isUnavailable(cause) ? databaseAway() : null;
  if (expected !== null) {
    return {
      ...placed(formatted, expected.message),
      extensions: { code: expected.code, ...expected.details },
    };
  }
  // graphql-js finds some wrong arguments only while it executes, and Apollo gives such errors no code.
  if (cause instanceof GraphQLError && WRONG_ARGUMENT.test(cause.message)) {
    return { ...placed(formatted, withoutValues(cause.message)), extensions: { code: "BAD_USER_INPUT" } };
  }
  const fromGraphql = cause instanceof GraphQLError ? maskedError(formatted) : null;
  if (fromGraphql !== null && fromGraphql.extensions?.["code"] !== "INTERNAL_SERVER_ERROR")
    return fromGraphql;
  request.log.error({ err: cause, path: formatted.path }, "a resolver failed");
  const extensions = { code: "INTERNAL_SERVER_ERROR", requestId: request.requestId };
  return { ...placed(formatted, "Internal server error"), extensions };
}

/** The same for an error outside any operation, of which only the formatted form is known. */
export function maskedError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const code = FROM_GRAPHQL[String(formatted.extensions?.["code"] ?? "")];
  return code === undefined
    ? { ...placed(formatted, "Internal server error"), extensions: { code: "INTERNAL_SERVER_ERROR" } }
    : { ...placed(formatted, withoutValues(reworded(formatted.message))), extensions: { code } };
}

function placed({ locations, path }: GraphQLFormattedError, message: string): GraphQLFormattedError {
  return { message, ...(locations && { locations }), ...(path && { path }) };
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

/** graphql-js repeats what it was given ("got invalid value …", "found …", "value: …"); that part goes. */
export function withoutValues(message: string): string {
  return message
    .replace(
      /^(Variable "\$\w+" got invalid value)[\s\S]*?(?: at "([\w.[\]]+)")?;[\s\S]*$/,
      (_, start, at) => (at === undefined ? `${start}.` : `${start} at "${at}".`),
    )
    .replace(/^(Argument "\w+" has invalid value)[\s\S]*$/, "$1.")
    .replace(/^(\w+) cannot represent[\s\S]*$/, "A value is not one of the type $1.")
    .replace(/^(Syntax Error: Unexpected (?:Name|Int|Float|String|BlockString)) "[\s\S]*$/, "$1.")
    .replace(/,? (?:found|value:|but got:)[\s\S]*$/, ".")
    .replace(
      /^Value "[\s\S]*" does not exist in "(\w+)" enum[\s\S]*$/,
      'A value does not exist in the enum "$1".',
    )
    .replace(/^Enum "(\w+)" cannot represent[\s\S]*$/, 'A value does not exist in the enum "$1".');
}
