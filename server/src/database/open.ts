import { closeSync, existsSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DataSource, type EntityManager } from "typeorm";
import type { DatabaseLocation } from "../config-values.js";
import type { Database } from "../context.js";
import { requireDataFolder } from "../data-folder.js";
import { StartError } from "../errors.js";
import { failureCode } from "./failures.js";
import { migrate } from "./migrate.js";
import { openMysql } from "./open-mysql.js";
import { type Entities, sourceOptions } from "./source-options.js";
import { SqliteDriver } from "./sqlite-driver.js";
import { retried, serialQueue } from "./transactions.js";

/**
 * Opens the database and brings its schema up to date. Throws StartError in words for an operator. A `patient`
 * caller waits for each statement as long as it takes; everybody else has an answer or a failure in time.
 */
export async function openDatabase(
  location: DatabaseLocation,
  entities: Entities,
  { patient = false }: { patient?: boolean } = {},
): Promise<Database> {
  try {
    return location.dialect === "sqlite"
      ? await openSqlite(location.path, entities)
      : await openMysql(location.dialect, location.url, entities, patient);
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(whyNotOpen(location, error));
  }
}

function whyNotOpen(location: DatabaseLocation, error: unknown): string {
  const code = failureCode(error) ?? "";
  const why = (error as Error).message || code;
  if (location.dialect === "sqlite") {
    const advice: Record<string, string> = {
      SQLITE_NOTADB: "It is not an SQLite database.",
      SQLITE_CANTOPEN: "It cannot be opened: check the path and its rights.",
      SQLITE_READONLY: "It is read-only: give the user who runs Postern the right to write it.",
      SQLITE_BUSY: "Another process holds it: is Postern running already?",
      SQLITE_FULL: "The disk is full.",
    };
    return `The database file ${location.path} cannot be used. ${advice[code] ?? why}`;
  }
  const url = new URL(location.url);
  const place = `${location.dialect}://${url.host}${url.pathname}`;
  const advice: Record<string, string> = {
    ECONNREFUSED: "Nothing answers there: is the database running, and are host and port right?",
    ENOTFOUND: "There is no such host.",
    ETIMEDOUT: "There was no answer in time: check host, port and firewall.",
    ER_ACCESS_DENIED_ERROR: "It refuses user name or password.",
    ER_DBACCESS_DENIED_ERROR: "The user has no rights on that database.",
    ER_BAD_DB_ERROR: "That database does not exist: create it first.",
  };
  return `The database ${place} cannot be used. ${advice[code] ?? why}`;
}

/**
 * One writer behind a queue, one read-only connection beside it. TypeORM's SQLite drivers have a single
 * connection: a save() beside another request's transaction would join it, and vanish with its rollback.
 */
async function openSqlite(path: string, entities: Entities): Promise<Database> {
  requireDataFolder(dirname(path));
  // Made here, for its own user's eyes only; SQLite gives the files beside it the same rights.
  if (!existsSync(path)) closeSync(openSync(path, "a", 0o600));
  const options = {
    ...sourceOptions(entities),
    // SQLite waits inside a call that holds up the whole process. Longer waits lie between calls: see retried.
    timeout: 100,
    type: "better-sqlite3" as const,
    database: path,
    driver: SqliteDriver,
  };
  const writer = await new DataSource({
    ...options,
    enableWAL: true,
    // FULL: a commit is on the disk before the answer goes out, also when the machine loses power.
    prepareDatabase: (database: SqliteDriver) => database.exec("PRAGMA synchronous = FULL"),
  }).initialize();
  await retried(() => migrate(writer));
  const reader = await new DataSource({
    ...options,
    prepareDatabase: (database: SqliteDriver) => database.exec("PRAGMA query_only = ON"),
  }).initialize();
  // A file that cannot be written says so now, not at the first change.
  await retried(() => writer.transaction(async () => {}));
  const inQueue = serialQueue();
  return {
    dialect: "sqlite",
    read: reader.manager,
    transaction: (work) => inQueue(() => retried(() => wholeTransaction(writer, work))),
    upToDate: (select) => select,
    ping: async () => void (await reader.query("SELECT 1")),
    close: async () => {
      await inQueue(async () => {});
      await reader.destroy();
      // All of it in the one file, so that the file alone is a copy.
      await writer.query("PRAGMA wal_checkpoint(TRUNCATE)");
      await writer.destroy();
    },
  };
}

/**
 * SQLite may roll a transaction back by itself, as it does when the disk is full. TypeORM's own rollback then
 * fails, and its one runner would take every later transaction for a part of the one that is gone: nothing
 * would be committed any more. So it gets a new runner.
 */
async function wholeTransaction<T>(writer: DataSource, work: (db: EntityManager) => Promise<T>): Promise<T> {
  try {
    return await writer.transaction(work);
  } catch (error) {
    if (writer.createQueryRunner().isTransactionActive) {
      const driver = writer.driver as unknown as { databaseConnection: SqliteDriver; queryRunner?: unknown };
      driver.databaseConnection.rollBack();
      delete driver.queryRunner;
    }
    throw error;
  }
}
