import { Button, Group, List, ScrollArea, Text } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconClock } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { refusalText } from "../../components/refusal-text.js";
import { commonText } from "../../messages/common.js";
import { keyListsText } from "../../messages/key-lists.js";
import type { Outcome } from "./bulk-change.js";

const text = keyListsText;

/** The keys in question; they scroll when there are many. */
export const Rows = ({ children }: { children: ReactNode }) => (
  <ScrollArea.Autosize
    mah={240}
    type="auto"
    viewportProps={{ tabIndex: 0, role: "group", "aria-label": text.bulkKeys }}
  >
    <List size="sm" listStyleType="none" spacing={6}>
      {children}
    </List>
  </ScrollArea.Autosize>
);

interface OutcomeRowProps {
  name: string;
  done: string;
  outcome: Outcome | undefined;
}

/** What came of one key. */
export function OutcomeRow({ name, done, outcome }: OutcomeRowProps) {
  const refused = outcome !== undefined && typeof outcome !== "string";
  const RowIcon = outcome === undefined ? IconClock : refused ? IconCircleX : IconCircleCheck;
  const color = refused ? "var(--mantine-color-error)" : undefined;
  const word = outcome === undefined ? text.bulkWaiting : outcome === "gone" ? text.bulkGone : done;
  return (
    <List.Item>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <RowIcon size={18} color={color} aria-hidden style={{ flex: "none" }} />
        <div>
          <Text size="sm" fw={600}>
            <bdi>{name}</bdi>
          </Text>
          <Text size="sm" c={refused ? "var(--mantine-color-error)" : "dimmed"}>
            {refused ? refusalText(outcome) : word}
          </Text>
        </div>
      </Group>
    </List.Item>
  );
}

/** Gets the focus when it comes: the button that was pressed is gone. */
export function CloseButton({ busy, onClose }: { busy: boolean; onClose: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!busy) button.current?.focus();
  }, [busy]);
  return (
    <Button ref={button} loading={busy} onClick={onClose}>
      {commonText.close}
    </Button>
  );
}
