import { type ClipboardEvent, useEffect, useRef } from "react";
import { pastedKey } from "./pasted-key.js";

/** Who types a secret by hand is let finish. */
const TYPED_MS = 1_500;

/**
 * Keeps keys out of a search. A text that holds a part of a secret stays in the field while it is typed, and is
 * not sent; whole, pasted or left unfinished it goes from the field, to `onKey`.
 */
export function useKeysKeptOut(
  show: (text: string, mayBeSent: boolean) => void,
  onKey?: (text: string) => void,
) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const take = (text: string) => {
    clearTimeout(timer.current);
    show("", true);
    onKey?.(text);
  };
  return {
    type(text: string) {
      clearTimeout(timer.current);
      const key = pastedKey(text);
      if (key?.whole) return take(text);
      show(text, key === null);
      if (key) timer.current = setTimeout(take, TYPED_MS, text);
    },
    onPaste(event: ClipboardEvent) {
      const text = event.clipboardData.getData("text");
      if (pastedKey(text) === null) return;
      event.preventDefault();
      take(text);
    },
  };
}
