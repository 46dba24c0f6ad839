import { useBlocker } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";

/**
 * What a dialog does with something that is shown once: while it is neither copied nor downloaded, Close, Back
 * and every link ask first, and the browser asks before it loads the page anew.
 */
export function useShownOnce(onClose: () => void) {
  const [copied, setCopied] = useState(false);
  const [copyFailed, setCopyFailed] = useState(false);
  const [closing, setClosing] = useState(false);
  // Closing may lead to another page, before a render has taken the blocker away.
  const givenUp = useRef(false);
  const shouldBlockFn = useCallback(() => !givenUp.current, []);
  const blocker = useBlocker({ shouldBlockFn, disabled: copied, withResolver: true });
  useGoneWithThePage(onClose);

  function back() {
    setClosing(false);
    blocker.reset?.();
  }
  return {
    copyFailed,
    asking: closing || blocker.status === "blocked",
    back,
    leave() {
      givenUp.current = true;
      blocker.proceed?.();
      // The page may stay where only its address changes, so what was shown goes in any case.
      onClose();
    },
    close: () => (copied ? onClose() : setClosing(true)),
    copying: {
      onCopied() {
        setCopied(true);
        setCopyFailed(false);
        back();
      },
      onFailed: () => setCopyFailed(true),
    },
  };
}

/** A browser may keep a left page whole and show it again on Back. The secret must not come back with it. */
function useGoneWithThePage(onGone: () => void) {
  useEffect(() => {
    window.addEventListener("pagehide", onGone);
    return () => window.removeEventListener("pagehide", onGone);
  }, [onGone]);
}
