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
    const operation = { query, variables, operationName };
    if (isSubscription(query, operationName)) {
      return stream.iterate({ query, variables, operationName: operationName ?? undefined }) as never;
    }
    return send(operation, { credentials, authorization });
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

function isSubscription(query: string, operationName?: string | null): boolean {
  try {
    return getOperationAST(parse(query), operationName)?.operation === "subscription";
  } catch {
    return false;
  }
}
