import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FIRST_TOKEN, type FirstWorkflow, makeFirstWorkflow } from "../testing/first-workflow.js";
import { type MariaDbServer, startMariaDbServer } from "../testing/mariadb-server.js";
import { type ReceiverProcess, startReceiverProcess } from "../testing/receiver-process.js";
import { type ServerProcess, serverProcess } from "../testing/server-process.js";
import { run } from "../testing/test-server.js";

/** What the command line asked for; each part has its own number of executions. */
export interface BenchOptions {
  seconds: number;
  executions: number | undefined;
}

/** The two databases that are measured. `urlIn` gives an empty one, in this folder or on a server. */
export interface BenchDatabase {
  name: string;
  urlIn(folder: string): Promise<string>;
}

export interface BenchSetting {
  options: BenchOptions;
  databases: BenchDatabase[];
}

/** SQLite and a private MariaDB, both as durable as they are in use. */
export async function openSetting(options: BenchOptions): Promise<BenchSetting & { close(): Promise<void> }> {
  const mariadb = await startMariaDbServer();
  return {
    options,
    databases: [
      {
        name: "SQLite (synchronous = FULL)",
        urlIn: async (folder) => `sqlite:${join(folder, "postern.db")}`,
      },
      { name: "MariaDB (innodb_flush_log_at_trx_commit = 1)", urlIn: newDatabaseOn(mariadb) },
    ],
    close: () => mariadb.stop(),
  };
}

function newDatabaseOn(mariadb: MariaDbServer): () => Promise<string> {
  let count = 0;
  return async () => {
    const name = `bench_${++count}`;
    await run(mariadb.url(), `CREATE DATABASE ${name}`);
    return mariadb.url(name);
  };
}

/** The target may take as long as any, so that a receiver may hold its answers back while a backlog grows. */
const LONGEST = { timeoutSeconds: 30 };

/** Starts a server on the database. */
export type Starter = () => Promise<ServerProcess>;

/** Gives `work` an empty database and the means to start a server on it, and removes everything afterwards. */
export async function withDatabase<T>(
  database: BenchDatabase,
  work: (start: Starter, environment: NodeJS.ProcessEnv, folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "postern-bench-"));
  const environment = { DATA_DIR: folder, DATABASE_URL: await database.urlIn(folder) };
  let server: ServerProcess | undefined;
  const start: Starter = async () => {
    server = await serverProcess(
      {
        ...environment,
        SETUP_TOKEN: FIRST_TOKEN,
        LOG_LEVEL: "error",
        // The key of the benchmark makes more calls than one is meant to.
        DEFAULT_RATE_LIMIT: "1000000",
      },
      join(folder, "server.log"),
    );
    await server.start();
    return server;
  };
  try {
    return await work(start, environment, folder);
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same with a running server, a workflow, and a receiver that answers at once. */
export async function withWorkflow<T>(
  database: BenchDatabase,
  work: (bench: FirstWorkflow & { server: ServerProcess; receiver: ReceiverProcess }) => Promise<T>,
): Promise<T> {
  return withDatabase(database, async (start, _, folder) => {
    const receiver = await startReceiverProcess(join(folder, "received.jsonl"));
    try {
      const server = await start();
      const workflow = await makeFirstWorkflow(server.url, receiver.url, LONGEST);
      receiver.expectSecret(workflow.signingSecret);
      return await work({ ...workflow, server, receiver });
    } finally {
      await receiver.stop();
    }
  });
}

export const say = (line: string) => void process.stdout.write(`${line}\n`);
