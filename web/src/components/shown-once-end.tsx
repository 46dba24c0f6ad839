import { Button, Group } from "@mantine/core";
import { oneTimeSecretText } from "../messages/one-time-secret.js";
import { LeaveAlert } from "./leave-alert.js";
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
    <LeaveAlert
      lead={text.uncopied}
      stayLabel={text.goBack}
      leaveLabel={text.closeAnyway}
      onStay={back}
      onLeave={leave}
    />
  );
}
