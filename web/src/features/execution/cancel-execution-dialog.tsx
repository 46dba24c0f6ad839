import { useMutation } from "@apollo/client/react";
import { Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
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
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [cancel, { loading }] = useMutation(CancelExecutionDocument, { variables: { id: executionId } });

  async function confirm() {
    setRefusal(null);
    try {
      await cancel();
      notifications.show({ message: text.canceled });
      onClose();
    } catch (error) {
      setRefusal(refusalFrom(error));
    }
  }

  return (
    <ConfirmDialog
      title={text.cancelTitle}
      lead={<Text size="sm">{text.cancelLead}</Text>}
      confirmLabel={text.cancel}
      keepLabel={text.cancelKeep}
      failedTitle={text.cancelFailed}
      busy={loading}
      refusal={refusal}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
