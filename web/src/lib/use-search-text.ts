import { useEffect, useRef, useState } from "react";

type OnSearch = (text: string | undefined) => void;

/** What is typed into a search, and sent a while after the last letter; it follows the address. */
export function useSearchText(value: string, onSearch: OnSearch) {
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
  /** Takes what was typed; `act` gets it unless more is typed within the time. */
  function type(text: string, afterMs: number, act = send) {
    clearTimeout(timer.current);
    setTyped(text);
    timer.current = setTimeout(() => act(text), afterMs);
  }
  return { typed, type, send, clear };
}
