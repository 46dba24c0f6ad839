import { Group, Skeleton } from "@mantine/core";
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
}

/** What ran lately, newest first, and the way to all of it. It renews itself while the page is open. */
export function ExecutionList({ project, organization }: Props) {
  const { executions, error, isGone, refetch } = useExecutions({
    projectId: project.id,
    filter: null,
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
    return <EmptyState title={executionsText.empty} lead={executionsText.emptyLead} />;
  }
  return (
    <>
      <ExecutionTable executions={executions.edges.map(({ node }) => node)} params={params} withWorkflow />
      <Group justify="space-between" mt="sm" fz="sm" c="dimmed">
        <span>{pagingText.shown(executions.edges.length, executions.totalCount)}</span>
        <TextLink to="/o/$org/p/$project/executions" params={params} fz="sm">
          {executionsText.all}
        </TextLink>
      </Group>
    </>
  );
}
