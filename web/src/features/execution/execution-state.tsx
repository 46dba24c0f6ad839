import { Alert, Group, Text } from "@mantine/core";
import { IconCircleX } from "@tabler/icons-react";
import { executionLook } from "../../components/execution-look.js";
import { StatusWord } from "../../components/status-word.js";
import { durationText } from "../../lib/time.js";
import { executionsText } from "../../messages/executions.js";
import type { ExecutionDetails } from "./execution-view.js";

const text = executionsText;

/** How it stands, in a word and a sentence; told to a screen reader whenever it changes. */
export function ExecutionState({ execution }: { execution: ExecutionDetails }) {
  return (
    <Group gap="sm" role="status">
      <StatusWord {...executionLook(execution.status)} />
      <Text size="sm">{sentence(execution)}</Text>
    </Group>
  );
}

/** What an execution's status means for the reader. */
export function sentence(execution: ExecutionDetails): string {
  const { status, attempts, workflow, createdAt, finishedAt } = execution;
  if (status === "QUEUED") return text.state.QUEUED;
  if (status !== "RUNNING") {
    const end = new Date(finishedAt ?? createdAt).getTime();
    return text.state[status](attempts.length, durationText(end - new Date(createdAt).getTime()));
  }
  const latest = attempts.at(-1);
  if (execution.completionDeadline !== null) return text.state.working;
  if (latest === undefined || latest.finishedAt === null)
    return text.state.underway(latest?.number ?? 1, workflow.timeoutSeconds);
  return text.state.waiting(latest.number + 1, workflow.maxAttempts);
}

/** Why it failed, and what helps. */
export function ExecutionFailure({ error }: { error: { code: string; message: string } }) {
  const advice = text.advice[error.code];
  return (
    <Alert color="red" variant="light" icon={<IconCircleX aria-hidden />} title={text.error}>
      {error.message} <span className="mono">({error.code})</span>
      {advice !== undefined && (
        <Text size="sm" mt={4}>
          {advice}
        </Text>
      )}
    </Alert>
  );
}
