import { useNavigate, useSearch } from "@tanstack/react-router";
import { from, of } from "rxjs";
import type { ApiKeyRowFragment } from "../../gql/graphql.js";
import { type Asked, renderInApp } from "../../testing/render-in-app.js";
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

type Key = ReturnType<typeof aKey>;
/** An answer to a mutation, at once or held back, or keys for a question. */
type Server = (
  asked: Asked,
) => { data: object | null; errors?: object[] } | Key[] | { held: Promise<object> };

export function openProjectList(server: Server, address = "/") {
  const narrow = window.matchMedia;
  window.matchMedia = (query) => ({ ...narrow(query), matches: query.startsWith("(min-width") });

  function List() {
    const navigate = useNavigate();
    return (
      <ProjectKeyList
        project={{ id: "project-1", slug: "crm" }}
        organization={{ id: "organization-1", slug: "acme" }}
        seesOrganizationKeys={false}
        search={useSearch({ strict: false }) as KeySearch}
        onSearch={(patch, how) =>
          void navigate({ to: ".", search: (before: object) => ({ ...before, ...patch }), ...how })
        }
      />
    );
  }

  return renderInApp(List, {
    server: (asked) => {
      const answer = server(asked);
      if ("held" in answer) return from(answer.held);
      return of(Array.isArray(answer) ? listOf(answer) : answer);
    },
    address,
    validateSearch: readKeySearch,
  });
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
