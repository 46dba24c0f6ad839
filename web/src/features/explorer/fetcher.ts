import type { Fetcher } from "@graphiql/toolkit";
import { getOperationAST, parse } from "graphql";
import { createClient } from "graphql-sse";

/** Runs operations as the one who is signed in, or with a key and without the session. */
export function fetcherFor(secret: string | null): Fetcher {
  const credentials = secret === null ? "same-origin" : "omit";
  const authorization: Record<string, string> = secret === null ? {} : { Authorization: `Bearer ${secret}` };
  const stream = createClient({
    url: "/graphql/stream",
    credentials,
    headers: authorization,
    retryAttempts: 0,
  });

  return ({ query, variables, operationName }) => {
    const chosen = operationIn(query, operationName);
    // Right after a change of tabs the name may still be that of the other tab's operation.
    const operation = { query, variables, operationName: chosen ? (operationName ?? undefined) : undefined };
    const isStream = (chosen ?? operationIn(query))?.operation === "subscription";
    return isStream ? (stream.iterate(operation) as never) : send(operation, { credentials, authorization });
  };
}

async function send(
  operation: object,
  as: { credentials: RequestCredentials; authorization: Record<string, string> },
) {
  const response = await fetch("/graphql", {
    method: "POST",
    credentials: as.credentials,
    headers: { "Content-Type": "application/json", Accept: "application/json", ...as.authorization },
    body: JSON.stringify(operation),
  });
  return response.json();
}

/** The operation of that name, or without a name the only one; undefined where there is none. */
function operationIn(query: string, name?: string | null) {
  try {
    return getOperationAST(parse(query), name) ?? undefined;
  } catch {
    return undefined;
  }
}
