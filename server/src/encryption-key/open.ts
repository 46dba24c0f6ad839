import type { Config } from "../config.js";
import type { Database } from "../context.js";
import { Encryption, type KeySource } from "../encryption.js";
import { StartError } from "../errors.js";
import { keyFileOf, makeKeyFile, readKeyFile } from "./key-file.js";
import { knownKeyIds, rememberFirstKey, takeUpKey } from "./known-keys.js";

type KeyConfig = Pick<Config, "encryptionKey" | "encryptionKeyPrevious" | "dataDir">;

/**
 * The keys from the environment, or those kept in DATA_DIR; one is made there for a new database. StartError
 * when they are not the ones that the database was written with; what it holds would be unreadable.
 */
export async function openEncryption(database: Database, config: KeyConfig): Promise<Encryption> {
  const known = await knownKeyIds(database.read);
  // Never beside a database that has another: the file to be restored would find its place taken.
  if (config.encryptionKey === null && known.length === 0) makeKeyFile(keyFileOf(config.dataDir));
  const encryption = new Encryption(keySource(config));
  if (known.length === 0) await rememberFirstKey(database, encryption.keyId);
  await confirmKeys(database, encryption);
  return encryption;
}

function keySource({ encryptionKey, encryptionKeyPrevious, dataDir }: KeyConfig): KeySource {
  if (encryptionKey === null) return () => readKeyFile(keyFileOf(dataDir));
  const keys = [encryptionKey, ...encryptionKeyPrevious];
  return () => keys;
}

async function confirmKeys(database: Database, encryption: Encryption): Promise<void> {
  const [present = ""] = await knownKeyIds(database.read);
  if (!encryption.keyIds.includes(present)) {
    throw new StartError(
      `The database was written with encryption key ${present}, but this server has ${encryption.keyIds.join(", ")}. Set ENCRYPTION_KEY (and ENCRYPTION_KEY_PREVIOUS while keys change), or DATA_DIR to the folder with the encryption.key that belongs to it.`,
    );
  }
  await database.transaction((db) => takeUpKey(db, encryption.keyId));
}
