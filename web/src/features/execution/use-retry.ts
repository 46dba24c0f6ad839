import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { executionsText } from "../../messages/executions.js";
import { RetryExecutionDocument } from "./execution.graphql.js";

/** Starts the same once more, as a new execution, and goes on to that. Rejects when it is refused. */
export function useRetry(executionId: string, onRetried: (executionId: string) => void) {
  const [retry] = useMutation(RetryExecutionDocument, { variables: { id: executionId } });
  return async () => {
    const { data } = await retry();
    notifications.show({ message: executionsText.retried });
    if (data) onRetried(data.retryExecution.id);
  };
}
