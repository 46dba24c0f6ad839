import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from "react";

/** Whether the server can be reached, and else on whose side the fault seems to be. */
export type Connection = "present" | "offline" | "away";

const HEALTH = "/health/ready";
const ANSWER_WITHIN_MS = 5_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

let connection: Connection = "present";
let checking = false;
const listeners = new Set<() => void>();

function change(to: Connection) {
  if (to === connection) return;
  connection = to;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Somebody got no answer. The server is asked whether it is there, and if not, again and again, with longer and
 * longer pauses, until it is.
 */
export async function reportSilence(): Promise<void> {
  if (checking) return;
  checking = true;
  for (let wait = FIRST_WAIT_MS; !(await isReady()); wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    change(window.navigator.onLine ? "away" : "offline");
    await pause(wait);
  }
  checking = false;
  change("present");
}

async function isReady(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    return (await fetch(HEALTH, { cache: "no-store", signal })).ok;
  } catch {
    return false;
  }
}

/** Ends early when the browser finds its network again. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    window.addEventListener("online", end);
  });
}

/** Starts to listen to the browser, which often knows first. */
export function watchConnection(): () => void {
  const lost = () => void reportSilence();
  window.addEventListener("offline", lost);
  return () => window.removeEventListener("offline", lost);
}

export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => connection);

/** Runs when the server can be reached again. */
export function useConnectedAgain(run: () => void): void {
  const now = useConnection();
  const before = useRef(now);
  const again = useEffectEvent(run);
  useEffect(() => {
    if (before.current !== "present" && now === "present") again();
    before.current = now;
  }, [now]);
}
