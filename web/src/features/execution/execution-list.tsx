import { Paper, Skeleton, Table } from "@mantine/core";
import { EmptyState } from "../../components/empty-state.js";
import { executionLook } from "../../components/execution-look.js";
import { TextLink } from "../../components/links.js";
import { LoadMore } from "../../components/load-more.js";
import { Moment } from "../../components/moment.js";
import { Pending } from "../../components/pending.js";
import { StatusWord } from "../../components/status-word.js";
import type { ExecutionRowFragment } from "../../gql/graphql.js";
import { commonText } from "../../messages/common.js";
import { executionsText } from "../../messages/executions.js";
import { ActorName } from "./actor-name.js";
import { useExecutions } from "./use-executions.js";

const { columns } = executionsText;

interface Props {
  project: { id: string; slug: string };
  organization: string;
  /** Only the executions of this workflow; then the list does not repeat its name. */
  workflowId?: string;
}

/** What ran lately, newest first. It renews itself while the page is open. */
export function ExecutionList({ project, organization, workflowId }: Props) {
  const { executions, error, loading, isGone, refetch, onMore } = useExecutions(project.id, workflowId);
  const shown = executions?.edges.length ?? 0;
  if (!executions) {
    return (
      <Pending error={error} gone={isGone} onRetry={() => void refetch()}>
        <Skeleton h={160} aria-busy aria-label={commonText.loading} />
      </Pending>
    );
  }
  if (shown === 0) {
    const lead = workflowId === undefined ? executionsText.emptyLead : executionsText.emptyWorkflow;
    return <EmptyState title={executionsText.empty} lead={lead} />;
  }
  return (
    <>
      <Paper withBorder bg="var(--surface)">
        <Table.ScrollContainer
          minWidth={workflowId === undefined ? 560 : 420}
          type="native"
          tabIndex={0}
          role="region"
          aria-label={executionsText.title}
        >
          <Table verticalSpacing="xs" horizontalSpacing="sm" fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{columns.status}</Table.Th>
                {workflowId === undefined && <Table.Th>{columns.workflow}</Table.Th>}
                <Table.Th>{columns.triggeredBy}</Table.Th>
                <Table.Th>{columns.started}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {executions.edges.map(({ node }) => (
                <ExecutionRow
                  key={node.id}
                  execution={node}
                  params={{ org: organization, project: project.slug }}
                  withWorkflow={workflowId === undefined}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Paper>
      <LoadMore
        shown={shown}
        total={executions.totalCount}
        hasMore={executions.pageInfo.hasNextPage}
        loading={loading}
        onMore={onMore}
      />
    </>
  );
}

interface RowProps {
  execution: ExecutionRowFragment;
  params: { org: string; project: string };
  withWorkflow: boolean;
}

function ExecutionRow({ execution, params, withWorkflow }: RowProps) {
  return (
    <Table.Tr>
      <Table.Td>
        <StatusWord {...executionLook(execution.status)} />
      </Table.Td>
      {withWorkflow && <Table.Td>{execution.workflow.name}</Table.Td>}
      <Table.Td>
        <ActorName actor={execution.triggeredBy} />
      </Table.Td>
      <Table.Td>
        <TextLink
          to="/o/$org/p/$project/executions/$execution"
          params={{ ...params, execution: execution.id }}
          fz="sm"
        >
          <Moment at={execution.createdAt} />
        </TextLink>
      </Table.Td>
    </Table.Tr>
  );
}
