import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Debian keeps servers here, and not every user's PATH has these folders. */
const SYSTEM_FOLDERS = ["/usr/sbin", "/usr/local/sbin", "/usr/libexec", "/usr/bin", "/usr/local/bin"];

/** The path of the first of these programs that the machine has, looking for each in PATH and then where systems keep servers. */
export function findBinary(...names: string[]): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter).filter(Boolean), ...SYSTEM_FOLDERS];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

export const findMariaDb = () => findBinary("mariadbd");

/** The library that makes MariaDB a cluster; Debian has it in the package galera-4. */
export const findGalera = () =>
  ["/usr/lib/galera/libgalera_smm.so", "/usr/lib64/galera-4/libgalera_smm.so"].find((file) =>
    existsSync(file),
  );

export const findRedis = () => findBinary("redis-server");

export const findChromium = () => findBinary("chromium", "chromium-browser", "google-chrome");
/** What the examples that the application shows are pasted into. */
export const findSampleRunners = () => ["bash", "curl", "python3"].every((name) => findBinary(name));

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
