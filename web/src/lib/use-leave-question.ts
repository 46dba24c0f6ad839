import { type ShouldBlockFn, useBlocker } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useState } from "react";

type Action = Parameters<ShouldBlockFn>[0]["action"];

/**
 * Asks before something is lost: its own Close, Back and every link, while `holds` says that there is something.
 * The browser asks before it loads the page anew.
 */
export function useLeaveQuestion(holds: (action?: Action) => boolean, onClose: () => void) {
  const [closing, setClosing] = useState(false);
  // Closing may lead to another page, before a render has taken the blocker away.
  const [given] = useState({ up: false });
  const mustAsk = (action?: Action) => !given.up && holds(action);
  const blocker = useBlocker({
    shouldBlockFn: ({ action }) => mustAsk(action),
    enableBeforeUnload: () => mustAsk(),
    withResolver: true,
  });
  // Gone while it asked: the address goes back to the page that stays.
  const stay = useEffectEvent(() => blocker.reset?.());
  useEffect(() => () => stay(), []);

  function leave() {
    given.up = true;
    blocker.proceed?.();
    // The page may stay where only its address changes, so what would be lost goes in any case.
    onClose();
  }
  return {
    asking: closing || blocker.status === "blocked",
    back() {
      setClosing(false);
      blocker.reset?.();
    },
    leave,
    close: () => (mustAsk() ? setClosing(true) : leave()),
  };
}
