import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

/** Something the page offers under a key, or without one only by name. */
export interface Shortcut {
  /** As `KeyboardEvent.key` names it; null for what only the palette offers. */
  key: string | null;
  label: string;
  run: () => void;
}

const STORED_AS = "postern.single-keys";

let registered: readonly Shortcut[] = [];
const listeners = new Set<() => void>();

function change(shortcuts: readonly Shortcut[]) {
  registered = shortcuts;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Offers an action while the component is shown: under its key, in the help and in the palette. */
export function useShortcut(key: string | null, label: string, run: () => void): void {
  const latest = useEffectEvent(run);
  useEffect(() => {
    const shortcut = { key, label, run: () => latest() };
    change([...registered, shortcut]);
    return () => change(registered.filter((other) => other !== shortcut));
  }, [key, label]);
}

/** What the page offers, each thing once: a page may show the same button in its head and in an empty list. */
export function useShortcuts(): readonly Shortcut[] {
  const all = useSyncExternalStore(subscribe, () => registered);
  return all.filter(
    ({ key, label }, at) =>
      all.findIndex((other) => other.label === label || (key !== null && other.key === key)) === at,
  );
}

/** The shortcut that an event on the document asks for. */
export function shortcutFor(event: KeyboardEvent): Shortcut | undefined {
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  if (event.defaultPrevented || event.repeat || event.isComposing || modified || !singleKeys()) return;
  if (isTyping(event.target) || isInterrupted()) return;
  return registered.find(({ key }) => key === event.key.toLowerCase());
}

const EDITABLE = "input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox]";

/** Whether what has the focus takes letters as text, or as a choice among its options. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`${EDITABLE}, [role=listbox], [role=menu]`) !== null;

/** Whether a dialog stands before the page. */
export const isInterrupted = (): boolean => document.querySelector("[aria-modal=true]") !== null;

/** Whether single keys do anything; people who speak to their computer turn them off (WCAG 2.1.4). */
export function singleKeys(): boolean {
  try {
    return window.localStorage.getItem(STORED_AS) !== "off";
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    if (on) window.localStorage.removeItem(STORED_AS);
    else window.localStorage.setItem(STORED_AS, "off");
  } catch {
    // Storage is blocked: they stay as they are.
  }
  change([...registered]);
}

/** How the key that goes with letters for commands is written here. */
export const COMMAND_KEY = /Mac|iP(hone|ad|od)/.test(window.navigator.userAgent) ? "⌘" : "Ctrl";

/** Whether an event asks for the palette: Ctrl-K, and ⌘-K where Ctrl-K edits text. */
export const asksForPalette = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  event.key.toLowerCase() === "k" &&
  !event.altKey &&
  !event.shiftKey &&
  (COMMAND_KEY === "⌘" ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey);

/** Runs what a page offers under the key as soon as it does: the page may only just be on its way. */
export function runWhenOffered(key: string, withinMs = 5_000): void {
  const offered = () => registered.find((shortcut) => shortcut.key === key);
  const now = offered();
  if (now !== undefined) {
    now.run();
    return;
  }
  const leave = subscribe(() => {
    const shortcut = offered();
    if (shortcut === undefined) return;
    end();
    shortcut.run();
  });
  const timer = setTimeout(leave, withinMs);
  function end() {
    clearTimeout(timer);
    leave();
  }
}
