import { useSyncExternalStore } from "react";

const TICK_MS = 15_000;
const STALE_MS = 1_000;

// One clock for every relative time on the page, running only while something shows one.
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function tick() {
  now = new Date();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) timer = setInterval(tick, TICK_MS);
  listeners.add(listener);
  // What has just come, such as a new row, must not be judged by a moment before it was made.
  if (Date.now() - now.getTime() > STALE_MS) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

/** The present, renewed every 15 seconds and whenever something new shows a time. */
export const useNow = (): Date => useSyncExternalStore(subscribe, () => now);
