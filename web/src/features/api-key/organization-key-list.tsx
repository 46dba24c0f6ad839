import { useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { EmptyState } from "../../components/empty-state.js";
import { LoadMore } from "../../components/load-more.js";
import { Pending } from "../../components/pending.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { OrganizationApiKeysDocument } from "./api-key.graphql.js";
import { KeyList } from "./key-list.js";
import { KeySkeleton } from "./key-skeleton.js";

const PAGE = 20;

interface Props {
  organization: { id: string; slug: string };
  /** Keys of the organization itself, or those of its projects, all or one. */
  level: "ORGANIZATION" | "PROJECT";
  projectId?: string;
  /** The button that creates a key; absent where none can be created. */
  create?: ReactNode;
}

export function OrganizationKeyList({ organization, level, projectId, create }: Props) {
  const { data, error, loading, refetch, fetchMore } = useQuery(OrganizationApiKeysDocument, {
    variables: {
      organization: organization.id,
      filter: { level, projectId: projectId ?? null },
      first: PAGE,
    },
  });
  const keys = data?.organization?.apiKeys;
  if (!keys) {
    return (
      <Pending error={error} gone={data !== undefined} onRetry={() => void refetch()}>
        <KeySkeleton />
      </Pending>
    );
  }
  if (keys.edges.length === 0) {
    const { emptyOrganization, emptyProject, emptyProjects } = apiKeysText;
    const ofProjects = projectId === undefined ? emptyProjects : emptyProject;
    return (
      <EmptyState
        title={apiKeysText.empty}
        lead={level === "ORGANIZATION" ? emptyOrganization : ofProjects}
        action={create}
      />
    );
  }
  return (
    <>
      <KeyList
        edges={keys.edges}
        organization={organization.slug}
        seesOrganizationKeys
        showProject={level === "PROJECT"}
      />
      <LoadMore
        shown={keys.edges.length}
        total={keys.totalCount}
        hasMore={keys.pageInfo.hasNextPage}
        loading={loading}
        onMore={() => void fetchMore({ variables: { after: keys.pageInfo.endCursor } })}
      />
    </>
  );
}
