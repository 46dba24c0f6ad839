import { useEffect, useState } from "react";
import { useLeaveQuestion } from "./use-leave-question.js";

/**
 * What a dialog does with something that is shown once: while it is neither copied nor downloaded, Close, Back
 * and every link ask first, and the browser asks before it loads the page anew.
 */
export function useShownOnce(onClose: () => void) {
  const [copied, setCopied] = useState(false);
  const [copyFailed, setCopyFailed] = useState(false);
  const [closing, setClosing] = useState(false);
  const question = useLeaveQuestion(!copied);
  useGoneWithThePage(onClose);

  function back() {
    setClosing(false);
    question.stay();
  }
  return {
    copyFailed,
    asking: closing || question.asking,
    back,
    leave() {
      question.leave();
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
