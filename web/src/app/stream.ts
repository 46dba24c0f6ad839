import type { ApolloLink } from "@apollo/client";
import { print } from "graphql";
import { createClient } from "graphql-sse";
import { Observable } from "rxjs";

// Whoever subscribes decides what follows when the stream breaks off; see lib/use-live.ts.
const client = createClient({ url: "/graphql/stream", credentials: "same-origin", retryAttempts: 0 });

/** The stream's results. The operation's context may bring `onOpen`, for the moment from which it is told all. */
export function subscribe(operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
  const { query, variables, operationName } = operation;
  const { onOpen } = operation.getContext() as { onOpen?: () => void };
  return new Observable((observer) =>
    client.subscribe(
      { query: print(query), variables, operationName },
      {
        next: (result) => observer.next(result as ApolloLink.Result),
        error: (error) => observer.error(error),
        complete: () => observer.complete(),
      },
      { connected: () => onOpen?.() },
    ),
  );
}
