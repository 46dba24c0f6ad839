import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  type TableColumnOptions,
  TableIndex,
  type TableIndexOptions,
} from "typeorm";

type ColumnSpec = Omit<TableColumnOptions, "name">;

/** Case, accents and trailing spaces tell texts apart on every database, as they do on SQLite by itself. */
const EXACT = { charset: "utf8mb4", collation: "utf8mb4_bin" };

export const text = (length: number, more: Partial<ColumnSpec> = {}): ColumnSpec => ({
  type: "varchar",
  length: String(length),
  ...more,
});
/** Up to 4 GiB on MySQL; SQLite takes any type whose name contains TEXT. */
export const longText = (more: Partial<ColumnSpec> = {}): ColumnSpec => ({ type: "longtext", ...more });
export const id = (): ColumnSpec => text(40, { isPrimary: true });
export const ref = (more: Partial<ColumnSpec> = {}): ColumnSpec => text(40, more);
export const instant = (more: Partial<ColumnSpec> = {}): ColumnSpec => ({
  type: "datetime",
  precision: 3,
  ...more,
});
export const integer = (more: Partial<ColumnSpec> = {}): ColumnSpec => ({ type: "int", ...more });
export const flag = (more: Partial<ColumnSpec> = {}): ColumnSpec => ({ type: "boolean", ...more });
export const OPTIONAL = { isNullable: true } as const;

interface TableSpec {
  columns: Record<string, ColumnSpec>;
  /** Column to `table.column`; rows go with the row they belong to only where it says CASCADE. */
  references?: Record<string, { to: string; onDelete?: "CASCADE" }>;
  unique?: string[][];
  indexes?: string[][];
}

/**
 * A migration that makes one table. MySQL commits each such statement by itself, so a migration that was
 * cut short may find its table there already; it then counts as done.
 */
export function createTable(timestamp: number, name: string, spec: TableSpec): new () => MigrationInterface {
  return class implements MigrationInterface {
    name = `Create_${name}_${timestamp}`;

    async up(runner: QueryRunner): Promise<void> {
      const exact = runner.dataSource.options.type === "better-sqlite3" ? {} : EXACT;
      await runner.createTable(
        new Table({
          name,
          columns: Object.entries(spec.columns).map(([name, column]) => ({
            name,
            ...(/varchar|text/.test(column.type) ? exact : {}),
            ...column,
          })),
          foreignKeys: Object.entries(spec.references ?? {}).map(([column, { to, onDelete }]) => {
            const [table = "", referenced = ""] = to.split(".");
            return {
              name: `fk_${name}_${column}`,
              columnNames: [column],
              referencedTableName: table,
              referencedColumnNames: [referenced],
              onDelete: onDelete ?? "NO ACTION",
            };
          }),
          indices: [...indexes(name, spec.unique, true), ...indexes(name, spec.indexes, false)],
        }),
        true,
      );
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropTable(name);
    }
  };
}

const indexes = (table: string, all: string[][] = [], isUnique: boolean): TableIndexOptions[] =>
  all.map((columnNames) => ({
    name: `${isUnique ? "uq" : "ix"}_${table}_${columnNames.join("_")}`.slice(0, 64),
    columnNames,
    isUnique,
  }));

/**
 * A migration that adds columns to a table, and indexes on them. Each is a statement of its own, so what is
 * there already after a run that was cut short is left as it is.
 */
export function addColumns(
  timestamp: number,
  table: string,
  columns: Record<string, ColumnSpec>,
  indexed: string[][] = [],
): new () => MigrationInterface {
  return class implements MigrationInterface {
    name = `Extend_${table}_${timestamp}`;

    async up(runner: QueryRunner): Promise<void> {
      const exact = runner.dataSource.options.type !== "better-sqlite3";
      for (const [name, column] of Object.entries(columns)) {
        // TypeORM would copy the whole table on SQLite; ADD COLUMN means the same on all databases.
        if (!(await runner.hasColumn(table, name))) {
          await runner.query(`ALTER TABLE ${table} ADD COLUMN ${name} ${columnSql(column, exact)}`);
        }
      }
      const known = await runner.getTable(table);
      for (const index of indexes(table, indexed, false)) {
        if (known?.indices.some(({ name }) => name === index.name)) continue;
        await runner.createIndex(table, new TableIndex(index));
      }
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const index of indexes(table, indexed, false)) await runner.dropIndex(table, index.name ?? "");
      for (const name of Object.keys(columns)) await runner.query(`ALTER TABLE ${table} DROP COLUMN ${name}`);
    }
  };
}

function columnSql(column: ColumnSpec, exact: boolean): string {
  const size = column.length ?? column.precision;
  const type = size === undefined ? column.type : `${column.type}(${size})`;
  const collation =
    exact && /varchar|text/.test(column.type) ? " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin" : "";
  if (column.isNullable) return `${type}${collation} NULL`;
  if (column.default === undefined) throw new Error("A new column that must have a value needs a default.");
  return `${type}${collation} NOT NULL DEFAULT ${column.default}`;
}
