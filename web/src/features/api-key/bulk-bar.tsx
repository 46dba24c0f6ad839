import { Button, Text } from "@mantine/core";
import { Suspense } from "react";
import { part } from "../../components/part.js";
import type { ApiKeyRowFragment } from "../../gql/graphql.js";
import { keyListsText } from "../../messages/key-lists.js";
import { BULK_ACTIONS, type BulkAction, isFinal, keysFor } from "./bulk-change.js";
import type { BulkDialogProps } from "./bulk-dialog.js";
import type { KeySelection } from "./key-selection.js";
import type { LookUpPlace } from "./use-pasted-key.js";
import "./bulk-bar.css";

const BulkDialog = part<BulkDialogProps>(() =>
  import("./bulk-dialog.js").then((module) => module.BulkDialog),
);

const text = keyListsText;

export type BulkQuestion = Pick<BulkDialogProps, "action" | "keys" | "skipped">;

/** What is asked before the action is taken on those of the keys that it changes. */
export function bulkQuestion(action: BulkAction, all: readonly ApiKeyRowFragment[]): BulkQuestion {
  const keys = keysFor(action, all);
  return { action, keys, skipped: all.length - keys.length };
}

interface Props {
  place: LookUpPlace;
  selection: KeySelection;
  asked: BulkQuestion | null;
  onAsk: (question: BulkQuestion | null) => void;
  /** Where the focus goes when the bar is gone. */
  onLeave: () => void;
}

/** What can be done to the selected keys; it stays in sight, and goes with the selection. */
export function BulkBar({ place, selection, asked, onAsk, onLeave }: Props) {
  const keys = selection.selected.map(({ node }) => node);

  function leave(unchanged: readonly string[]) {
    onAsk(null);
    // What was refused or left can be tried again.
    selection.keep(unchanged);
    onLeave();
  }

  return (
    <>
      {keys.length > 0 && (
        <section className="key-bar" aria-label={text.selectionLabel}>
          <Text size="sm" fw={600} role="status" mr="auto">
            {text.selected(keys.length)}
          </Text>
          {BULK_ACTIONS.filter((action) => keysFor(action, keys).length > 0).map((action) => (
            <Button
              key={action}
              size="xs"
              variant={isFinal(action) ? "outline" : "default"}
              color={isFinal(action) ? "red" : undefined}
              onPointerEnter={() => void BulkDialog.preload()}
              onClick={() => onAsk(bulkQuestion(action, keys))}
            >
              {text.bulk[action].button}
            </Button>
          ))}
          <Button size="xs" variant="subtle" onClick={() => leave([])}>
            {text.clearSelection}
          </Button>
        </section>
      )}
      <Suspense>
        {asked !== null && (
          <BulkDialog place={place} {...asked} onCancel={() => onAsk(null)} onDone={leave} />
        )}
      </Suspense>
    </>
  );
}
