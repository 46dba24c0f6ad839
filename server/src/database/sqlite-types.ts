// The part of node:sqlite's API that the driver uses (nodejs.org/api/sqlite.html).

export type SqlValue = null | number | bigint | string | Uint8Array;

export interface StatementSync {
  columns(): unknown[];
  all(...parameters: SqlValue[]): unknown[];
  run(...parameters: SqlValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
}

export interface DatabaseSync {
  readonly isTransaction: boolean;
  prepare(sql: string): StatementSync;
  exec(sql: string): void;
  close(): void;
}
