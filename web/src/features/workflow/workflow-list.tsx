import { useQuery } from "@apollo/client/react";
import { Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { EmptyState } from "../../components/empty-state.js";
import { executionLook } from "../../components/execution-look.js";
import { TextLink } from "../../components/links.js";
import { LoadMore } from "../../components/load-more.js";
import { Moment } from "../../components/moment.js";
import { Pending } from "../../components/pending.js";
import { StatusWord } from "../../components/status-word.js";
import type { WorkflowRowFragment } from "../../gql/graphql.js";
import { commonText } from "../../messages/common.js";
import { executionsText } from "../../messages/executions.js";
import { workflowsText } from "../../messages/workflows.js";
import { WorkflowsDocument } from "./workflow.graphql.js";

const PAGE = 20;

interface Props {
  /** The project's id, and the parts of its address. */
  project: { id: string; slug: string };
  organization: string;
  /** The button that creates a workflow; absent for those who may not. */
  create: ReactNode | null;
}

export function WorkflowList({ project, organization, create }: Props) {
  const { data, error, loading, refetch, fetchMore } = useQuery(WorkflowsDocument, {
    variables: { project: project.id, first: PAGE },
  });
  const workflows = data?.project?.workflows;
  if (!workflows) {
    return (
      <Pending error={error} gone={data !== undefined} onRetry={() => void refetch()}>
        <Skeleton h={168} aria-busy aria-label={commonText.loading} />
      </Pending>
    );
  }
  if (workflows.edges.length === 0) {
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
          <WorkflowRow key={node.id} workflow={node} organization={organization} project={project.slug} />
        ))}
      </Paper>
      <LoadMore
        shown={workflows.edges.length}
        total={workflows.totalCount}
        hasMore={workflows.pageInfo.hasNextPage}
        loading={loading}
        onMore={() => void fetchMore({ variables: { after: workflows.pageInfo.endCursor } })}
      />
    </>
  );
}

function WorkflowRow(props: { workflow: WorkflowRowFragment; organization: string; project: string }) {
  const { workflow, organization, project } = props;
  const lastRun = workflow.executions?.edges[0]?.node;
  return (
    <li>
      <Group justify="space-between" gap="sm">
        <Stack gap={2} flex="1 1 18rem" miw={0}>
          <TextLink
            to="/o/$org/p/$project/workflows/$workflow"
            params={{ org: organization, project, workflow: workflow.slug }}
            fw={600}
          >
            {workflow.name}
          </TextLink>
          {workflow.description !== null && (
            <Text size="sm" c="dimmed" lineClamp={2}>
              {workflow.description}
            </Text>
          )}
          <Text className="mono" c="dimmed" truncate>
            {workflow.targetUrl}
          </Text>
        </Stack>
        <Group gap="xs" fz="sm" c="dimmed">
          {lastRun === undefined ? (
            workflowsText.neverRan
          ) : (
            <>
              <TextLink
                to="/o/$org/p/$project/executions/$execution"
                params={{ org: organization, project, execution: lastRun.id }}
                aria-label={workflowsText.lastRun(workflow.name, executionsText.status[lastRun.status])}
              >
                <StatusWord {...executionLook(lastRun.status)} />
              </TextLink>
              <Moment at={lastRun.createdAt} />
            </>
          )}
        </Group>
      </Group>
    </li>
  );
}
