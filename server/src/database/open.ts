import { AsyncLocalStorage } from "node:async_hooks";
import { closeSync, existsSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DataSource, type DataSourceOptions } from "typeorm";
import type { DatabaseLocation } from "../config.js";
import type { Database } from "../context.js";
import { requireDataFolder } from "../data-folder.js";
import { StartError } from "../errors.js";
import { failureCode, isBusy, isTransient } from "./failures.js";
import { migrations } from "./migrations/index.js";
import { SnakeCaseNaming } from "./naming.js";
import { SqliteDriver } from "./sqlite-driver.js";

const ATTEMPTS = 5;
const ANSWER_WITHIN_MS = 5000;
const MIGRATE_WITHIN_SECONDS = 600;

type Entities = NonNullable<DataSourceOptions["entities"]>;

/** Opens the database and brings its schema up to date. Throws StartError in words for an operator. */
export async function openDatabase(location: DatabaseLocation, entities: Entities): Promise<Database> {
  try {
    return location.dialect === "sqlite"
      ? await openSqlite(location.path, entities)
      : await openMysql(location.dialect, location.url, entities);
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

const common = (entities: Entities) => ({
  entities,
  migrations,
  // Each migration is one statement's worth, which MySQL commits by itself.
  migrationsTransactionMode: "each" as const,
  namingStrategy: new SnakeCaseNaming(),
  synchronize: false,
  logging: false,
});

/**
 * One writer behind a queue, one read-only connection beside it. TypeORM's SQLite drivers have a single
 * connection: a save() beside another request's transaction would join it, and vanish with its rollback.
 */
async function openSqlite(path: string, entities: Entities): Promise<Database> {
  requireDataFolder(dirname(path));
  // Made here, for its own user's eyes only; SQLite gives the files beside it the same rights.
  if (!existsSync(path)) closeSync(openSync(path, "a", 0o600));
  const options = {
    ...common(entities),
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
  await retried(() => writer.runMigrations());
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
    transaction: (work) => inQueue(() => retried(() => writer.transaction(work))),
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

async function openMysql(dialect: "mysql" | "mariadb", url: string, entities: Entities): Promise<Database> {
  const source = await new DataSource({
    ...common(entities),
    type: dialect,
    url,
    charset: "utf8mb4",
    timezone: "Z",
    connectTimeout: ANSWER_WITHIN_MS,
    poolSize: 10,
  }).initialize();
  await migrateOneByOne(source);
  return {
    dialect,
    read: source.manager,
    // READ COMMITTED: each statement of an authorization sees what is true now, and fewer gaps are locked.
    transaction: (work) => notNested(() => retried(() => source.transaction("READ COMMITTED", work))),
    ping: () => withinAnswerTime(source.query("SELECT 1")),
    close: () => source.destroy(),
  };
}

/** Of several servers that start at once, one migrates and the others wait for it. */
async function migrateOneByOne(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query("SELECT GET_LOCK(CONCAT(DATABASE(), ' migrations'), ?)", [MIGRATE_WITHIN_SECONDS]);
    await source.runMigrations();
  } finally {
    await runner
      .query("SELECT RELEASE_LOCK(CONCAT(DATABASE(), ' migrations'))")
      .finally(() => runner.release());
  }
}

async function withinAnswerTime(query: Promise<unknown>): Promise<void> {
  const late = sleep(ANSWER_WITHIN_MS, "late", { ref: false });
  if ((await Promise.race([query, late])) === "late") throw new Error("The database did not answer in time.");
}

async function retried<T>(transaction: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + ANSWER_WITHIN_MS;
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      // Waiting for another process's turn is no attempt, as nothing was done; it has its time, though.
      const enough = isBusy(error) ? Date.now() > deadline : attempt >= ATTEMPTS;
      if (enough || !isTransient(error)) throw error;
      await sleep(Math.min(attempt, ATTEMPTS) * 10 + Math.random() * 40);
    }
  }
}

const running = new AsyncLocalStorage<{ open: boolean }>();

/** Refuses a transaction inside another one: it would wait for itself (SQLite) or not be one (MySQL). */
async function notNested<T>(transaction: () => Promise<T>): Promise<T> {
  if (running.getStore()?.open) {
    throw new Error("A transaction was begun inside another. Pass the inner ctx on, not the outer one.");
  }
  const mark = { open: true };
  try {
    return await running.run(mark, transaction);
  } finally {
    mark.open = false;
  }
}

/** Runs one piece of work after the other, in the order in which they came. */
function serialQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) =>
    notNested(() => {
      const result = last.then(work);
      last = result.catch(() => {});
      return result;
    });
}
