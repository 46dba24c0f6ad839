import { Text } from "@mantine/core";
import { useFormChanges } from "../lib/use-form-changes.js";
import { useLeaveQuestion } from "../lib/use-leave-question.js";
import { confirmText } from "../messages/confirm.js";
import { ConfirmDialog } from "./confirm-dialog.js";

/** Asks before what was filled into a form is lost. What was saved leads on by itself, while the form is still busy. */
export function useDropQuestion(busy: boolean, onClose: () => void) {
  const { form, isChanged } = useFormChanges();
  const leadsOn = (action?: string) => busy && (action === "PUSH" || action === "REPLACE");
  const question = useLeaveQuestion((action) => !leadsOn(action) && isChanged(), onClose);
  return { form, ...question };
}

type Props = Pick<ReturnType<typeof useDropQuestion>, "asking" | "back" | "leave">;

export function DropQuestion({ asking, back, leave }: Props) {
  if (!asking) return null;
  return (
    <ConfirmDialog
      title={confirmText.dropTitle}
      lead={<Text size="sm">{confirmText.dropLead}</Text>}
      confirmLabel={confirmText.drop}
      keepLabel={confirmText.keep}
      failedTitle={confirmText.dropTitle}
      onConfirm={leave}
      onClose={back}
    />
  );
}
