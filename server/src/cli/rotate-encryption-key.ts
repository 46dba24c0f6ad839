import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "../context.js";
import type { Encryption } from "../encryption.js";
import { keyFileOf } from "../encryption-key/key-file.js";
import { openEncryption } from "../encryption-key/open.js";
import { StartError } from "../errors.js";
import { countOlder, refuseUnknownKeys, rewrap } from "../sealed/rewrap.js";
import { beginRotation, dropOlderKeys, type Stage, stageOf, underWayMs } from "../sealed/rotate.js";

/** What a command tells while it works, and whether somebody wants it to stop. */
export interface Progress {
  tell(text: string): void;
  stop: AbortSignal;
}

/**
 * Changes the key that encrypts at rest, and seals anew what older keys sealed; what there is to say of it.
 * It may be stopped at any point and run again, also while servers run. StartError when it is not done.
 */
export async function rotateEncryptionKey(ctx: Context, progress: Progress): Promise<string> {
  const encryption = await openEncryption(ctx.database, ctx.config);
  await refuseUnknownKeys(ctx.db, encryption);
  return ctx.config.encryptionKey === null
    ? rotateInFile(ctx, encryption, progress)
    : rotateInEnvironment(ctx, encryption, progress);
}

async function rotateInFile(ctx: Context, encryption: Encryption, progress: Progress): Promise<string> {
  const file = keyFileOf(ctx.config.dataDir);
  const how = await beginRotation(ctx.database, encryption, file);
  const [present, ...older] = encryption.keyIds;
  progress.tell(
    how === "begun"
      ? `A new key ${present} seals from now on; ${older.join(", ")} stays in ${file} while a record names it.`
      : `Going on with the change to key ${present}.`,
  );
  do {
    await rewrapAll(ctx, encryption, progress);
    await changesUnderWay(underWayMs(ctx.database, file), progress);
  } while ((await dropOlderKeys(ctx.database, encryption, file)) > 0);
  return `Every record is sealed with key ${present}. ${file} holds it alone; copy it to where your backups are.`;
}

async function changesUnderWay(ms: number, { tell, stop }: Progress): Promise<void> {
  if (ms === 0) return;
  tell(`Waiting ${Math.ceil(ms / 1000)} s for changes that were begun with the older key.`);
  await sleep(ms, undefined, { signal: stop }).catch(() => refuseIfStopped(stop));
}

const NEXT_STEP: Record<Exclude<Stage, "CHANGING">, string> = {
  ALONE: `Nothing was changed. The keys come from the environment, so each step is yours:
  1. Make a key with: openssl rand -base64 32
  2. Give it to every server as ENCRYPTION_KEY_PREVIOUS, and restart them one by one: each can then read it.
  3. Exchange the two: the new key as ENCRYPTION_KEY, the old one as ENCRYPTION_KEY_PREVIOUS. Restart again.
  4. Run this command with the same variables. It says when the old key is no longer needed.`,
  PREPARED: `Nothing was changed: no record names the key in ENCRYPTION_KEY_PREVIOUS. When every server has it, exchange
the two (the new key as ENCRYPTION_KEY, the old one as ENCRYPTION_KEY_PREVIOUS), restart the servers one by one,
and run this command again with the same variables. If it was the old key, take it away: it is not needed.`,
  LEFT_BEHIND: `Nothing was changed: the database has moved on from the key in ENCRYPTION_KEY to one in
ENCRYPTION_KEY_PREVIOUS. Exchange the two. A key that was left behind is not taken up again; make a new one.`,
};

async function rotateInEnvironment(
  ctx: Context,
  encryption: Encryption,
  progress: Progress,
): Promise<string> {
  const stage = await stageOf(ctx.database, encryption);
  if (stage !== "CHANGING") throw new StartError(NEXT_STEP[stage]);
  await rewrapAll(ctx, encryption, progress);
  return `Every record is sealed with key ${encryption.keyId}. Once every server has been restarted with it as ENCRYPTION_KEY, run this command a last time, then take ENCRYPTION_KEY_PREVIOUS away.`;
}

async function rewrapAll(ctx: Context, encryption: Encryption, { tell, stop }: Progress): Promise<void> {
  const all = await countOlder(ctx.db, encryption.keyId);
  let rewrapped = 0;
  let unreadable = 0;
  for await (const step of rewrap(ctx.database, encryption)) {
    rewrapped += step.rewrapped;
    unreadable += step.unreadable;
    tell(`Sealed anew: ${rewrapped} of ${all}.`);
    // SQLite answers without a pause, in which a signal could be heard.
    await sleep(0);
    refuseIfStopped(stop);
  }
  if (unreadable === 0) return;
  throw new StartError(
    `Records that none of the keys opens: ${unreadable}. They were changed outside of Postern, or belong to a key that is lost. The older key stays until they are gone.`,
  );
}

function refuseIfStopped(stop: AbortSignal): void {
  if (stop.aborted)
    throw new StartError("Stopped. Everything can be read as before; run the command again to go on.");
}
