import { MINUTE } from "../../lib/time.js";

/** Calls are counted with up to a minute's delay; twice that is on the safe side. */
const DELAY_MS = 2 * MINUTE;

/** Whether calls since one of these moments may not be counted yet, so that "none" is not to be believed. */
export const mayMissCalls = (moments: readonly (string | null | undefined)[], now: Date): boolean =>
  moments.some((at) => at != null && now.getTime() - new Date(at).getTime() < DELAY_MS);
