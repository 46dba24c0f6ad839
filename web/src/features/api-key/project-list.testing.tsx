import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
  useNavigate,
} from "@tanstack/react-router";
import { render } from "@testing-library/react";
import { from, of } from "rxjs";
import type { ApiKeyRowFragment } from "../../gql/graphql.js";
import { type KeySearch, readKeySearch } from "./key-search.js";
import { ProjectKeyList } from "./project-key-list.js";

// A project's list of keys for tests, with its address, and a server that is a function.

export const aKey = (given: Partial<ApiKeyRowFragment> & { id: string; name: string }) => ({
  __typename: "ApiKey",
  description: null,
  preview: "pst_p_abcd",
  level: "PROJECT",
  kind: "SERVICE",
  role: "TRIGGER",
  access: "SELECTED_PROJECTS",
  project: { __typename: "Project", id: "project-1", name: "CRM", slug: "crm" },
  selectedProjects: [],
  status: "ACTIVE",
  expiryPolicy: "NEVER",
  expiresAt: null,
  createdAt: "2026-01-01T00:00:00Z",
  createdBy: { __typename: "Actor", kind: "USER", name: "Ada", user: { __typename: "User", id: "user-1" } },
  owner: null,
  lastUsedAt: null,
  rotation: null,
  revokedAt: null,
  revokedBy: null,
  revokeReason: null,
  usageSeries: { __typename: "ApiKeyUsageSeries", accepted: [], denied: [] },
  viewerCanUpdate: true,
  viewerCanDelete: true,
  ...given,
});

export interface Asked {
  operation: string;
  variables: Record<string, unknown>;
}
type Key = ReturnType<typeof aKey>;
/** An answer to a mutation, at once or held back, or keys for a question. */
type Server = (
  asked: Asked,
) => { data: object | null; errors?: object[] } | Key[] | { held: Promise<object> };

export function openProjectList(server: Server, address = "/") {
  const narrow = window.matchMedia;
  window.matchMedia = (query) => ({ ...narrow(query), matches: query.startsWith("(min-width") });
  const asked: Asked[] = [];
  const link = new ApolloLink(({ operationName = "", variables }) => {
    const question = { operation: operationName, variables };
    asked.push(question);
    const answer = server(question);
    if ("held" in answer) return from(answer.held);
    return of(Array.isArray(answer) ? listOf(answer) : answer);
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const root = createRootRoute({ validateSearch: readKeySearch, component: List });
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({ routeTree: root, history });

  function List() {
    const navigate = useNavigate();
    return (
      <ProjectKeyList
        project={{ id: "project-1", slug: "crm" }}
        organization={{ id: "organization-1", slug: "acme" }}
        seesOrganizationKeys={false}
        search={root.useSearch() as KeySearch}
        onSearch={(patch, how) =>
          void navigate({ to: ".", search: (before: object) => ({ ...before, ...patch }), ...how })
        }
      />
    );
  }

  render(
    <ApolloProvider client={client}>
      <MantineProvider env="test">
        <Notifications />
        <RouterProvider router={router as never} />
      </MantineProvider>
    </ApolloProvider>,
  );
  return { asked, client, address: () => history.location.href };
}

function listOf(keys: Key[]) {
  const edges = keys.map((node) => ({
    __typename: "ApiKeyEdge",
    cursor: node.id,
    inherited: node.level === "ORGANIZATION",
    node,
  }));
  const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };
  const apiKeys = { __typename: "ApiKeyConnection", edges, pageInfo, totalCount: edges.length };
  const hidden = { __typename: "ApiKeyConnection", totalCount: 0 };
  return { data: { project: { __typename: "Project", id: "project-1", apiKeys, hidden } } };
}
