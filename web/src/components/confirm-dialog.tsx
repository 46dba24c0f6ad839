import { Button, Group, Stack, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { useAttempt } from "../lib/use-attempt.js";
import { commonText } from "../messages/common.js";
import { confirmText } from "../messages/confirm.js";
import { AlertDialog } from "./alert-dialog.js";
import { RefusalAlert } from "./refusal-alert.js";

interface Props {
  title: string;
  lead: ReactNode;
  /** What has to be typed before anything happens; absent where one click is enough. */
  nameToType?: string;
  confirmLabel: string;
  /** What leaves all as it is, where "Cancel" would say too little. */
  keepLabel?: string;
  /** Heads what `onConfirm` was refused for. */
  failedTitle: string;
  /** Does it and closes the dialog; when it rejects, the dialog stays and says why. */
  onConfirm: () => unknown;
  onClose: () => void;
}

/** Asks before something is destroyed. The focus starts on Cancel, so that Enter does no harm. */
export function ConfirmDialog(props: Props) {
  const { nameToType, onClose } = props;
  const { attempt, busy, refusal } = useAttempt(props.onConfirm);
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (nameToType === undefined || typed.trim() === nameToType.trim()) {
      void attempt();
      return;
    }
    setFault(confirmText.mismatch(nameToType));
    field.current?.focus();
  }

  return (
    <AlertDialog title={props.title} lead={props.lead} onDismiss={busy ? undefined : onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <RefusalAlert title={props.failedTitle} refusal={refusal} />
          {nameToType !== undefined && (
            <TextInput
              ref={field}
              label={confirmText.typeName(nameToType)}
              value={typed}
              error={fault}
              autoComplete="off"
              spellCheck={false}
              onChange={({ currentTarget }) => {
                setTyped(currentTarget.value);
                setFault(null);
              }}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} disabled={busy} data-autofocus>
              {props.keepLabel ?? commonText.cancel}
            </Button>
            <Button type="submit" color="red" loading={busy}>
              {props.confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </AlertDialog>
  );
}
