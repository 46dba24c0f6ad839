import type { EntityManager } from "typeorm";

/** SQLite takes 32,766 values in one statement, MariaDB 16 MiB. */
const VALUES_AT_ONCE = 30_000;
const ROWS_AT_ONCE = 1000;

/**
 * Inserts rows that all have the same columns, many with one statement: a hundred times faster than one by
 * one. Column names are the program's own, values are bound.
 */
export async function insertRows(
  db: EntityManager,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const size = Math.min(ROWS_AT_ONCE, Math.floor(VALUES_AT_ONCE / columns.length));
  const marks = `(${columns.map(() => "?").join(", ")})`;
  for (let from = 0; from < rows.length; from += size) {
    const some = rows.slice(from, from + size);
    const values = some.flatMap((row) => columns.map((column) => row[column]));
    const sql = `INSERT INTO ${table} (${columns.join(", ")}) VALUES ${some.map(() => marks).join(", ")}`;
    await db.query(sql, values);
  }
}
