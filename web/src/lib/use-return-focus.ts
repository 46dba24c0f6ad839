import { useEffect, useEffectEvent } from "react";

/**
 * Gives the focus back, when a dialog leaves, to what had it when the dialog came. Mantine's own way serves
 * dialogs that stay mounted. Does nothing where something else has taken the focus meanwhile.
 */
export function useReturnFocus(fallback?: () => HTMLElement | null): void {
  const otherwise = useEffectEvent(() => fallback?.());
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      const { activeElement } = document;
      if (activeElement !== null && activeElement !== document.body && activeElement.isConnected) return;
      const known = before instanceof HTMLElement && before.isConnected && before !== document.body;
      (known ? before : otherwise())?.focus({ preventScroll: true });
    };
  }, []);
}
