import { useState } from "react";
import { type Refusal, refusalFrom } from "./refusal.js";

/** Runs a change that may be refused: whether it is under way, and why the last attempt did not happen. */
export function useAttempt(change: () => unknown) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  async function attempt() {
    setBusy(true);
    setRefusal(null);
    try {
      await change();
    } catch (error) {
      setRefusal(refusalFrom(error));
    } finally {
      setBusy(false);
    }
  }
  return { attempt, busy, refusal };
}
