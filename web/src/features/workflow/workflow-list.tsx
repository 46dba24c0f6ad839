import { useQuery } from "@apollo/client/react";
import { Paper, Skeleton } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { EmptyState } from "../../components/empty-state.js";
import { LoadMore } from "../../components/load-more.js";
import { Pending } from "../../components/pending.js";
import { commonText } from "../../messages/common.js";
import { workflowsText } from "../../messages/workflows.js";
import { WorkflowsDocument } from "./workflow.graphql.js";
import { WorkflowRow } from "./workflow-row.js";

const PAGE = 20;
const RENEW_MS = 15_000;

interface Props {
  /** The project's id, and the parts of its address. */
  project: { id: string; slug: string };
  organization: string;
  /** The button that creates a workflow; absent for those who may not. */
  create: ReactNode | null;
  /** Whether there is nothing yet, and that button stands in the list's place. */
  onEmpty: (isEmpty: boolean) => void;
}

export function WorkflowList({ project, organization, create, onEmpty }: Props) {
  const [paged, setPaged] = useState(false);
  const { data, error, loading, refetch, fetchMore } = useQuery(WorkflowsDocument, {
    variables: { project: project.id, first: PAGE },
    // Asked for anew, a list is its first page; whoever paged on keeps what they have.
    pollInterval: paged ? 0 : RENEW_MS,
    skipPollAttempt: () => document.hidden,
  });
  const workflows = data?.project?.workflows;
  const isEmpty = workflows?.edges.length === 0;
  useEffect(() => onEmpty(isEmpty), [isEmpty, onEmpty]);
  if (!workflows) {
    return (
      <Pending error={error} gone={data !== undefined} onRetry={() => void refetch()}>
        <Skeleton h={168} aria-busy aria-label={commonText.loading} />
      </Pending>
    );
  }
  if (isEmpty) {
    return (
      <EmptyState
        title={workflowsText.empty}
        lead={create === null ? workflowsText.emptyLocked : workflowsText.emptyLead}
        action={create}
      />
    );
  }
  return (
    <>
      <Paper component="ul" withBorder bg="var(--surface)" m={0} p={0} className="rows">
        {workflows.edges.map(({ node }) => (
          <WorkflowRow key={node.id} workflow={node} params={{ org: organization, project: project.slug }} />
        ))}
      </Paper>
      <LoadMore
        list={workflows}
        loading={loading}
        onMore={(page) => {
          setPaged(true);
          void fetchMore(page);
        }}
      />
    </>
  );
}
