import { Alert, Button, Stack, Text } from "@mantine/core";
import { IconPlayerPause } from "@tabler/icons-react";
import { RefusalAlert } from "../../components/refusal-alert.js";
import type { WorkflowDetailsFragment } from "../../gql/graphql.js";
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
  const { setEnabled, refusal, busy } = useEnable(workflow);
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
          <Button size="xs" loading={busy} onClick={() => void setEnabled(true)}>
            {text.enable}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
