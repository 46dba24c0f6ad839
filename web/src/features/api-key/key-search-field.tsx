import { SearchInput } from "../../components/search-input.js";
import { useSearchText } from "../../lib/use-search-text.js";
import { keyListsText } from "../../messages/key-lists.js";

const SETTLED_MS = 120;

interface Props {
  value: string | undefined;
  onSearch: (text: string | undefined) => void;
  /** Takes a secret; what holds one never becomes the field's value or the search's text. */
  onSecret: (text: string) => void;
}

/** Searches as it is typed. A pasted key is taken out before the field has it. */
export function KeySearchField({ value = "", onSearch, onSecret }: Props) {
  const field = useSearchText({ value, onSearch, settledMs: SETTLED_MS, onKey: onSecret });
  return (
    <SearchInput
      id="key-search"
      label={keyListsText.search}
      placeholder={keyListsText.searchPlaceholder}
      {...field}
    />
  );
}
