import { Group, Skeleton } from "@mantine/core";
import { useMemo } from "react";
import { EmptyState } from "../../components/empty-state.js";
import { TextLink } from "../../components/links.js";
import { Pending } from "../../components/pending.js";
import { commonText } from "../../messages/common.js";
import { executionsText } from "../../messages/executions.js";
import { pagingText } from "../../messages/paging.js";
import { ExecutionTable } from "./execution-table.js";
import { useExecutions } from "./use-executions.js";

const LAST = 10;

interface Props {
  project: { id: string; slug: string };
  organization: string;
  /** Only the executions of this workflow; then the list does not repeat its name. */
  workflowId?: string;
}

/** What ran lately, newest first, and the way to all of it. It renews itself while the page is open. */
export function ExecutionList({ project, organization, workflowId }: Props) {
  const filter = useMemo(() => (workflowId === undefined ? null : { workflowId }), [workflowId]);
  const { executions, error, isGone, refetch } = useExecutions({
    projectId: project.id,
    filter,
    page: LAST,
    counted: false,
  });
  const params = { org: organization, project: project.slug };
  if (!executions) {
    return (
      <Pending error={error} gone={isGone} onRetry={() => void refetch()}>
        <Skeleton h={160} aria-busy aria-label={commonText.loading} />
      </Pending>
    );
  }
  if (executions.edges.length === 0) {
    const lead = workflowId === undefined ? executionsText.emptyLead : executionsText.emptyWorkflow;
    return <EmptyState title={executionsText.empty} lead={lead} />;
  }
  return (
    <>
      <ExecutionTable
        executions={executions.edges.map(({ node }) => node)}
        params={params}
        withWorkflow={workflowId === undefined}
      />
      <Group justify="space-between" mt="sm" fz="sm" c="dimmed">
        <span>{pagingText.shown(executions.edges.length, executions.totalCount)}</span>
        <TextLink
          to="/o/$org/p/$project/executions"
          params={params}
          search={{ workflow: workflowId }}
          fz="sm"
        >
          {workflowId === undefined ? executionsText.all : executionsText.allOfWorkflow}
        </TextLink>
      </Group>
    </>
  );
}
