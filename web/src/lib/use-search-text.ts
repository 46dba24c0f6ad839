import { useEffect, useRef, useState } from "react";
import { pastedKey } from "./pasted-key.js";
import { useKeysKeptOut } from "./use-keys-kept-out.js";

interface Options {
  /** What was searched for last, as the address says. */
  value: string;
  onSearch: (text: string | undefined) => void;
  settledMs: number;
  /** Takes a secret; what holds one never becomes the search's text. */
  onKey?: (text: string) => void;
}

/** What is typed into a search, and sent a while after the last letter; it follows the address. */
export function useSearchText({ value, onSearch, settledMs, onKey }: Options) {
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
  function show(text: string, mayBeSent: boolean) {
    clearTimeout(timer.current);
    setTyped(text);
    if (text === "") send(text);
    else if (mayBeSent) timer.current = setTimeout(() => send(text), settledMs);
  }
  const { type, onPaste } = useKeysKeptOut(show, onKey);
  /** What a search's field does. */
  return {
    value: typed,
    onType: type,
    onPaste,
    onEnter: () => pastedKey(typed) === null && send(typed),
    onClear: () => type(""),
  };
}
