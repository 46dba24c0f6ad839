import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import { executionsText } from "../../messages/executions.js";
import { RetryExecutionDocument } from "./execution.graphql.js";

/** Starts the same once more, as a new execution, and goes on to that. */
export function useRetry(executionId: string, onRetried: (executionId: string) => void) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [mutate, { loading }] = useMutation(RetryExecutionDocument, { variables: { id: executionId } });

  async function retry() {
    setRefusal(null);
    try {
      const { data } = await mutate();
      notifications.show({ message: executionsText.retried });
      if (data) onRetried(data.retryExecution.id);
    } catch (error) {
      setRefusal(refusalFrom(error));
    }
  }
  return { retry, busy: loading, refusal, clear: () => setRefusal(null) };
}
