import type { DataSource } from "typeorm";
import { StartError } from "../errors.js";

/**
 * Brings the schema up to date. Refuses one that a newer version has changed: what that version wrote may mean
 * what this one does not know.
 */
export async function migrate(source: DataSource): Promise<void> {
  await source.runMigrations();
  const known = new Set(source.migrations.map(({ name }) => name));
  const done: { name: string }[] = await source.query("SELECT name FROM migrations ORDER BY id");
  const newer = done.find(({ name }) => !known.has(name));
  if (newer === undefined) return;
  throw new StartError(
    `The database belongs to a newer version of Postern, which has changed its schema (${newer.name}). Start that version, or restore the backup from before its first start.`,
  );
}
