import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "./config.js";
import type { Database } from "./context.js";
import { requireDataFolder } from "./data-folder.js";
import { isDuplicate } from "./database/failures.js";
import { ServerFact } from "./database/server-fact.entity.js";
import { encryptionKeyId } from "./encryption.js";
import { StartError } from "./errors.js";

const BYTES = 32;

/** The key from ENCRYPTION_KEY, or the one kept in DATA_DIR; made there at the first start (mode 0600). */
export function loadEncryptionKey({
  encryptionKey,
  dataDir,
}: Pick<Config, "encryptionKey" | "dataDir">): Buffer {
  if (encryptionKey !== null) return encryptionKey;
  const file = join(dataDir, "encryption.key");
  requireDataFolder(dataDir);
  const key = Buffer.from(readOrMake(file).trim(), "base64");
  if (key.length !== BYTES) {
    throw new StartError(
      `${file} does not hold ${BYTES} bytes of base64. Restore it from a backup: what was encrypted with it cannot be read without it.`,
    );
  }
  return key;
}

function readOrMake(file: string): string {
  try {
    // wx: of two first starts at once, one makes the file and the other reads it.
    writeFileSync(file, `${randomBytes(BYTES).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw unusable(file, error);
  }
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw unusable(file, error);
  }
}

const unusable = (file: string, error: unknown): StartError =>
  new StartError(
    `${file} cannot be used (${(error as NodeJS.ErrnoException).code}). Give the user who runs Postern the right to read it.`,
  );

/** Refuses to start with another key than the database was written with; what it holds would be unreadable. */
export async function confirmEncryptionKey(database: Database, key: Buffer): Promise<void> {
  const name = "encryption_key_id";
  const value = encryptionKeyId(key);
  await database
    .transaction((db) => db.insert(ServerFact, { name, value }))
    .catch((error) => {
      if (!isDuplicate(error)) throw error;
    });
  const known = await database.read.findOneByOrFail(ServerFact, { name });
  if (known.value !== value) {
    throw new StartError(
      `The database was written with encryption key ${known.value}, but this server has ${value}. Set ENCRYPTION_KEY, or DATA_DIR to the folder with the encryption.key that belongs to it.`,
    );
  }
}
