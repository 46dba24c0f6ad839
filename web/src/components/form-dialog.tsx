import { Button, Group, Modal, Stack } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import type { Refusal } from "../lib/refusal.js";
import { useReturnFocus } from "../lib/use-return-focus.js";
import { commonText } from "../messages/common.js";
import { DropQuestion, useDropQuestion } from "./drop-question.js";
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
 * A dialog around one form. A click outside does not throw away what was typed; Esc, the cross and every way off
 * the page ask before they do. Cancel says what it does.
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
  const { form, close, ...question } = useDropQuestion(busy, onClose);
  return (
    <Modal.Root
      opened
      onClose={close}
      closeOnEscape={!question.asking && !busy}
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
                  <Button variant="default" onClick={question.leave} disabled={busy}>
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
      <DropQuestion {...question} />
    </Modal.Root>
  );
}
