import { Group, Stack, Text } from "@mantine/core";
import { executionLook } from "../../components/execution-look.js";
import { TextLink } from "../../components/links.js";
import { Moment } from "../../components/moment.js";
import { OutcomeBrief } from "../../components/outcome-brief.js";
import { StatusWord } from "../../components/status-word.js";
import type { WorkflowRowFragment } from "../../gql/graphql.js";
import { executionsText } from "../../messages/executions.js";
import { scheduleText } from "../../messages/schedule.js";
import { workflowsText } from "../../messages/workflows.js";
import { workflowLook } from "./workflow-status.js";
import "./workflow-row.css";

interface Props {
  workflow: WorkflowRowFragment;
  params: { org: string; project: string };
}

/** One workflow of the list: what it is, whether it takes triggers, how its day went, how it ended last. */
export function WorkflowRow({ workflow, params }: Props) {
  return (
    <li className="workflow-row">
      <Stack gap={2} miw={0}>
        <TextLink
          to="/o/$org/p/$project/workflows/$workflow"
          params={{ ...params, workflow: workflow.slug }}
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
      <Stack gap={2} align="flex-start" miw={0}>
        <StatusWord {...workflowLook(workflow)} />
        <Plan workflow={workflow} />
      </Stack>
      <OutcomeBrief hours={workflow.executionHours} />
      <LastRun workflow={workflow} params={params} />
    </li>
  );
}

/** Why it rests, or when it runs by itself. */
function Plan({ workflow: { enabled, disabledReason, schedule } }: { workflow: WorkflowRowFragment }) {
  if (!enabled) {
    return (
      disabledReason !== null && (
        <Text size="xs" c="dimmed">
          {disabledReason}
        </Text>
      )
    );
  }
  if (schedule === null || schedule.nextRunAt === null) return null;
  return (
    <Text size="xs" c="dimmed">
      {scheduleText.words(schedule.cron, schedule.timeZone)}; {scheduleText.nextInLine}{" "}
      <Moment at={schedule.nextRunAt} />
    </Text>
  );
}

function LastRun({ workflow, params }: Props) {
  const lastRun = workflow.executions?.edges[0]?.node;
  return (
    <Group gap="xs" fz="sm" c="dimmed">
      {lastRun === undefined ? (
        workflowsText.neverRan
      ) : (
        <>
          <TextLink
            to="/o/$org/p/$project/executions/$execution"
            params={{ ...params, execution: lastRun.id }}
            aria-label={workflowsText.lastRun(workflow.name, executionsText.status[lastRun.status])}
          >
            <StatusWord {...executionLook(lastRun.status)} />
          </TextLink>
          <Moment at={lastRun.createdAt} />
        </>
      )}
    </Group>
  );
}
