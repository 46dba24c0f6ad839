import { Button, Group, Modal, Stack } from "@mantine/core";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import type { Refusal } from "../lib/refusal.js";
import { useReturnFocus } from "../lib/use-return-focus.js";
import { commonText } from "../messages/common.js";
import { errorsText } from "../messages/errors.js";
import { RefusalAlert } from "./refusal-alert.js";
import "./form-dialog.css";

interface Props {
  title: string;
  submitLabel: string;
  busy: boolean;
  refusal: Refusal | null;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  size?: string;
  /** What the form adds up to, kept in sight beside the buttons. */
  summary?: ReactNode;
  children: ReactNode;
}

/** A dialog around one form. A click outside does not throw away what was typed. */
export function FormDialog({
  title,
  submitLabel,
  busy,
  refusal,
  onSubmit,
  onClose,
  size,
  summary,
  children,
}: Props) {
  useReturnFocus();
  const start = useRef<HTMLDivElement>(null);
  // Who pressed the button at a long form's end would not see what is said at its start.
  useEffect(() => {
    if (refusal !== null) start.current?.scrollIntoView({ block: "center" });
  }, [refusal]);
  return (
    <Modal.Root opened onClose={onClose} size={size ?? "md"} closeOnClickOutside={false}>
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
          <form onSubmit={onSubmit} noValidate>
            <Stack gap="md">
              {refusal !== null && (
                <div ref={start}>
                  <RefusalAlert title={errorsText.formTitle} refusal={refusal} />
                </div>
              )}
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
    </Modal.Root>
  );
}
