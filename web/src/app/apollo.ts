import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { ErrorLink } from "@apollo/client/link/error";
import { RetryLink } from "@apollo/client/link/retry";
import { relayStylePagination } from "@apollo/client/utilities";
import { OperationTypeNode } from "graphql";
import { from, mergeMap } from "rxjs";
import { SessionDocument } from "../features/session/session.graphql.js";
import { reportSilence } from "../lib/connection.js";
import { isSilence, refusalFrom } from "../lib/refusal.js";
import type { Session } from "./session.js";

// A list of another length is another list: five executions on a card are not the first five of a page.
const list = (...keys: string[]) => relayStylePagination(["first", ...keys]);

export function createApolloClient(session: Session): ApolloClient {
  const errors = new ErrorLink(({ error }) => {
    if (isSilence(error)) void reportSilence();
  });
  const whoIsHere = () => client.query({ query: SessionDocument, fetchPolicy: "no-cache" });
  // A lost connection says nothing about whether a mutation happened, so only queries are asked again.
  const retry = new RetryLink({
    delay: { initial: 300, max: 2_000, jitter: true },
    attempts: {
      max: 3,
      retryIf: (error, operation) =>
        operation.operationType === OperationTypeNode.QUERY && refusalFrom(error).code === "NETWORK",
    },
  });
  // No first page follows anything, so this comes when one does.
  const stream = new ApolloLink((operation) =>
    from(import("./stream.js")).pipe(mergeMap(({ subscribe }) => subscribe(operation))),
  );
  const client = new ApolloClient({
    link: ApolloLink.from([
      errors,
      session.link(whoIsHere),
      retry,
      ApolloLink.split(
        ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
        stream,
        new HttpLink({ uri: "/graphql", credentials: "same-origin" }),
      ),
    ]),
    cache: new InMemoryCache({
      possibleTypes: { Viewer: ["User", "ApiKey"] },
      typePolicies: {
        Query: { fields: { organizations: list("search") } },
        Organization: {
          fields: {
            projects: list("search"),
            apiKeys: list("filter", "orderBy"),
            members: list("search"),
            auditLog: list("filter"),
          },
        },
        Membership: { fields: { projectRoles: { merge: false } } },
        ApiKey: { fields: { executions: list("filter") } },
        ServerInfo: { merge: true },
        ApiKeyPolicy: { merge: true, fields: { violations: list() } },
        Project: {
          fields: {
            apiKeys: list("filter", "orderBy"),
            workflows: list("search"),
            executions: list("filter"),
          },
        },
        Workflow: { fields: { executions: list("filter") } },
        // Who triggered it never changes: what a list asks about them takes nothing from what a page knows.
        Execution: { fields: { triggeredBy: { merge: true } } },
      },
    }),
    // The first view of a list is what it was a moment ago, at once; the present follows.
    defaultOptions: { watchQuery: { fetchPolicy: "cache-and-network", nextFetchPolicy: "cache-first" } },
  });
  return client;
}
