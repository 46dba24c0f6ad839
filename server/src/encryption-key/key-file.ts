import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { requireDataFolder } from "../data-folder.js";
import { StartError } from "../errors.js";

const BYTES = 32;

/** Where Postern keeps the keys that it makes itself: base64, one a line, the one that seals first. */
export const keyFileOf = (dataDir: string): string => join(dataDir, "encryption.key");

export const newKey = (): Buffer => randomBytes(BYTES);

/** The keys in the file. StartError when it is not there or holds anything else. */
export function readKeyFile(file: string): Buffer[] {
  const keys = textOf(file)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => Buffer.from(line.trim(), "base64"));
  if (keys.length > 0 && keys.every((key) => key.length === BYTES)) return keys;
  throw new StartError(
    `${file} does not hold ${BYTES} bytes of base64 in each line. Restore it from a backup: what was encrypted with it cannot be read without it.`,
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw unusable(file, error);
    throw new StartError(
      `${file} is not there, but the database was written with it. Restore it from a backup, or set DATA_DIR to the folder that holds it: what was encrypted with it cannot be read without it.`,
    );
  }
}

/** Makes the file with a new key unless there is one. Of two first starts at once, one makes it for both. */
export function makeKeyFile(file: string): void {
  requireDataFolder(dirname(file));
  try {
    // linked, not written in place: whoever finds the file finds all of it.
    written(file, [newKey()], (draft) => linkSync(draft, file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw unusable(file, error);
  }
}

/** Puts these keys in the file's place. A crash at any moment leaves the old file or the new one. */
export function replaceKeyFile(file: string, keys: readonly Buffer[]): void {
  try {
    written(file, keys, (draft) => renameSync(draft, file));
  } catch (error) {
    throw unusable(file, error);
  }
}

/** Writes a draft beside the file, on the disk and for its own user's eyes only, and puts it in place. */
function written(file: string, keys: readonly Buffer[], putInPlace: (draft: string) => void): void {
  const draft = `${file}.${randomBytes(4).toString("hex")}`;
  const lines = keys.map((key) => `${key.toString("base64")}\n`).join("");
  try {
    onDisk(openSync(draft, "wx", 0o600), (descriptor) => writeSync(descriptor, lines));
    putInPlace(draft);
    // Else a power cut may undo the renaming after a record was sealed with the new key.
    onDisk(openSync(dirname(file), "r"), () => {});
  } finally {
    rmSync(draft, { force: true });
  }
}

function onDisk(descriptor: number, write: (descriptor: number) => void): void {
  try {
    write(descriptor);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const unusable = (file: string, error: unknown): StartError =>
  new StartError(
    `${file} cannot be used (${(error as NodeJS.ErrnoException).code}). Give the user who runs Postern the right to read it, and to write its folder.`,
  );
