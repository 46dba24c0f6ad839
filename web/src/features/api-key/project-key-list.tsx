import { useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { EmptyState } from "../../components/empty-state.js";
import { LoadMore } from "../../components/load-more.js";
import { Pending } from "../../components/pending.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { ProjectApiKeysDocument } from "./api-key.graphql.js";
import { KeyList } from "./key-list.js";
import { KeySkeleton } from "./key-skeleton.js";

const PAGE = 20;

interface Props {
  project: { id: string };
  organization: string;
  seesOrganizationKeys: boolean;
  create?: ReactNode;
}

/** Every key that works in the project: its own and the inherited ones, in one list. */
export function ProjectKeyList({ project, organization, seesOrganizationKeys, create }: Props) {
  const { data, error, loading, refetch, fetchMore } = useQuery(ProjectApiKeysDocument, {
    variables: { project: project.id, first: PAGE },
  });
  const keys = data?.project?.apiKeys;
  if (!keys) {
    return (
      <Pending error={error} gone={data !== undefined} onRetry={() => void refetch()}>
        <KeySkeleton />
      </Pending>
    );
  }
  if (keys.edges.length === 0) {
    const lead = create === undefined ? apiKeysText.createLocked : apiKeysText.emptyProject;
    return <EmptyState title={apiKeysText.empty} lead={lead} action={create} />;
  }
  return (
    <>
      <KeyList
        edges={keys.edges}
        organization={organization}
        seesOrganizationKeys={seesOrganizationKeys}
        showProject={false}
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
