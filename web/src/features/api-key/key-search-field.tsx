import { SearchInput } from "../../components/search-input.js";
import { pastedKey } from "../../lib/pasted-key.js";
import { useSearchText } from "../../lib/use-search-text.js";
import { keyListsText } from "../../messages/key-lists.js";

const SETTLED_MS = 120;
/** Who types a secret by hand is let finish. */
const TYPED_MS = 1_500;

interface Props {
  value: string | undefined;
  onSearch: (text: string | undefined) => void;
  /** Takes a secret; what holds one never becomes the field's value or the search's text. */
  onSecret: (text: string) => void;
}

/** Searches as it is typed. A pasted key is taken out before the field has it. */
export function KeySearchField({ value = "", onSearch, onSecret }: Props) {
  const { typed, type, send, clear } = useSearchText(value, onSearch);

  function take(text: string) {
    clear();
    onSecret(text);
  }

  function change(text: string) {
    const secret = pastedKey(text);
    if (secret?.whole) take(text);
    else if (secret) type(text, TYPED_MS, take);
    else type(text, SETTLED_MS);
  }

  return (
    <SearchInput
      id="key-search"
      label={keyListsText.search}
      placeholder={keyListsText.searchPlaceholder}
      value={typed}
      onType={change}
      onPaste={(event) => {
        const text = event.clipboardData.getData("text");
        if (pastedKey(text) === null) return;
        event.preventDefault();
        take(text);
      }}
      onEnter={() => pastedKey(typed) === null && send(typed)}
      onClear={clear}
    />
  );
}
