import { useEffect, useState } from "react";
import { useLeaveQuestion } from "../lib/use-leave-question.js";

/** What a dialog does with something that is shown once: it asks before that is lost, unless it was copied or downloaded. */
export function useShownOnce(onClose: () => void) {
  const [copied, setCopied] = useState(false);
  const [copyFailed, setCopyFailed] = useState(false);
  const question = useLeaveQuestion(() => !copied, onClose);
  useGoneWithThePage(onClose);

  return {
    ...question,
    copyFailed,
    copying: {
      onCopied() {
        setCopied(true);
        setCopyFailed(false);
        question.back();
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
