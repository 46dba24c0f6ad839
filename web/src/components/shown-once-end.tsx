import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { oneTimeSecretText } from "../messages/one-time-secret.js";
import type { useShownOnce } from "./use-shown-once.js";

const text = oneTimeSecretText;

type Props = Pick<ReturnType<typeof useShownOnce>, "asking" | "back" | "leave" | "close">;

/** The end of a dialog that shows something once: Close, or the question that stands before it. */
export function ShownOnceEnd({ asking, back, leave, close }: Props) {
  if (!asking) {
    return (
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {text.close}
        </Button>
      </Group>
    );
  }
  return (
    <Alert role="alert" color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />}>
      <Stack gap="sm">
        <Text size="sm">{text.uncopied}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={back} autoFocus>
            {text.goBack}
          </Button>
          <Button color="red" variant="outline" onClick={leave}>
            {text.closeAnyway}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
