import type { ExecutionStatus } from "../gql/graphql.js";

/** On its own: the first page says them, and little else about executions. */
export const executionStatusText = {
  QUEUED: "Queued",
  RUNNING: "Running",
  SUCCEEDED: "Succeeded",
  FAILED: "Failed",
  CANCELED: "Canceled",
} satisfies Record<ExecutionStatus, string>;
