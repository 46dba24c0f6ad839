import { FocusTrap, Modal, Paper, Stack, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useReturnFocus } from "../lib/use-return-focus.js";
import "./alert-dialog.css";

interface Props {
  title: string;
  /** The paragraph that a screen reader reads with the title. */
  lead: ReactNode;
  /** Asked for by Esc or a click outside; without it neither closes the dialog. */
  onDismiss?: () => void;
  width?: number;
  /** What interrupts all the rest stands above it. */
  zIndex?: number;
  children: ReactNode;
}

/**
 * A dialog that interrupts: `role="alertdialog"`, which Mantine's own dialog cannot take. The element with
 * `data-autofocus` gets the focus; it stays inside, and returns to where it was.
 */
export function AlertDialog({ title, lead, onDismiss, width = 480, zIndex = 200, children }: Props) {
  const id = useId();
  useReturnFocus();
  const dismissable = onDismiss !== undefined;
  return (
    <Modal.Root
      opened
      onClose={() => onDismiss?.()}
      closeOnEscape={dismissable}
      closeOnClickOutside={dismissable}
      transitionProps={{ duration: 0 }}
      zIndex={zIndex}
    >
      <Modal.Overlay />
      <div className="alert-dialog" style={{ zIndex: zIndex + 1 }}>
        <FocusTrap active>
          <Paper
            component="section"
            role="alertdialog"
            aria-modal="true"
            aria-labelledby={`${id}-title`}
            aria-describedby={`${id}-lead`}
            className="alert-dialog-panel"
            bg="var(--surface)"
            shadow="xl"
            p="lg"
            w="100%"
            maw={width}
          >
            <Stack gap="md">
              <Title order={2} id={`${id}-title`}>
                {title}
              </Title>
              <div id={`${id}-lead`}>{lead}</div>
              {children}
            </Stack>
          </Paper>
        </FocusTrap>
      </div>
    </Modal.Root>
  );
}
