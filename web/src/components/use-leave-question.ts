import { useBlocker } from "@tanstack/react-router";
import { useCallback, useEffect, useRef } from "react";

/**
 * While it is `guarded`, Back and every link wait for an answer to whether to leave, and the browser asks before
 * it loads the page anew.
 */
export function useLeaveQuestion(guarded: boolean) {
  // Leaving may go on to another page before a render has taken the blocker away.
  const givenUp = useRef(false);
  const shouldBlockFn = useCallback(() => !givenUp.current, []);
  const { status, proceed, reset } = useBlocker({ shouldBlockFn, disabled: !guarded, withResolver: true });
  // What nothing stands in the way of any more is no question.
  useEffect(() => {
    if (!guarded) reset?.();
  }, [guarded, reset]);
  return {
    asking: guarded && status === "blocked",
    stay: () => reset?.(),
    leave() {
      givenUp.current = true;
      proceed?.();
    },
  };
}
