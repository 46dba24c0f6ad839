import { statSync } from "node:fs";
import type { Database } from "../context.js";
import type { Encryption } from "../encryption.js";
import { encryptionKeyId } from "../encryption.js";
import { newKey, readKeyFile, replaceKeyFile } from "../encryption-key/key-file.js";
import { knownKeyIds, lockKeys, takeUpKey } from "../encryption-key/known-keys.js";
import { countOlder } from "./rewrap.js";

/** Longer than a transaction can take that was begun before the keys changed. */
const UNDER_WAY_MS = 60_000;

/**
 * Puts a new key at the head of the file, or finds the rotation that an earlier run began and did not end.
 * The lock on the remembered key lets one process at a time change the file.
 */
export async function beginRotation(
  database: Database,
  encryption: Encryption,
  file: string,
): Promise<"begun" | "resumed"> {
  return database.transaction(async (db) => {
    await lockKeys(db);
    const keys = readKeyFile(file);
    const resumed = keys.length > 1;
    if (!resumed) replaceKeyFile(file, [newKey(), ...keys]);
    encryption.refresh();
    await takeUpKey(db, encryption.keyId);
    return resumed ? "resumed" : "begun";
  });
}

/**
 * Drops the older keys from the file if no record names them any more; how many records still do.
 *
 * A server reads the file again before each sealing, inside the transaction that writes the record. SQLite has
 * one such transaction at a time, so none is under way here; on other databases see underWayMs.
 */
export async function dropOlderKeys(
  database: Database,
  encryption: Encryption,
  file: string,
): Promise<number> {
  return database.transaction(async (db) => {
    await lockKeys(db);
    encryption.refresh();
    const left = await countOlder(db, encryption.keyId);
    if (left === 0) {
      const present = readKeyFile(file).filter((key) => encryptionKeyId(key) === encryption.keyId);
      replaceKeyFile(file, present);
      encryption.refresh();
    }
    return left;
  });
}

/** How long somebody's transaction may go on yet that sealed with an older key before the file changed. */
export function underWayMs({ dialect }: Database, file: string): number {
  return dialect === "sqlite" ? 0 : Math.max(0, statSync(file).mtimeMs + UNDER_WAY_MS - Date.now());
}

/** Where a rotation of keys from the environment stands. */
export type Stage =
  /** The next key is not at hand yet. */
  | "ALONE"
  /** Another key is, and nothing was ever sealed with it. */
  | "PREPARED"
  /** The key that seals is one that the database has left behind. */
  | "LEFT_BEHIND"
  /** The present key seals, and there are older ones. */
  | "CHANGING";

export async function stageOf(database: Database, { keyId, keyIds }: Encryption): Promise<Stage> {
  const known = await knownKeyIds(database.read);
  if (known[0] !== keyId) return "LEFT_BEHIND";
  const others = keyIds.filter((id) => id !== keyId);
  if (others.length === 0) return "ALONE";
  return others.some((id) => known.includes(id)) ? "CHANGING" : "PREPARED";
}
