const BEAT_MS = 10;
/** A later beat means that this process was kept from working; only so much of the pause counts. */
const COUNTED_MAX_MS = 15;

/**
 * Counts the milliseconds in which this process can work, and tells them when it is stopped: how long Postern
 * waits for something is its own doing, how long the machine is busy with others is not.
 */
export function startStopwatch(): () => number {
  let counted = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    const now = performance.now();
    counted += Math.min(now - last, COUNTED_MAX_MS);
    last = now;
  }, BEAT_MS);
  return () => {
    clearInterval(beat);
    return counted;
  };
}
