import { Button, List, ScrollArea } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconClock } from "@tabler/icons-react";
import { memo, type ReactNode, useEffect, useRef } from "react";
import { refusalText } from "../../components/refusal-text.js";
import { commonText } from "../../messages/common.js";
import { keyListsText } from "../../messages/key-lists.js";
import type { Outcome } from "./bulk-change.js";
import "./bulk-bar.css";

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

/** What came of one key; drawn again only for an outcome of its own, as there may be a thousand. */
export const OutcomeRow = memo(function OutcomeRow({ name, done, outcome }: OutcomeRowProps) {
  const refused = outcome !== undefined && typeof outcome !== "string";
  const RowIcon = outcome === undefined ? IconClock : refused ? IconCircleX : IconCircleCheck;
  const word = outcome === undefined ? text.bulkWaiting : outcome === "gone" ? text.bulkGone : done;
  return (
    <li className="key-outcome" data-refused={refused || undefined}>
      <RowIcon size={18} aria-hidden />
      <div>
        <bdi>{name}</bdi>
        <span>{refused ? refusalText(outcome) : word}</span>
      </div>
    </li>
  );
});

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
