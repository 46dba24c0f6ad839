import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import type { Refusal } from "../lib/refusal.js";
import { commonText } from "../messages/common.js";
import { confirmText } from "../messages/confirm.js";
import { AlertDialog } from "./alert-dialog.js";
import { RefusalAlert } from "./refusal-alert.js";

interface Props {
  title: string;
  lead: ReactNode;
  /** What has to be typed before anything happens. */
  name: string;
  confirmLabel: string;
  failedTitle: string;
  busy: boolean;
  refusal: Refusal | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks for the name of what is about to be destroyed for good. The focus starts on Cancel. */
export function ConfirmByNameDialog(props: Props) {
  const { name, busy, onClose } = props;
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() === name.trim()) {
      props.onConfirm();
      return;
    }
    setFault(confirmText.mismatch(name));
    field.current?.focus();
  }

  return (
    <AlertDialog title={props.title} lead={props.lead} onDismiss={busy ? undefined : onClose} width={520}>
      <form onSubmit={submit} noValidate>
        <RefusalAlert title={props.failedTitle} refusal={props.refusal} />
        <TextInput
          ref={field}
          my="md"
          label={confirmText.typeName(name)}
          value={typed}
          error={fault}
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setFault(null);
          }}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} disabled={busy} data-autofocus>
            {commonText.cancel}
          </Button>
          <Button type="submit" color="red" loading={busy}>
            {props.confirmLabel}
          </Button>
        </Group>
      </form>
    </AlertDialog>
  );
}
