import { useEffect, useEffectEvent } from "react";

/** How long what got the focus back may still leave the page, such as the row of a key that was deleted. */
const LEAVING_MS = 3_000;

/**
 * Gives the focus back, when a dialog leaves, to what had it when the dialog came. Mantine's own way serves
 * dialogs that stay mounted. Where nothing had it, or what had it is gone, the focus goes to `fallback`, and
 * else to the dialog behind or to the page's heading. Does nothing where something else has taken the focus.
 */
export function useReturnFocus(fallback?: () => HTMLElement | null): void {
  const otherwise = useEffectEvent(() => fallback?.());
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (!isFocusLost()) return;
      const elsewhere = () => (otherwise() ?? behind())?.focus({ preventScroll: true });
      if (!(before instanceof HTMLElement) || !before.isConnected || before === document.body) {
        elsewhere();
        return;
      }
      before.focus({ preventScroll: true });
      if (isFocusLost()) elsewhere();
      else whenGone(before, elsewhere);
    };
  }, []);
}

function isFocusLost(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || !activeElement.isConnected;
}

function behind(): HTMLElement | null {
  const dialog = [...document.querySelectorAll("[aria-modal=true]")].at(-1);
  const first = (selector: string) => dialog?.querySelector<HTMLElement>(selector);
  return first("[data-autofocus]") ?? first("button:enabled, a[href]") ?? document.querySelector("h1");
}

/** A list is drawn without its row only after the dialog that deleted it has left. */
function whenGone(element: HTMLElement, then: () => void) {
  const observer = new MutationObserver(() => {
    if (element.isConnected) return;
    observer.disconnect();
    if (isFocusLost()) then();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), LEAVING_MS);
}
