import { QueryFailedError } from "typeorm";
import { serviceUnavailable } from "../errors.js";

/** The driver's own code behind a failed query, such as ER_DUP_ENTRY or SQLITE_BUSY. */
export function failureCode(error: unknown): string | null {
  const source = error instanceof QueryFailedError ? error.driverError : error;
  const code = (source as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : null;
}

const DUPLICATE = new Set(["ER_DUP_ENTRY", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"]);
const AGAIN = new Set([
  "ER_LOCK_DEADLOCK", // 1213
  "ER_LOCK_WAIT_TIMEOUT", // 1205
  "ER_UNKNOWN_COM_ERROR", // 1047: a Galera node that does not serve yet
  "ER_CHECKREAD", // 1020: the row changed since it was read (MariaDB's snapshot isolation)
  "SQLITE_BUSY", // another process (the command line) writes
]);
const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "PROTOCOL_CONNECTION_LOST",
  "PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR",
  "PROTOCOL_SEQUENCE_TIMEOUT",
  "POOL_CLOSED",
  "ER_CON_COUNT_ERROR",
  "ER_SERVER_SHUTDOWN",
  "ER_QUERY_INTERRUPTED",
  "SQLITE_FULL",
  "SQLITE_IOERR",
]);

/** A unique index refused the row. The way to learn that a name is taken: insert, never look first. */
export const isDuplicate = (error: unknown): boolean => DUPLICATE.has(failureCode(error) ?? "");

/** For the `catch` of a write: what a unique index refused is answered with this refusal. */
export const onDuplicate =
  (refusal: () => Error) =>
  (error: unknown): never => {
    throw isDuplicate(error) ? refusal() : error;
  };

/** The whole transaction may succeed when it is run again. */
export const isTransient = (error: unknown): boolean => AGAIN.has(failureCode(error) ?? "");

/** Another process is writing to the SQLite file. */
export const isBusy = (error: unknown): boolean => failureCode(error) === "SQLITE_BUSY";

/** The failure itself took time: somebody else had what was wanted, and did not give it back soon enough. */
export const waited = (error: unknown): boolean =>
  isBusy(error) || failureCode(error) === "ER_LOCK_WAIT_TIMEOUT";

/** The database is out of reach, out of room or, after all tries, too busy: nothing that the caller could mend. */
export const isUnavailable = (error: unknown): boolean =>
  AWAY.has(failureCode(error) ?? "") || isTransient(error);

/** What a caller learns of it. An answer that was lost on its way may belong to a change that was made. */
export const databaseAway = () =>
  serviceUnavailable(
    "The database does not answer at the moment. Try again shortly; look first whether a change was made.",
  );
