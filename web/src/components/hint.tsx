import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { type Place, placeBeside } from "../lib/place-beside.js";
import "./hint.css";

const OPEN_AFTER_MS = 200;

/**
 * A short explanation beside what it explains, on hover, focus or touch; Esc closes it, and it can be hovered
 * itself. Mantine's own brings 25 kB of positioning code, a tenth of the first page's budget.
 */
export function Hint({ label, children }: { label: ReactNode; children: ReactNode }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function open() {
    if (anchor.current) setPlace(placeBeside(anchor.current.getBoundingClientRect()));
  }
  function close() {
    clearTimeout(timer.current);
    setPlace(null);
  }
  const enter = ({ pointerType }: PointerEvent) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(open, pointerType === "mouse" ? OPEN_AFTER_MS : 0);
  };
  // A finger leaves when it is lifted; then the next touch elsewhere closes.
  const leave = ({ pointerType }: PointerEvent) => pointerType === "mouse" && close();

  useEffect(() => () => clearTimeout(timer.current), []);
  const isOpen = place !== null;
  useEffect(() => {
    if (!isOpen) return;
    const end = new AbortController();
    const options = { capture: true, signal: end.signal };
    const shut = () => setPlace(null);
    document.addEventListener("keydown", (event) => event.key === "Escape" && shut(), options);
    document.addEventListener("scroll", shut, options);
    document.addEventListener("pointerdown", shut, options);
    return () => end.abort();
  }, [isOpen]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for what happens to its content
    <span
      ref={anchor}
      className="hint-anchor"
      onPointerEnter={enter}
      onPointerLeave={leave}
      onFocus={open}
      onBlur={close}
    >
      {children}
      {isOpen &&
        createPortal(
          <div role="tooltip" className="hint" style={place}>
            <div className="hint-text">{label}</div>
          </div>,
          document.body,
        )}
    </span>
  );
}
