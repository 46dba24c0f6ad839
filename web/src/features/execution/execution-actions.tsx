import { Button, Stack } from "@mantine/core";
import { IconPlayerStop, IconRefresh } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { Hint } from "../../components/hint.js";
import { part } from "../../components/part.js";
import { RefusalAlert } from "../../components/refusal-alert.js";
import { useAttempt } from "../../lib/use-attempt.js";
import { executionsText } from "../../messages/executions.js";
import type { ExecutionDetails } from "./execution-view.js";
import { hasEnded } from "./timeline-model.js";
import { useRetry } from "./use-retry.js";

const CancelExecutionDialog = part(() =>
  import("./cancel-execution-dialog.js").then((module) => module.CancelExecutionDialog),
);
const RetryExecutionDialog = part(() =>
  import("./retry-execution-dialog.js").then((module) => module.RetryExecutionDialog),
);

const text = executionsText;

interface Props {
  execution: ExecutionDetails;
  /** The reader's permissions in its project. */
  permissions: readonly string[];
  /** Gets the new execution's id. */
  onRetried: (executionId: string) => void;
}

/** Cancel while it runs, Retry once it has ended: what of it the reader may do. */
export function ExecutionActions({ execution, permissions, onRetried }: Props) {
  const [canceling, setCanceling] = useState(false);
  const ended = hasEnded(execution);
  return (
    <>
      {!ended && permissions.includes("execution:cancel") && (
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={16} aria-hidden />}
          onClick={() => setCanceling(true)}
        >
          {text.cancel}
        </Button>
      )}
      {ended && permissions.includes("execution:retry") && (
        <Retry execution={execution} onRetried={onRetried} />
      )}
      <Suspense>
        {/* It stays open when the execution ends below it. */}
        {canceling && (
          <CancelExecutionDialog executionId={execution.id} onClose={() => setCanceling(false)} />
        )}
      </Suspense>
    </>
  );
}

/** What failed is tried again at once; what succeeded only after a question. */
function Retry({ execution, onRetried }: Omit<Props, "permissions">) {
  const [asking, setAsking] = useState(false);
  const { attempt: retry, busy, refusal } = useAttempt(useRetry(execution.id, onRetried));
  const succeeded = execution.status === "SUCCEEDED";
  const locked = lockedBy(execution.workflow);
  return (
    <Stack gap="xs" align="flex-end">
      <Hint label={locked ?? text.retryHint}>
        {/* Not `disabled`: the reason opens by focus, too. */}
        <Button
          leftSection={<IconRefresh size={16} aria-hidden />}
          variant={succeeded || locked !== null ? "default" : "filled"}
          aria-disabled={locked !== null || undefined}
          data-disabled={locked !== null || undefined}
          loading={busy}
          onClick={() => locked === null && (succeeded ? setAsking(true) : void retry())}
        >
          {text.retry}
        </Button>
      </Hint>
      <RefusalAlert title={text.retryFailed} refusal={refusal} />
      <Suspense>
        {asking && (
          <RetryExecutionDialog
            executionId={execution.id}
            onClose={() => setAsking(false)}
            onRetried={onRetried}
          />
        )}
      </Suspense>
    </Stack>
  );
}

function lockedBy({ deletedAt, enabled }: ExecutionDetails["workflow"]): string | null {
  if (deletedAt !== null) return text.retryDeleted;
  return enabled ? null : text.retryDisabled;
}
