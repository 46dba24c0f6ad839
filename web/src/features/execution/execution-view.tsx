import { Alert, Group, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconCircleX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { CodeBlock } from "../../components/code-block.js";
import { executionLook } from "../../components/execution-look.js";
import { FactList } from "../../components/fact-list.js";
import { Moment } from "../../components/moment.js";
import { StatusWord } from "../../components/status-word.js";
import type { ExecutionQuery } from "../../gql/graphql.js";
import { commonText } from "../../messages/common.js";
import { executionsText } from "../../messages/executions.js";
import { ActorName } from "./actor-name.js";
import { AttemptTimeline } from "./attempt-timeline.js";

const text = executionsText;

export type ExecutionDetails = NonNullable<ExecutionQuery["execution"]>;

interface Props {
  execution: ExecutionDetails;
  /** The workflow's name as a link to it. */
  workflow: ReactNode;
}

/** Everything about one execution. */
export function ExecutionView({ execution, workflow }: Props) {
  return (
    <Stack gap="lg">
      <Paper withBorder bg="var(--surface)" p="md">
        <Group aria-live="polite" mb="md">
          <StatusWord {...executionLook(execution.status)} />
          {execution.nextAttemptAt !== null && execution.attempts.length > 0 && (
            <Text size="sm" c="dimmed">
              {text.nextAttempt} <Moment at={execution.nextAttemptAt} />
            </Text>
          )}
        </Group>
        <FactList
          facts={[
            [text.workflow, workflow],
            [text.triggeredBy, <ActorName key="actor" actor={execution.triggeredBy} />],
            [text.createdAt, <Moment key="created" at={execution.createdAt} />],
            [
              text.finishedAt,
              execution.finishedAt === null ? (
                text.unfinished
              ) : (
                <Moment key="end" at={execution.finishedAt} />
              ),
            ],
            [
              text.id,
              <span key="id" className="mono">
                {execution.id}
              </span>,
            ],
          ]}
        />
      </Paper>
      {execution.error !== null && (
        <Alert color="red" variant="light" icon={<IconCircleX aria-hidden />} title={text.error}>
          {execution.error.message} <span className="mono">({execution.error.code})</span>
        </Alert>
      )}
      <section>
        <Title order={2} mb="sm">
          {text.attempts}
        </Title>
        <AttemptTimeline attempts={execution.attempts} />
      </section>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Payload title={text.input} value={execution.input} absent={text.inputNone} />
        <Payload title={text.output} value={execution.output} absent={absentOutput(execution.status)} />
      </SimpleGrid>
    </Stack>
  );
}

function absentOutput(status: ExecutionDetails["status"]): string {
  if (status === "SUCCEEDED") return text.outputNone;
  return status === "FAILED" ? text.outputFailed : text.outputPending;
}

function Payload({ title, value, absent }: { title: string; value: unknown; absent: string }) {
  return (
    <section style={{ minWidth: 0 }}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      {value === null || value === undefined ? (
        <Text size="sm" c="dimmed">
          {absent}
        </Text>
      ) : (
        <CodeBlock label={title} copyLabel={commonText.copy} text={JSON.stringify(value, null, 2)} />
      )}
    </section>
  );
}
