import { Text } from "@mantine/core";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { workflowPageText } from "../../messages/workflow-page.js";
import { useEnable } from "./use-enable.js";

const text = workflowPageText;

interface Props {
  workflow: { id: string; name: string };
  onClose: () => void;
}

/** Callers are refused at once, so it asks; enabling again does not. */
export function DisableWorkflowDialog({ workflow, onClose }: Props) {
  const setEnabled = useEnable(workflow);
  return (
    <ConfirmDialog
      title={text.disableTitle(workflow.name)}
      lead={<Text size="sm">{text.disableLead}</Text>}
      confirmLabel={text.disableSubmit}
      failedTitle={text.disableFailed}
      onConfirm={() => setEnabled(false).then(onClose)}
      onClose={onClose}
    />
  );
}
