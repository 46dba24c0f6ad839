import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import { workflowPageText } from "../../messages/workflow-page.js";
import { DeleteWorkflowDocument, WorkflowOpenDocument } from "./workflow.graphql.js";

const text = workflowPageText;

interface Props {
  workflow: { id: string; name: string };
  onClose: () => void;
  /** Leaves the workflow's page; then it is taken out of what the browser knows. */
  onDeleted: () => Promise<void>;
}

export function DeleteWorkflowDialog({ workflow, onClose, onDeleted }: Props) {
  const client = useApolloClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [remove, { loading }] = useMutation(DeleteWorkflowDocument);
  const { data } = useQuery(WorkflowOpenDocument, {
    variables: { id: workflow.id },
    fetchPolicy: "network-only",
  });
  const open = data?.workflow?.executions?.totalCount;

  async function confirm() {
    setRefusal(null);
    try {
      await remove({ variables: { id: workflow.id } });
    } catch (error) {
      const found = refusalFrom(error);
      // Somebody was faster, and what was asked for is so.
      if (found.code !== "NOT_FOUND") {
        setRefusal(found);
        return;
      }
    }
    notifications.show({ message: text.removed(workflow.name) });
    await onDeleted();
    client.cache.evict({ id: client.cache.identify({ __typename: "Workflow", id: workflow.id }) });
    client.cache.gc();
  }

  return (
    <ConfirmDialog
      title={text.removeTitle(workflow.name)}
      lead={
        <Stack gap="xs">
          <Text size="sm">
            {text.removeLead} {open !== undefined && text.removeOpen(open)}
          </Text>
          <Text size="sm">{text.removeFinal}</Text>
        </Stack>
      }
      confirmLabel={text.removeSubmit}
      failedTitle={text.removeFailed}
      busy={loading}
      refusal={refusal}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
