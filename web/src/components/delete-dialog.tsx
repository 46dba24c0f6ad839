import { Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { confirmText } from "../messages/confirm.js";
import { ConfirmDialog } from "./confirm-dialog.js";

interface Props {
  /** What is deleted, by its name. */
  name: string;
  warning: string;
  /** What goes with it at the moment; empty until that is known. */
  contents: string;
  confirmLabel: string;
  /** The name has to be typed: there is much in it. */
  typed?: boolean;
  onDelete: () => Promise<unknown>;
  /** Leaves the pages of what is gone. */
  onDeleted: () => Promise<void>;
  onClose: () => void;
}

/** Asks before something is deleted together with what is in it. */
export function DeleteDialog(props: Props) {
  const { name, contents } = props;
  async function remove() {
    await props.onDelete();
    notifications.show({ message: confirmText.deleted(name) });
    await props.onDeleted();
  }
  return (
    <ConfirmDialog
      title={confirmText.deleteTitle(name)}
      lead={
        <Stack gap="xs">
          <Text size="sm">{props.warning}</Text>
          {contents !== "" && (
            <Text size="sm" fw={600}>
              {contents}
            </Text>
          )}
        </Stack>
      }
      nameToType={props.typed ? name : undefined}
      confirmLabel={props.confirmLabel}
      failedTitle={confirmText.deleteFailed}
      onConfirm={remove}
      onClose={props.onClose}
    />
  );
}
