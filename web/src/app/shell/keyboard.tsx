import { Suspense, useEffect, useEffectEvent, useState } from "react";
import { part } from "../../components/part.js";
import { asksForPalette, isInterrupted, shortcutFor, useShortcut } from "../../lib/shortcuts.js";
import { keyboardText } from "../../messages/keyboard.js";
import { PaletteButton } from "./palette-button.js";

const Palette = part(() => import("./palette.js").then((module) => module.Palette));
const Help = part(() => import("./keyboard-help.js").then((module) => module.KeyboardHelp));

/** What the keys do on every page, and the button of the palette. */
export function Keyboard() {
  const [shown, setShown] = useState<"palette" | "help" | null>(null);
  const [cameFrom, setCameFrom] = useState<Element | null>(null);

  function show(what: "palette" | "help") {
    setCameFrom(document.activeElement);
    setShown(what);
  }
  /** What was chosen decides where the focus goes next; else it goes back to where it was. */
  function close(chosen = false) {
    setShown(null);
    if (!chosen && cameFrom instanceof HTMLElement) requestAnimationFrame(() => cameFrom.focus());
  }

  useShortcut("/", keyboardText.search, () => focusSearch() || show("palette"));
  useShortcut("?", keyboardText.help, () => show("help"));
  useKeys(() => {
    if (shown === "palette") close();
    else if (!isInterrupted()) show("palette");
  });

  return (
    <>
      <PaletteButton onClick={() => show("palette")} onReach={() => void Palette.preload()} />
      <Suspense>
        {shown === "palette" && <Palette onClose={close} onHelp={() => show("help")} />}
        {shown === "help" && <Help onClose={() => close()} />}
      </Suspense>
    </>
  );
}

function useKeys(onPalette: () => void) {
  const palette = useEffectEvent(onPalette);
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const shortcut = shortcutFor(event);
      if (asksForPalette(event)) palette();
      else if (shortcut !== undefined) shortcut.run();
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

/** Whether the page has a search of its own that could take the focus. */
function focusSearch(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>(
    "main [role=searchbox], main input[type=search]",
  );
  const field = [...fields].find((candidate) => candidate.checkVisibility?.() ?? true);
  field?.focus();
  field?.select();
  return field !== undefined;
}
