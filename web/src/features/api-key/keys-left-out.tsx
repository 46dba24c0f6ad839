import { Button } from "@mantine/core";
import { EmptyState } from "../../components/empty-state.js";
import { filtersText } from "../../messages/filters.js";
import { keyListsText } from "../../messages/key-lists.js";

const text = keyListsText;

/** That there are revoked and expired keys besides, and how to see them. */
export function Hidden({ amount, onShow }: { amount: number; onShow: () => void }) {
  return (
    <div className="key-hidden">
      {text.hidden(amount)}
      <Button variant="subtle" size="compact-sm" onClick={onShow}>
        {text.showHidden}
      </Button>
    </div>
  );
}

interface NothingFoundProps {
  untouched: boolean;
  /** Whether the list is narrowed by key safety alone, so that nothing is left to mend. */
  mended: boolean;
  onShowAll: () => void;
  onClear: () => void;
}

/** What stands in the place of an empty list. */
export function NothingFound({ untouched, mended, onShowAll, onClear }: NothingFoundProps) {
  if (mended) {
    return (
      <EmptyState
        title={text.safetyMended}
        lead={text.safetyMendedLead}
        action={
          <Button variant="default" onClick={onClear}>
            {text.safetyShowAll}
          </Button>
        }
      />
    );
  }
  return untouched ? (
    <EmptyState
      title={text.noneAtWork}
      lead={text.noneAtWorkLead}
      action={
        <Button variant="default" onClick={onShowAll}>
          {text.showHidden}
        </Button>
      }
    />
  ) : (
    <EmptyState
      title={text.noMatch}
      lead={text.noMatchLead}
      action={
        <Button variant="default" onClick={onClear}>
          {filtersText.clearAll}
        </Button>
      }
    />
  );
}
