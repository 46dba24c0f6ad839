import { Alert, Button, Stack, Text } from "@mantine/core";
import { IconPlayerPause } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { RefusalAlert } from "../../components/refusal-alert.js";
import type { WorkflowDetailsFragment } from "../../gql/graphql.js";
import { useAttempt } from "../../lib/use-attempt.js";
import { workflowPageText } from "../../messages/workflow-page.js";
import { useEnable } from "./use-enable.js";

const text = workflowPageText;

/** Above the page of a disabled workflow: what that means, why it is so, and the way back. */
export function DisabledAlert({
  workflow,
  canWrite,
}: {
  workflow: WorkflowDetailsFragment;
  canWrite: boolean;
}) {
  const setEnabled = useEnable(workflow);
  const { attempt, busy, refusal } = useAttempt(() => setEnabled(true));
  const enable = useRef<HTMLButtonElement>(null);
  useFocusAfter(workflow.enabled, () => (workflow.enabled ? document.querySelector("h1") : enable.current));
  if (workflow.enabled) return null;
  return (
    <Alert
      color="amber"
      variant="light"
      icon={<IconPlayerPause aria-hidden />}
      title={text.disabledTitle}
      mb="md"
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          {text.disabledLead}
          {workflow.disabledReason !== null &&
            ` ${text.status.disabledBecause(workflow.disabledReason)} ${text.mended}`}
        </Text>
        <RefusalAlert title={text.enableFailed} refusal={refusal} />
        {canWrite && (
          <Button ref={enable} size="xs" loading={busy} onClick={() => void attempt()}>
            {text.enable}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** Enabling takes its own button away, as disabling does: the focus goes on to what took their place. */
function useFocusAfter(enabled: boolean, next: () => HTMLElement | null) {
  const before = useRef(enabled);
  const follow = useEffectEvent(() => {
    if (document.activeElement === document.body) next()?.focus();
  });
  useEffect(() => {
    if (before.current === enabled) return;
    before.current = enabled;
    // After the question has closed, which gives the focus back to a button that is gone.
    const timer = setTimeout(follow, 50);
    return () => clearTimeout(timer);
  }, [enabled]);
}
