import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FIRST_TOKEN, type FirstWorkflow, makeFirstWorkflow } from "../testing/first-workflow.js";
import { type MariaDbServer, startMariaDbServer } from "../testing/mariadb-server.js";
import { type ReceiverProcess, startReceiverProcess } from "../testing/receiver-process.js";
import { type RedisServer, startRedisServer } from "../testing/redis-server.js";
import { type ServerProcess, serverProcess } from "../testing/server-process.js";
import { run } from "../testing/test-server.js";

/** How long the target may take. Short, so that leases are short, and long enough for a busy machine. */
export const TIMEOUT_SECONDS = 5;

/** What a scenario needs to run on. */
export interface Setting {
  database: "sqlite" | "mariadb";
  redis?: boolean;
  /** The servers, each with what its environment has of its own. The first one takes triggers. */
  servers: NodeJS.ProcessEnv[];
}

/** Everything that a scenario may strike, running, and a workflow to trigger. */
export interface Stage {
  servers: ServerProcess[];
  /** Where those of them listen that take triggers. */
  doors: string[];
  mariadb: MariaDbServer | null;
  redis: RedisServer | null;
  receiver: ReceiverProcess;
  workflow: FirstWorkflow;
  /** Where the logs lie. */
  folder: string;
  /** Ends everything; with `keep` the logs stay. */
  close(keep: boolean): Promise<void>;
}

/** Builds a stage from nothing. What it started ends again where it does not come to that. */
export async function openStage(setting: Setting): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "postern-chaos-"));
  const closing: (() => Promise<void>)[] = [];
  const close = async (keep: boolean) => {
    for (const end of closing.splice(0).reverse()) await end();
    if (!keep) rmSync(folder, { recursive: true, force: true });
  };
  const opened = async <T extends { stop(): Promise<void> }>(what: Promise<T>): Promise<T> => {
    const one = await what;
    closing.push(() => one.stop());
    return one;
  };
  try {
    const receiver = await opened(startReceiverProcess(join(folder, "received.jsonl")));
    const mariadb = setting.database === "mariadb" ? await opened(startMariaDbServer()) : null;
    const redis = setting.redis ? await opened(startRedisServer()) : null;
    if (mariadb) await run(mariadb.url(), "CREATE DATABASE chaos");
    const shared = {
      ENCRYPTION_KEY: randomBytes(32).toString("base64"),
      SETUP_TOKEN: FIRST_TOKEN,
      LOG_LEVEL: "warn",
      // The load has one key and is not meant to wait.
      DEFAULT_RATE_LIMIT: "1000000",
      ...(mariadb && { DATABASE_URL: mariadb.url("chaos") }),
      ...(redis && { REDIS_URL: redis.url }),
    };
    const servers: ServerProcess[] = [];
    for (const [index, own] of setting.servers.entries()) {
      const DATA_DIR = join(folder, `server-${index + 1}`);
      mkdirSync(DATA_DIR);
      const log = join(folder, `server-${index + 1}.log`);
      const server = await opened(serverProcess({ ...shared, DATA_DIR, ...own }, log));
      await server.start();
      servers.push(server);
    }
    const doors = servers.filter((_, index) => setting.servers[index]?.["ROLE"] !== "worker");
    const workflow = await makeFirstWorkflow(servers[0]?.url ?? "", receiver.url, {
      timeoutSeconds: TIMEOUT_SECONDS,
    });
    receiver.expectSecret(workflow.signingSecret);
    return { servers, doors: doors.map(({ url }) => url), mariadb, redis, receiver, workflow, folder, close };
  } catch (error) {
    await close(true);
    throw error;
  }
}
