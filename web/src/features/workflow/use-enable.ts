import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { workflowPageText } from "../../messages/workflow-page.js";
import { UpdateWorkflowDocument } from "./workflow.graphql.js";

/** Enables or disables a workflow, and says so. Rejects when it is refused. */
export function useEnable({ id, name }: { id: string; name: string }) {
  const [update] = useMutation(UpdateWorkflowDocument);
  return async (enabled: boolean) => {
    await update({ variables: { input: { id, enabled } } });
    const say = enabled ? workflowPageText.enabled : workflowPageText.disabled;
    notifications.show({ message: say(name) });
  };
}
