import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { pino } from "pino";
import { type Config, readConfig } from "../config.js";
import { type Server, startServer } from "../server.js";

declare const TEST_DATABASE: "sqlite" | "mariadb";

export const SETUP_TOKEN = "set-up-token-of-the-tests";

/** Where test servers keep their data, and their common clock. */
interface TestData {
  databaseUrl: string;
  folder: string;
  clock: { ahead: number; stands: number | null };
}

/** A real server on a database of its own, and the hand on its clock. */
export interface TestServer extends Server {
  url: string;
  /** Moves the server's clock on. */
  advance(milliseconds: number): void;
  /** From now on the clock moves by `advance` alone, however long things take. */
  stopClock(): void;
  now(): Date;
  /** The data that it stands on, for others to stand on too. */
  data: TestData;
  /** What it logged so far, a line an event. */
  logged: string[];
  /** Stops the server and starts another one on the same data; something may happen while none runs. */
  restart(meanwhile?: () => void): Promise<void>;
}

/** An empty database of the kind that this run tests, and how to remove it again. */
export async function emptyDatabase(): Promise<{ url: string; remove: () => Promise<void> }> {
  if (TEST_DATABASE === "sqlite") {
    const folder = mkdtempSync(join(tmpdir(), "postern-test-"));
    return {
      url: `sqlite:${join(folder, "postern.db")}`,
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const server = process.env["TEST_MARIADB_URL"];
  if (server === undefined) throw new Error("The tests' MariaDB does not run.");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await run(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, remove: () => run(server, `DROP DATABASE ${name}`) };
}

/** Runs one statement on a MariaDB server. */
export async function run(url: string, statement: string): Promise<void> {
  const connection = await createConnection(url.replace(/^mariadb:/, "mysql:"));
  await connection.query(statement);
  await connection.end();
}

export function testConfig(databaseUrl: string, dataDir: string, more: NodeJS.ProcessEnv = {}): Config {
  return readConfig({
    PORT: "0",
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    SETUP_TOKEN,
    TARGET_ALLOW: "127.0.0.0/8",
    LOG_LEVEL: "debug",
    ...more,
  });
}

/** Starts a server for a test file. Call stop() when done: it removes everything. */
export async function startTestServer(environment: NodeJS.ProcessEnv = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "postern-data-"));
  const database = await emptyDatabase();
  const data = { databaseUrl: database.url, folder, clock: { ahead: 0, stands: null } };
  return startOn(data, environment, async () => {
    await database.remove();
    rmSync(folder, { recursive: true, force: true });
  });
}

/** Starts a further server on the data of another one; that one has to outlive it. */
export const startBeside = ({ data }: TestServer, environment: NodeJS.ProcessEnv = {}): Promise<TestServer> =>
  startOn(data, environment, async () => {});

async function startOn(
  data: TestData,
  environment: NodeJS.ProcessEnv,
  remove: () => Promise<void>,
): Promise<TestServer> {
  const { databaseUrl, folder, clock } = data;
  const logged: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => void logged.push(line) });
  const now = () => new Date((clock.stands ?? Date.now()) + clock.ahead);
  const start = async () => {
    const options = { clock: now, stopWithinMs: 100 };
    const server = await startServer(testConfig(databaseUrl, folder, environment), log, options);
    // A server that ends an idle connection may do so just when a test uses it again; here the client ends them.
    server.app.server.keepAliveTimeout = 0;
    return { ...server, url: `http://127.0.0.1:${server.port}`, halt: server.stop };
  };
  const running = await start();
  const test: TestServer & { halt: () => Promise<void> } = {
    ...running,
    data,
    logged,
    now,
    advance: (milliseconds) => {
      clock.ahead += milliseconds;
    },
    stopClock: () => {
      clock.stands = Date.now();
    },
    async restart(meanwhile = () => {}) {
      await test.halt();
      meanwhile();
      const { stop: _, ...fresh } = await start();
      Object.assign(test, fresh);
    },
    async stop() {
      await test.halt();
      await remove();
    },
  };
  return test;
}
