import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import { workflowPageText } from "../../messages/workflow-page.js";
import { UpdateWorkflowDocument } from "./workflow.graphql.js";

/** Enables or disables a workflow, and says so. Resolves to whether it happened. */
export function useEnable(workflow: { id: string; name: string }) {
  const [update, { loading }] = useMutation(UpdateWorkflowDocument);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  async function setEnabled(enabled: boolean): Promise<boolean> {
    setRefusal(null);
    try {
      await update({ variables: { input: { id: workflow.id, enabled } } });
      const say = enabled ? workflowPageText.enabled : workflowPageText.disabled;
      notifications.show({ message: say(workflow.name) });
      return true;
    } catch (error) {
      setRefusal(refusalFrom(error));
      return false;
    }
  }
  return { setEnabled, refusal, busy: loading };
}
