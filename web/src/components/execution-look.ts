import { IconCircleCheck, IconCircleMinus, IconCircleX, IconClock, IconLoader2 } from "@tabler/icons-react";
import type { ExecutionStatus } from "../gql/graphql.js";
import { executionStatusText } from "../messages/execution-status.js";
import type { StatusLook } from "./status-word.js";

const LOOKS: Record<ExecutionStatus, Pick<StatusLook, "icon" | "color">> = {
  QUEUED: { icon: IconClock, color: "gray" },
  RUNNING: { icon: IconLoader2, color: "teal" },
  SUCCEEDED: { icon: IconCircleCheck, color: "green" },
  FAILED: { icon: IconCircleX, color: "red" },
  CANCELED: { icon: IconCircleMinus, color: "gray" },
};

/** How an execution's status looks, the same wherever one is shown. */
export const executionLook = (status: ExecutionStatus): StatusLook => ({
  ...LOOKS[status],
  word: executionStatusText[status],
});
