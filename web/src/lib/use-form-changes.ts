import { useCallback, useRef } from "react";

/** What somebody does before a field changes: whatever fields have come by then are still as they were made. */
const BEFORE = ["focusin", "pointerdown", "keydown"] as const;

/**
 * Whether somebody changed what a form holds, told by its own fields: what they say now against what they said
 * when they came. A field that went is counted by what was last typed into it; a list of fields says in
 * `data-rows` how many it has.
 */
export function useFormChanges() {
  const first = useRef(new Map<Element, string>());
  const last = useRef(new Map<Element, string>());

  // Not an effect: a dialog's content comes after the dialog.
  const form = useCallback((element: HTMLFormElement) => {
    const meet = () => {
      for (const part of partsOf(element)) if (!first.current.has(part)) first.current.set(part, said(part));
    };
    const note = ({ target }: Event) => {
      if (target instanceof Element) last.current.set(target, said(target));
    };
    meet();
    const end = new AbortController();
    const options = { capture: true, signal: end.signal };
    for (const name of BEFORE) element.addEventListener(name, meet, options);
    for (const name of ["input", "change"]) element.addEventListener(name, note, options);
    return () => end.abort();
  }, []);

  const isChanged = () =>
    [...first.current].some(([part, before]) => {
      const now = part.isConnected ? said(part) : last.current.get(part);
      return now !== undefined && now !== before;
    });
  return { form, isChanged };
}

const partsOf = (form: HTMLFormElement): Element[] => [
  ...form.elements,
  ...form.querySelectorAll("[data-rows]"),
];

/** What a field holds, as a text. */
function said(part: Element): string {
  if (part instanceof HTMLInputElement && (part.type === "checkbox" || part.type === "radio"))
    return String(part.checked);
  if (
    part instanceof HTMLInputElement ||
    part instanceof HTMLTextAreaElement ||
    part instanceof HTMLSelectElement
  )
    return part.value;
  return part.getAttribute("data-rows") ?? "";
}
