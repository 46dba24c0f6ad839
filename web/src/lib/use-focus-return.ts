import { useEffect } from "react";

/**
 * Gives the focus back when a dialog goes, to where it was when the dialog came: unless it has gone somewhere
 * else already, as to the next dialog or the heading of the next page. Mantine's own does so for a dialog that
 * is closed, not for one that is taken away.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  }, []);
}
