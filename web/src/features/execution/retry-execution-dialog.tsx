import { Text } from "@mantine/core";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { executionsText } from "../../messages/executions.js";
import { useRetry } from "./use-retry.js";

const text = executionsText;

interface Props {
  executionId: string;
  onClose: () => void;
  onRetried: (executionId: string) => void;
}

/** Asks before what succeeded is done once more. */
export function RetryExecutionDialog({ executionId, onClose, onRetried }: Props) {
  const retry = useRetry(executionId, (made) => {
    onClose();
    onRetried(made);
  });
  return (
    <ConfirmDialog
      title={text.retryTitle}
      lead={<Text size="sm">{text.retryLead}</Text>}
      confirmLabel={text.retryConfirm}
      keepLabel={text.retryKeep}
      failedTitle={text.retryFailed}
      onConfirm={retry}
      onClose={onClose}
    />
  );
}
