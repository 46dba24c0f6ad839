import { Group, Paper, Stack, Table, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { executionLook } from "../../components/execution-look.js";
import { TextLink } from "../../components/links.js";
import { Moment } from "../../components/moment.js";
import { StatusWord } from "../../components/status-word.js";
import type { ExecutionRowFragment } from "../../gql/graphql.js";
import { durationText } from "../../lib/time.js";
import { useSeconds } from "../../lib/use-seconds.js";
import { executionsText } from "../../messages/executions.js";
import { ActorName } from "./actor-name.js";
import "./execution-table.css";

const { columns } = executionsText;

interface Props {
  executions: ExecutionRowFragment[];
  params: { org: string; project: string };
  /** Whether they belong to several workflows. */
  withWorkflow: boolean;
}

/** Executions to compare, in a table where there is room for one. */
export function ExecutionTable(props: Props) {
  const wide = useMediaQuery("(min-width: 48em)", true, { getInitialValueInEffect: false });
  return wide ? <WideTable {...props} /> : <Cards {...props} />;
}

function WideTable({ executions, params, withWorkflow }: Props) {
  return (
    <Paper withBorder bg="var(--surface)" className="execution-table">
      <Table verticalSpacing={6} horizontalSpacing="sm" fz="sm" aria-label={executionsText.listTitle}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.status}</Table.Th>
            {withWorkflow && <Table.Th>{columns.workflow}</Table.Th>}
            <Table.Th>{columns.triggeredBy}</Table.Th>
            <Table.Th>{columns.duration}</Table.Th>
            <Table.Th>{columns.started}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {executions.map((execution) => (
            <Table.Tr key={execution.id}>
              <Table.Td>
                <Status execution={execution} />
              </Table.Td>
              {withWorkflow && <Table.Td>{execution.workflow.name}</Table.Td>}
              <Table.Td>
                <ActorName actor={execution.triggeredBy} />
              </Table.Td>
              <Table.Td>
                <Duration execution={execution} />
              </Table.Td>
              <Table.Td>
                <ExecutionLink execution={execution} params={params} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Cards({ executions, params, withWorkflow }: Props) {
  return (
    <Paper
      component="ul"
      withBorder
      bg="var(--surface)"
      m={0}
      p={0}
      className="rows"
      aria-label={executionsText.listTitle}
    >
      {executions.map((execution) => (
        <li key={execution.id}>
          <Stack gap={4} fz="sm">
            <Group justify="space-between" gap="xs">
              <Status execution={execution} />
              <ExecutionLink execution={execution} params={params} />
            </Group>
            {withWorkflow && <Text fz="sm">{execution.workflow.name}</Text>}
            <Group gap="xs" justify="space-between" c="dimmed">
              <ActorName actor={execution.triggeredBy} />
              <Duration execution={execution} />
            </Group>
          </Stack>
        </li>
      ))}
    </Paper>
  );
}

function Status({ execution: { status, error } }: { execution: ExecutionRowFragment }) {
  return <StatusWord {...executionLook(status)} hint={error?.message} />;
}

/** From its first attempt to its end. */
function Duration({ execution }: { execution: ExecutionRowFragment }) {
  const { startedAt, finishedAt } = execution;
  if (startedAt === null)
    return (
      <Text span inherit c="dimmed">
        {executionsText.noDuration}
      </Text>
    );
  return finishedAt === null ? (
    <SoFar since={new Date(startedAt)} />
  ) : (
    <span className="execution-number">
      {durationText(new Date(finishedAt).getTime() - new Date(startedAt).getTime())}
    </span>
  );
}

function SoFar({ since }: { since: Date }) {
  const now = useSeconds(true);
  const seconds = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 1000));
  return (
    <span className="execution-number">
      {executionsText.soFar(seconds < 60 ? `${seconds} s` : durationText(seconds * 1000))}
    </span>
  );
}

function ExecutionLink({ execution, params }: { execution: ExecutionRowFragment; params: Props["params"] }) {
  return (
    <TextLink
      to="/o/$org/p/$project/executions/$execution"
      params={{ ...params, execution: execution.id }}
      fz="sm"
    >
      <Moment at={execution.createdAt} />
    </TextLink>
  );
}
