import { PASSWORD_MAX_BYTES } from "@postern/shared";
import bcrypt from "bcrypt";
import { rateLimited } from "../errors.js";

// 2^12 rounds: about a quarter of a second of one core, once for each sign-in.
const COST = 12;
// bcrypt works in Node's small thread pool, which files and DNS share; two at once leave room for those.
const AT_ONCE = 2;
const WAITING_MAX = 32;

let running = 0;
const waiting: (() => void)[] = [];

/** The hash of a new password. Its length is checked before: bcrypt reads no more than 72 bytes. */
export const hashPassword = (password: string): Promise<string> => bounded(() => bcrypt.hash(password, COST));

/**
 * Whether the password is right. Without a hash it works as long and says no, so that the time tells nobody
 * whether the account exists.
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  // bcrypt would compare the first 72 bytes only, and take a longer text for the password it begins with.
  const possible = hash !== null && Buffer.byteLength(password) <= PASSWORD_MAX_BYTES ? hash : null;
  const right = await bounded(async () => bcrypt.compare(password, possible ?? (await decoy())));
  return right && possible !== null;
}

let decoyHash: Promise<string> | undefined;
/** The hash of nothing anyone could know; made once, by the first sign-in. */
function decoy(): Promise<string> {
  decoyHash ??= bcrypt.hash(crypto.randomUUID(), COST);
  return decoyHash;
}

/** Makes the decoy's hash ahead of the first sign-in, so that that one takes no longer than others. */
export const warmUpPasswords = async (): Promise<void> => void (await decoy());

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running++;
  else {
    if (waiting.length >= WAITING_MAX) {
      throw rateLimited("Many people are signing in at this moment. Try again in a few seconds.", 5);
    }
    // Whoever finishes hands its place over, so the count stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
