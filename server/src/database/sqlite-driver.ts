import { createRequire } from "node:module";
import type { DatabaseSync, SqlValue, StatementSync } from "./sqlite-types.js";

// TypeORM's "better-sqlite3" driver asks for that package's API. @photostructure/sqlite has the API of
// node:sqlite and ships its native part inside the npm package, so nothing is compiled at install.
const sqlite = createRequire(import.meta.url)("@photostructure/sqlite") as {
  DatabaseSync: new (path: string, options: Record<string, unknown>) => DatabaseSync;
};

/** SQLite's extended result codes (sqlite.org/rescode.html) that Postern or TypeORM decide upon. */
const CODES: Record<number, string> = {
  5: "SQLITE_BUSY",
  8: "SQLITE_READONLY",
  10: "SQLITE_IOERR",
  11: "SQLITE_CORRUPT",
  13: "SQLITE_FULL",
  14: "SQLITE_CANTOPEN",
  26: "SQLITE_NOTADB",
  787: "SQLITE_CONSTRAINT_FOREIGNKEY",
  1299: "SQLITE_CONSTRAINT_NOTNULL",
  1555: "SQLITE_CONSTRAINT_PRIMARYKEY",
  2067: "SQLITE_CONSTRAINT_UNIQUE",
};

function coded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const number =
      (error as { errcode?: number; sqliteExtendedCode?: number }).errcode ??
      (error as { sqliteExtendedCode?: number }).sqliteExtendedCode;
    if (number !== undefined) {
      (error as { code?: string }).code = CODES[number] ?? CODES[number & 255] ?? "SQLITE_ERROR";
    }
    throw error;
  }
}

function bindable(value: unknown): SqlValue {
  if (value === undefined) return null;
  if (typeof value === "boolean") return value ? 1 : 0;
  // One way of writing an instant only: the one that TypeORM itself uses, so that texts compare as times.
  if (value instanceof Date) return value.toISOString().replace("T", " ").replace("Z", "");
  return value as SqlValue;
}

class Statement {
  readonly reader: boolean;

  constructor(private readonly statement: StatementSync) {
    this.reader = statement.columns().length > 0;
  }

  all(...parameters: unknown[]): unknown[] {
    return coded(() => this.statement.all(...parameters.map(bindable)));
  }

  run(...parameters: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint } {
    return coded(() => this.statement.run(...parameters.map(bindable)));
  }
}

/** The part of better-sqlite3's Database that TypeORM calls. */
export class SqliteDriver {
  private readonly database: DatabaseSync;

  constructor(path: string, options: { readonly?: boolean; timeout?: number }) {
    this.database = coded(
      () =>
        new sqlite.DatabaseSync(path, {
          readOnly: options.readonly ?? false,
          timeout: options.timeout ?? 0,
          enableForeignKeyConstraints: true,
        }),
    );
  }

  prepare(sql: string): Statement {
    // A transaction that begins by reading and then writes is refused at once, without waiting, when another
    // process has written in between; one that means to write from the start gets its turn.
    const statement = sql === "BEGIN TRANSACTION" ? "BEGIN IMMEDIATE" : sql;
    return new Statement(coded(() => this.database.prepare(statement)));
  }

  exec(sql: string): void {
    coded(() => this.database.exec(sql));
  }

  /** Ends the transaction that is open, if one is. */
  rollBack(): void {
    if (this.database.isTransaction) this.exec("ROLLBACK");
  }

  pragma(sql: string): unknown[] {
    return this.prepare(`PRAGMA ${sql}`).all();
  }

  close(): void {
    this.database.close();
  }
}
