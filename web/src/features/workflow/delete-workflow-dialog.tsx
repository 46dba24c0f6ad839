import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { DeleteDialog } from "../../components/delete-dialog.js";
import { refusalFrom } from "../../lib/refusal.js";
import { workflowPageText } from "../../messages/workflow-page.js";
import { DeleteWorkflowDocument, WorkflowOpenDocument } from "./workflow.graphql.js";

interface Props {
  workflow: { id: string; name: string };
  onClose: () => void;
  /** Leaves the workflow's page; then it is taken out of what the browser knows. */
  onDeleted: () => Promise<void>;
}

export function DeleteWorkflowDialog({ workflow, onClose, onDeleted }: Props) {
  const { id, name } = workflow;
  const client = useApolloClient();
  const [remove] = useMutation(DeleteWorkflowDocument, { variables: { id } });
  const { data } = useQuery(WorkflowOpenDocument, { variables: { id }, fetchPolicy: "network-only" });

  async function forget() {
    await onDeleted();
    client.cache.evict({ id: client.cache.identify({ __typename: "Workflow", id }) });
    client.cache.gc();
  }

  return (
    <DeleteDialog
      name={name}
      warning={workflowPageText.removeWarning}
      contents={workflowPageText.removeOpen(data?.workflow?.executions?.totalCount)}
      confirmLabel={workflowPageText.remove}
      onDelete={() => remove().catch(passWhenGone)}
      onDeleted={forget}
      onClose={onClose}
    />
  );
}

/** Where somebody was faster, what was asked for is so. */
function passWhenGone(error: unknown) {
  if (refusalFrom(error).code !== "NOT_FOUND") throw error;
}
