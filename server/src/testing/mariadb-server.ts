import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, writeFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { createConnection } from "mysql2/promise";
import { findBinary, findMariaDb } from "./find-binary.js";
import { freePort } from "./free-port.js";
import { standStill } from "./stand-still.js";

const START_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 10_000;
const USER = "postern";
const PASSWORD = "postern-test";

export interface MariaDbOptions {
  /** innodb_flush_log_at_trx_commit: 1 survives a power cut, 2 only the server's own death. Default 1. */
  flushLogAtCommit?: 1 | 2;
  /** Further arguments for mariadbd; they win over ours. */
  args?: string[];
  /** Files that lie beside the data before the first start, by their name. */
  files?: Record<string, string>;
  /** What the root user says before ours is made, such as that it is not to be replicated. */
  first?: string[];
}

export interface MariaDbServer {
  readonly port: number;
  /** The running process, for tests that kill it; undefined while it is down. */
  readonly pid: number | undefined;
  /** `mariadb://user:password@127.0.0.1:port/database`; the user has all rights, the database need not exist. */
  url(database?: string): string;
  /** Kills it without a word, and returns once it is gone. */
  kill(): Promise<void>;
  /** Stops its clock: connections stay open and nothing answers, until resume(). */
  freeze(): Promise<void>;
  resume(): void;
  /** Starts it again, on the same data and port, after it was killed. */
  restart(): Promise<void>;
  /** Ends the server and removes its data. May be called twice. */
  stop(): Promise<void>;
}

/**
 * A private MariaDB from the machine's own binaries, on loopback, with its data in a temporary folder.
 * It ends with the process that started it, however that one ends.
 */
export async function startMariaDbServer(options: MariaDbOptions = {}): Promise<MariaDbServer> {
  const folder = await mkdtemp(join(tmpdir(), "postern-mariadb-"));
  const endGuard = guard(folder);
  const port = await freePort();
  let running: ChildProcess | undefined;

  const launch = async () => {
    const server = spawnServer(folder, port, options);
    running = server;
    server.once("exit", () => {
      if (running === server) running = undefined;
    });
    await untilItAnswers(server, folder);
  };
  const kill = async () => {
    const server = running;
    if (!server) return;
    const ended = once(server, "exit");
    server.ref();
    server.kill("SIGKILL");
    await ended;
  };
  const stop = async () => {
    // A frozen one would not hear SIGTERM.
    running?.kill("SIGCONT");
    if (running) await end(running);
    await rm(folder, { recursive: true, force: true });
    await endGuard();
  };

  try {
    await createData(folder);
    for (const [name, text] of Object.entries(options.files ?? {}))
      writeFileSync(join(folder, "data", name), text);
    await launch();
    await createUser(folder, options.first);
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    port,
    get pid() {
      return running?.pid;
    },
    url: (database = "") => `mariadb://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`,
    kill,
    freeze: async () => {
      if (running?.pid) await standStill(running.pid);
    },
    resume: () => void running?.kill("SIGCONT"),
    restart: async () => {
      if (running) throw new Error("MariaDB is still running.");
      await launch();
    },
    stop,
  };
}

async function createData(folder: string): Promise<void> {
  const installer = findBinary("mariadb-install-db");
  if (!installer) throw new Error("mariadb-install-db is missing (apt-get install mariadb-server).");
  await promisify(execFile)(installer, [
    "--no-defaults",
    `--datadir=${join(folder, "data")}`,
    "--auth-root-authentication-method=normal",
    "--skip-test-db",
    "--skip-name-resolve",
    ...asUser(),
  ]);
}

function spawnServer(folder: string, port: number, options: MariaDbOptions): ChildProcess {
  const binary = findMariaDb();
  if (!binary) throw new Error("mariadbd is missing (apt-get install mariadb-server).");
  const log = openSync(logOf(folder), "a");
  const server = spawn(
    binary,
    [
      "--no-defaults",
      ...asUser(),
      `--datadir=${join(folder, "data")}`,
      `--tmpdir=${folder}`,
      `--socket=${socketOf(folder)}`,
      `--pid-file=${join(folder, "mariadbd.pid")}`,
      `--port=${port}`,
      "--bind-address=127.0.0.1",
      "--skip-name-resolve",
      "--skip-log-bin",
      // As Debian's package and MySQL have it; the collation stays the server's default, as users meet it.
      "--character-set-server=utf8mb4",
      "--innodb-buffer-pool-size=64M",
      "--innodb-log-file-size=32M",
      `--innodb-flush-log-at-trx-commit=${options.flushLogAtCommit ?? 1}`,
      "--max-connections=300",
      ...(options.args ?? []),
    ],
    { stdio: ["ignore", log, log] },
  );
  closeSync(log);
  if (server.pid) writeFileSync(join(folder, "pid"), String(server.pid));
  // Its parent ends it; it must not keep its parent from ending.
  server.unref();
  return server;
}

async function untilItAnswers(server: ChildProcess, folder: string): Promise<void> {
  const deadline = Date.now() + START_DEADLINE_MS;
  let failure: unknown;
  server.once("error", (error) => {
    failure = error;
  });
  while (!failure && server.exitCode === null && server.signalCode === null && Date.now() < deadline) {
    try {
      return await asRoot(folder, ["SELECT 1"]);
    } catch {
      await sleep(50);
    }
  }
  if (server.exitCode === null && server.signalCode === null) await end(server);
  const log = await readFile(logOf(folder), "utf8").catch(() => "");
  throw new Error(`MariaDB did not start. The end of its log:\n${log.slice(-2000)}`, { cause: failure });
}

async function createUser(folder: string, first: string[] = []): Promise<void> {
  await asRoot(folder, [
    ...first,
    `CREATE USER '${USER}'@'%' IDENTIFIED BY '${PASSWORD}'`,
    `GRANT ALL PRIVILEGES ON *.* TO '${USER}'@'%' WITH GRANT OPTION`,
  ]);
}

async function asRoot(folder: string, statements: string[]): Promise<void> {
  const connection = await createConnection({ socketPath: socketOf(folder), user: "root" });
  try {
    for (const statement of statements) await connection.query(statement);
  } finally {
    await connection.end();
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || !server.pid) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.ref();
  server.kill("SIGTERM");
  const impatience = setTimeout(() => server.kill("SIGKILL"), STOP_DEADLINE_MS);
  await ended;
  clearTimeout(impatience);
}

/**
 * A shell that reads a pipe which only we hold open. The pipe ends when we do, even by SIGKILL; the shell then
 * kills the server and removes its folder. Calling what is returned lets it go after an orderly stop.
 */
function guard(folder: string): () => Promise<void> {
  const script = 'cat >/dev/null; kill -KILL "$(cat "$1/pid")" && sleep 0.2; rm -rf "$1"';
  const shell = spawn("sh", ["-c", script, "sh", folder], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.unref();
  const ended = new Promise<void>((resolve) => shell.once("exit", () => resolve()));
  // The pipe is a socket to Node, which knows unref(); its type only says Writable.
  (shell.stdin as unknown as { unref(): void }).unref();
  return async () => {
    shell.ref();
    shell.stdin.end();
    await ended;
  };
}

/** mariadbd refuses to run as root unless told to, and nobody else may tell it. */
const asUser = () => (process.getuid?.() === 0 ? ["--user=root"] : []);

const socketOf = (folder: string) => join(folder, "mariadb.sock");

const logOf = (folder: string) => join(folder, "mariadb.log");
