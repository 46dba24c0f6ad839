import { Button } from "@mantine/core";
import { NothingFound } from "../../components/nothing-found.js";
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

interface Props {
  untouched: boolean;
  /** Whether the list is narrowed by key safety alone, so that nothing is left to mend. */
  mended: boolean;
  onShowAll: () => void;
  onClear: () => void;
}

/** What stands in the place of an empty list. */
export function NoKeysFound({ untouched, mended, onShowAll, onClear }: Props) {
  if (mended) {
    return (
      <NothingFound
        title={text.safetyMended}
        lead={text.safetyMendedLead}
        label={text.safetyShowAll}
        onShow={onClear}
      />
    );
  }
  return untouched ? (
    <NothingFound
      title={text.noneAtWork}
      lead={text.noneAtWorkLead}
      label={text.showHidden}
      onShow={onShowAll}
    />
  ) : (
    <NothingFound title={text.noMatch} lead={text.noMatchLead} onShow={onClear} />
  );
}
