import { Button, Text } from "@mantine/core";
import { Suspense, useState } from "react";
import { part } from "../../components/part.js";
import { keyListsText } from "../../messages/key-lists.js";
import { BULK_ACTIONS, type BulkAction, isFinal, keysFor } from "./bulk-change.js";
import type { BulkDialogProps } from "./bulk-dialog.js";
import type { KeySelection } from "./key-selection.js";

const BulkDialog = part<BulkDialogProps>(() =>
  import("./bulk-dialog.js").then((module) => module.BulkDialog),
);

const text = keyListsText;

interface Props {
  selection: KeySelection;
  /** Where the focus goes when the bar is gone. */
  onLeave: () => void;
}

/** What can be done to the selected keys; it stays in sight, and goes with the selection. */
export function BulkBar({ selection, onLeave }: Props) {
  const [asked, setAsked] = useState<Pick<BulkDialogProps, "action" | "keys" | "skipped"> | null>(null);
  const keys = selection.selected.map(({ node }) => node);

  function leave() {
    setAsked(null);
    selection.clear();
    onLeave();
  }

  function ask(action: BulkAction) {
    const those = keysFor(action, keys);
    setAsked({ action, keys: those, skipped: keys.length - those.length });
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
              onClick={() => ask(action)}
            >
              {text.bulk[action].button}
            </Button>
          ))}
          <Button size="xs" variant="subtle" onClick={leave}>
            {text.clearSelection}
          </Button>
        </section>
      )}
      <Suspense>
        {asked !== null && <BulkDialog {...asked} onCancel={() => setAsked(null)} onDone={leave} />}
      </Suspense>
    </>
  );
}
