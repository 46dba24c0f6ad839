import { Button, Group, List, ScrollArea } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconClock } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import { LeaveAlert } from "../../components/leave-alert.js";
import { refusalText } from "../../components/refusal-text.js";
import type { Refusal } from "../../lib/refusal.js";
import { commonText } from "../../messages/common.js";
import { keyListsText } from "../../messages/key-lists.js";
import "./bulk-outcome.css";
import type { Outcome, useBulkChange } from "./bulk-change.js";
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
  const refused = isRefused(outcome);
  const waits = outcome === undefined || outcome === "LEFT";
  const RowIcon = refused ? IconCircleX : waits ? IconClock : IconCircleCheck;
  const words = { DONE: done, GONE: text.bulkGone, LEFT: text.bulkLeft };
  return (
    <li className="key-outcome" data-refused={refused || undefined}>
      <RowIcon size={18} aria-hidden />
      <div>
        <bdi>{name}</bdi>
        <span>
          {refused ? refusalText(outcome) : outcome === undefined ? text.bulkWaiting : words[outcome]}
        </span>
      </div>
    </li>
  );
});

const isRefused = (outcome: Outcome | undefined): outcome is Refusal => typeof outcome === "object";

/** How many keys came to what. */
export function tally(outcomes: ReadonlyMap<string, Outcome>) {
  const all = [...outcomes.values()];
  const refused = all.filter(isRefused).length;
  const left = all.filter((outcome) => outcome === "LEFT").length;
  return { refused, left, done: all.length - refused - left };
}

/** The keys that are as they were. */
export const unchangedIn = (outcomes: ReadonlyMap<string, Outcome>): string[] =>
  [...outcomes].filter(([, outcome]) => isRefused(outcome) || outcome === "LEFT").map(([id]) => id);

/** What was refused, then what was left, so that it is not looked for among a thousand. */
export function worstFirst<Key extends { id: string }>(
  keys: readonly Key[],
  outcomes: ReadonlyMap<string, Outcome>,
): Key[] {
  const rank = ({ id }: Key) => {
    const outcome = outcomes.get(id);
    return isRefused(outcome) ? 0 : outcome === "LEFT" ? 1 : 2;
  };
  return [...keys].sort((one, other) => rank(one) - rank(other));
}

/** How far it is, drawn by the browser. */
export const Progress = ({ done, total }: { done: number; total: number }) => (
  <progress className="key-progress" aria-label={text.bulkProgress} max={total} value={done} />
);

type Work = Pick<ReturnType<typeof useBulkChange>, "state" | "stop" | "question">;

/** What can be done while it runs, asked before it is left, and done when it is over; each takes the focus. */
export function WorkEnd({ state, stop, question, onClose }: Work & { onClose: () => void }) {
  if (question.asking) {
    return (
      <LeaveAlert
        lead={text.bulkLeave}
        stayLabel={text.bulkStay}
        leaveLabel={text.bulkLeaveNow}
        onStay={question.back}
        onLeave={question.leave}
      />
    );
  }
  return (
    <Group justify="flex-end">
      {state === "FINISHED" ? (
        <Button key="close" onClick={onClose} autoFocus>
          {commonText.close}
        </Button>
      ) : (
        // Not `disabled`, which would lose the focus.
        <Button
          key="stop"
          variant="default"
          aria-disabled={state === "STOPPING"}
          data-disabled={state === "STOPPING" || undefined}
          onClick={stop}
          autoFocus
        >
          {state === "STOPPING" ? text.bulkStopping : text.bulkStop}
        </Button>
      )}
    </Group>
  );
}
