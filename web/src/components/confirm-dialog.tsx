import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import type { Refusal } from "../lib/refusal.js";
import { commonText } from "../messages/common.js";
import { AlertDialog } from "./alert-dialog.js";
import { RefusalAlert } from "./refusal-alert.js";

interface Props {
  title: string;
  lead: ReactNode;
  confirmLabel: string;
  /** What leaves all as it is, where "Cancel" would say too little. */
  keepLabel?: string;
  failedTitle: string;
  busy: boolean;
  refusal: Refusal | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is destroyed. The focus starts on Cancel, so that Enter does no harm. */
export function ConfirmDialog(props: Props) {
  return (
    <AlertDialog title={props.title} lead={props.lead} onDismiss={props.busy ? undefined : props.onClose}>
      <RefusalAlert title={props.failedTitle} refusal={props.refusal} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={props.onClose} disabled={props.busy} data-autofocus>
          {props.keepLabel ?? commonText.cancel}
        </Button>
        <Button color="red" onClick={props.onConfirm} loading={props.busy}>
          {props.confirmLabel}
        </Button>
      </Group>
    </AlertDialog>
  );
}
