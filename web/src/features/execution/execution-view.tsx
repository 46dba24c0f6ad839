import { Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { JsonView } from "../../components/json-view.js";
import type { ExecutionQuery } from "../../gql/graphql.js";
import { useSeconds } from "../../lib/use-seconds.js";
import { executionsText } from "../../messages/executions.js";
import { AttemptTimeline } from "./attempt-timeline.js";
import { ExecutionFacts } from "./execution-facts.js";
import { ExecutionFailure, ExecutionState } from "./execution-state.js";
import "./execution-view.css";
import { hasEnded } from "./timeline-model.js";
import { TimelineStrip } from "./timeline-strip.js";

const text = executionsText;

export type ExecutionDetails = NonNullable<ExecutionQuery["execution"]>;

interface Props {
  execution: ExecutionDetails;
  /** The organization's address part. */
  organization: string;
}

/** Everything about one execution. */
export function ExecutionView({ execution, organization }: Props) {
  return (
    <Stack gap="md">
      <ExecutionState execution={execution} />
      {execution.error !== null && <ExecutionFailure error={execution.error} />}
      <div className="execution-grid">
        <Paper component="section" withBorder bg="var(--surface)" p="md" miw={0}>
          <Title order={2} mb="sm">
            {text.timeline}
          </Title>
          <Timeline execution={execution} />
        </Paper>
        <Paper component="section" withBorder bg="var(--surface)" p="md" miw={0}>
          <Title order={2} mb="sm">
            {text.about}
          </Title>
          <ExecutionFacts execution={execution} organization={organization} />
        </Paper>
      </div>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Payload title={text.input} value={execution.input} absent={text.inputNone} />
        <Payload title={text.output} value={execution.output} absent={absentOutput(execution.status)} />
      </SimpleGrid>
    </Stack>
  );
}

/** The picture and the steps, which go on by the second until the end. */
function Timeline({ execution }: { execution: ExecutionDetails }) {
  const now = useSeconds(!hasEnded(execution));
  return (
    <>
      {execution.attempts.length > 0 && <TimelineStrip execution={execution} now={now} />}
      <AttemptTimeline execution={execution} now={now} />
    </>
  );
}

function absentOutput(status: ExecutionDetails["status"]): string {
  if (status === "SUCCEEDED") return text.outputNone;
  if (status === "CANCELED") return text.outputCanceled;
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
        <JsonView label={title} value={value} />
      )}
    </section>
  );
}
