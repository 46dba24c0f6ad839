import { Alert, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Refusal } from "../lib/refusal.js";
import { errorsText } from "../messages/errors.js";
import { refusalText } from "./refusal-text.js";

/** Why a change did not happen, above the form or the buttons that asked for it. */
export function RefusalAlert({ title, refusal }: { title: string; refusal: Refusal | null }) {
  if (refusal === null) return null;
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={title}>
      {refusalText(refusal)}
      <RequestId refusal={refusal} />
    </Alert>
  );
}

/** The id under which the server's log tells more, where it gave one. */
export function RequestId({ refusal }: { refusal: Refusal }) {
  if (refusal.requestId === undefined) return null;
  return (
    <Text size="sm" mt={4}>
      {errorsText.requestId}: <span className="mono">{refusal.requestId}</span>. {errorsText.requestIdHint}
    </Text>
  );
}
