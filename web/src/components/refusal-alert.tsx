import { Alert, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
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

/** The same at the start of a long form: who pressed the button at its end would not see it from there. */
export function FormRefusal({ title, refusal }: { title?: string | undefined; refusal: Refusal | null }) {
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal !== null) start.current?.scrollIntoView({ block: "center" });
  }, [refusal]);
  if (refusal === null) return null;
  return (
    <div ref={start}>
      <RefusalAlert title={title ?? errorsText.formTitle} refusal={refusal} />
    </div>
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
