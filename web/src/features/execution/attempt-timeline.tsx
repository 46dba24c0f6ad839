import { Group, Text } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconLoader2 } from "@tabler/icons-react";
import { Moment } from "../../components/moment.js";
import { type StatusLook, StatusWord } from "../../components/status-word.js";
import { durationText } from "../../lib/time.js";
import { executionsText } from "../../messages/executions.js";
import type { ExecutionDetails } from "./execution-view.js";
import "./attempt-timeline.css";

const text = executionsText;

type Attempt = ExecutionDetails["attempts"][number];

/** The attempts to deliver, in their order. */
export function AttemptTimeline({ attempts }: { attempts: Attempt[] }) {
  if (attempts.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {text.attemptsNone}
      </Text>
    );
  }
  return (
    <ol className="attempts">
      {attempts.map((attempt) => (
        <li key={attempt.number}>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {text.attempt(attempt.number)}
            </Text>
            <StatusWord {...attemptLook(attempt)} />
            <Text size="sm" c="dimmed">
              <Moment at={attempt.startedAt} />
              {attempt.durationMs !== null && ` · ${durationText(attempt.durationMs)}`}
            </Text>
          </Group>
          {attempt.error !== null && (
            <Text size="sm" mt={4}>
              {attempt.error.message}
            </Text>
          )}
        </li>
      ))}
    </ol>
  );
}

function attemptLook({ finishedAt, error, responseStatus }: Attempt): StatusLook {
  if (finishedAt === null) return { icon: IconLoader2, color: "teal", word: text.underway };
  const word = responseStatus === null ? text.noAnswer : text.answered(responseStatus);
  return error === null
    ? { icon: IconCircleCheck, color: "green", word }
    : { icon: IconCircleX, color: "red", word };
}
