import type { ApolloClient } from "@apollo/client";

// What is deleted, or left, is forgotten after its page is: pages that are shown ask again for what they miss.

export function forgetOrganization({ cache }: ApolloClient, id: string): void {
  cache.evict({ id: cache.identify({ __typename: "Organization", id }) });
  cache.evict({ id: "ROOT_QUERY", fieldName: "organizations" });
  cache.gc();
}

export function forgetProject({ cache }: ApolloClient, id: string, organizationId: string): void {
  cache.evict({ id: cache.identify({ __typename: "Project", id }) });
  const organization = cache.identify({ __typename: "Organization", id: organizationId });
  for (const fieldName of ["projects", "apiKeys", "members"]) cache.evict({ id: organization, fieldName });
  cache.gc();
}
