import { ActionIcon, TextInput } from "@mantine/core";
import { IconSearch, IconX } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { pastedKey } from "../../lib/pasted-key.js";
import { keyListsText } from "../../messages/key-lists.js";

/** The field's id, for a shortcut that leads there. */
export const KEY_SEARCH_ID = "key-search";

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
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The address changed by another hand: a chip, a button, or the way back.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function send(text: string) {
    clearTimeout(timer.current);
    sent.current = text.trim();
    onSearch(sent.current === "" ? undefined : sent.current);
  }

  function clear() {
    setTyped("");
    send("");
  }

  function take(text: string) {
    clear();
    onSecret(text);
  }

  function change(text: string) {
    clearTimeout(timer.current);
    const secret = pastedKey(text);
    if (secret?.whole) {
      take(text);
      return;
    }
    setTyped(text);
    timer.current = setTimeout(() => (secret ? take(text) : send(text)), secret ? TYPED_MS : SETTLED_MS);
  }

  return (
    <TextInput
      id={KEY_SEARCH_ID}
      aria-label={keyListsText.search}
      placeholder={keyListsText.searchPlaceholder}
      size="xs"
      role="searchbox"
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed !== "" && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={keyListsText.searchClear}
            onClick={() => {
              clear();
              document.getElementById(KEY_SEARCH_ID)?.focus();
            }}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )
      }
      value={typed}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      onPaste={(event) => {
        const text = event.clipboardData.getData("text");
        if (pastedKey(text) === null) return;
        event.preventDefault();
        take(text);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && typed !== "") clear();
        if (event.key === "Enter" && pastedKey(typed) === null) send(typed);
      }}
    />
  );
}
