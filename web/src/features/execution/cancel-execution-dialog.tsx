import { useMutation } from "@apollo/client/react";
import { Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { executionsText } from "../../messages/executions.js";
import { CancelExecutionDocument } from "./execution.graphql.js";

const text = executionsText;

/** Asks, then ends the execution; one that has ended meanwhile says so here. */
export function CancelExecutionDialog({
  executionId,
  onClose,
}: {
  executionId: string;
  onClose: () => void;
}) {
  const [cancel] = useMutation(CancelExecutionDocument, { variables: { id: executionId } });

  async function confirm() {
    await cancel();
    notifications.show({ message: text.canceled });
    onClose();
  }

  return (
    <ConfirmDialog
      title={text.cancelTitle}
      lead={<Text size="sm">{text.cancelLead}</Text>}
      confirmLabel={text.cancel}
      keepLabel={text.cancelKeep}
      failedTitle={text.cancelFailed}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
