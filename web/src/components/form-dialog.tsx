import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import type { Refusal } from "../lib/refusal.js";
import { useFormChanges } from "../lib/use-form-changes.js";
import { useReturnFocus } from "../lib/use-return-focus.js";
import { commonText } from "../messages/common.js";
import { confirmText } from "../messages/confirm.js";
import { ConfirmDialog } from "./confirm-dialog.js";
import { FormRefusal } from "./refusal-alert.js";
import "./form-dialog.css";

interface Props {
  title: string;
  submitLabel: string;
  busy: boolean;
  refusal: Refusal | null;
  /** Where "This was not saved" would be wrong. */
  refusalTitle?: string | undefined;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  size?: string;
  /** What the form adds up to, kept in sight beside the buttons. */
  summary?: ReactNode;
  children: ReactNode;
}

/**
 * A dialog around one form. A click outside does not throw away what was typed, and Esc and the cross ask before
 * they do. Cancel says what it does.
 */
export function FormDialog({
  title,
  submitLabel,
  busy,
  refusal,
  refusalTitle,
  onSubmit,
  onClose,
  size,
  summary,
  children,
}: Props) {
  useReturnFocus();
  const { form, isChanged } = useFormChanges();
  const [asking, setAsking] = useState(false);
  function dismiss() {
    if (isChanged()) setAsking(true);
    else onClose();
  }
  return (
    <Modal.Root
      opened
      onClose={dismiss}
      closeOnEscape={!asking && !busy}
      size={size ?? "md"}
      closeOnClickOutside={false}
    >
      <Modal.Overlay />
      <Modal.Content bg="var(--surface)">
        {/* Not Modal.Header: it would be a second banner among the page's landmarks. */}
        <Group justify="space-between" wrap="nowrap" px="md" pt="md">
          <Modal.Title fw={600} fz="lg" lh={1.3}>
            {title}
          </Modal.Title>
          <Modal.CloseButton aria-label={commonText.close} />
        </Group>
        <Modal.Body pt="md">
          <form ref={form} onSubmit={onSubmit} noValidate>
            <Stack gap="md">
              <FormRefusal title={refusalTitle} refusal={refusal} />
              {children}
              <Stack gap="sm" className="form-dialog-end">
                {summary}
                <Group justify="flex-end" gap="xs">
                  <Button variant="default" onClick={onClose} disabled={busy}>
                    {commonText.cancel}
                  </Button>
                  <Button type="submit" loading={busy}>
                    {submitLabel}
                  </Button>
                </Group>
              </Stack>
            </Stack>
          </form>
        </Modal.Body>
      </Modal.Content>
      {asking && <DropQuestion onDrop={onClose} onKeep={() => setAsking(false)} />}
    </Modal.Root>
  );
}

function DropQuestion({ onDrop, onKeep }: { onDrop: () => void; onKeep: () => void }) {
  return (
    <ConfirmDialog
      title={confirmText.dropTitle}
      lead={<Text size="sm">{confirmText.dropLead}</Text>}
      confirmLabel={confirmText.drop}
      keepLabel={confirmText.keep}
      failedTitle={confirmText.dropTitle}
      onConfirm={onDrop}
      onClose={onKeep}
    />
  );
}
