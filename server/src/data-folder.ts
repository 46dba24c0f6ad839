import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StartError } from "./errors.js";

/** Makes the folder unless it is there, for its own user's eyes only. StartError when it cannot be used. */
export function requireDataFolder(folder: string): void {
  try {
    make(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(
      `The data folder ${folder} cannot be written (${code}). Give the user who runs Postern the right to, or set DATA_DIR.`,
    );
  }
}

// Step by step, as Node's own recursive mkdir never returns where a file system refuses new folders, as /proc does.
function make(folder: string): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
    return;
  }
  make(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
