import { setTimeout as sleep } from "node:timers/promises";
import { DataSource } from "typeorm";
import type { Database } from "../context.js";
import { migrate } from "./migrate.js";
import { impatientDriver } from "./mysql-driver.js";
import { type Entities, sourceOptions } from "./source-options.js";
import { ANSWER_WITHIN_MS, notNested, retried } from "./transactions.js";

const MIGRATE_WITHIN_SECONDS = 600;

type Dialect = "mysql" | "mariadb";

/** Opens a MySQL or MariaDB. `patient`: a statement may take as long as it likes, as for a command line. */
export async function openMysql(
  dialect: Dialect,
  url: string,
  entities: Entities,
  patient: boolean,
): Promise<Database> {
  const options = {
    ...sourceOptions(entities),
    type: dialect,
    url,
    charset: "utf8mb4",
    timezone: "Z",
    connectTimeout: ANSWER_WITHIN_MS,
    poolSize: 10,
  };
  // On connections of their own, without a limit: some migration may take its time.
  await migrateOneByOne(new DataSource(options));
  const limited = patient ? {} : { driver: impatientDriver(ANSWER_WITHIN_MS) };
  const source = await new DataSource({ ...options, ...limited }).initialize();
  const upToDate = (await isGalera(source)) ? "SET STATEMENT wsrep_sync_wait = 1 FOR " : "";
  return {
    dialect,
    read: source.manager,
    // READ COMMITTED: each statement of an authorization sees what is true now, and fewer gaps are locked.
    transaction: (work) => notNested(() => retried(() => source.transaction("READ COMMITTED", work))),
    upToDate: (select) => upToDate + select,
    ping: async () => void (await source.query("SELECT 1")),
    // A server that has gone silent hears no farewell either.
    close: () => Promise.race([source.destroy(), sleep(ANSWER_WITHIN_MS, undefined, { ref: false })]),
  };
}

/** Of several servers that start at once, one migrates and the others wait for it. */
async function migrateOneByOne(source: DataSource): Promise<void> {
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query("SELECT GET_LOCK(CONCAT(DATABASE(), ' migrations'), ?)", [MIGRATE_WITHIN_SECONDS]);
    await migrate(source);
  } finally {
    // The lock ends with its connection.
    await source.destroy();
  }
}

/** MariaDB's cluster, in which a node may be a moment behind another; SET STATEMENT is MariaDB's too. */
async function isGalera(source: DataSource): Promise<boolean> {
  const [row] = await source.query("SHOW VARIABLES LIKE 'wsrep_on'");
  const [{ version }] = await source.query("SELECT VERSION() AS version");
  return row?.Value === "ON" && /mariadb/i.test(version);
}

/** What an operator should know of how the server keeps what it has committed; null when all is well. */
export async function durabilityRisk({
  dialect,
  read,
}: Pick<Database, "dialect" | "read">): Promise<string | null> {
  if (dialect === "sqlite") return null;
  const [row] = await read.query("SHOW VARIABLES LIKE 'innodb_flush_log_at_trx_commit'");
  if (row === undefined || row.Value === "1") return null;
  return `innodb_flush_log_at_trx_commit is ${row.Value}: a power cut may take what was answered a second before. Set it to 1.`;
}
