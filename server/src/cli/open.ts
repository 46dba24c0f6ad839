import { existsSync } from "node:fs";
import { memoryRateLimiter } from "../api-key/rate-limit.js";
import type { SystemPrincipal } from "../auth/principal.js";
import { type Config, readConfig } from "../config.js";
import { type Context, createContext, type Runtime } from "../context.js";
import { openDatabase } from "../database/open.js";
import type { Encryption } from "../encryption.js";
import { entities } from "../entities.js";
import { StartError } from "../errors.js";
import { lifecycle } from "../lifecycle.js";
import { openLog } from "../log.js";
import { openMetrics } from "../metrics/metrics.js";

/** Whoever has a shell on the server: the actor of what the command line changes. */
const COMMAND_LINE: SystemPrincipal = { kind: "SYSTEM", name: "Command line" };

const never = (): never => {
  throw new Error("No command encrypts, decrypts, or looks at schemas.");
};

/**
 * Opens the configured database for one command, its schema brought up to date, and closes it again. A
 * command that looks for something does not make an empty database to look into.
 */
export async function withContext<T>(
  { mustExist }: { mustExist: boolean },
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env);
  if (mustExist) refuseAbsent(config);
  const database = await openDatabase(config.database, entities, { patient: true });
  const runtime: Runtime = {
    config,
    log: openLog(config.logLevel, process.stderr),
    database,
    // Not loaded: a key that the server has may not be at hand here, and nobody needs it.
    encryption: { keyId: "", seal: never, open: never } as unknown as Encryption,
    setupToken: "",
    clock: () => new Date(),
    usage: { accepted: () => {}, denied: () => {}, flush: async () => {} },
    rateLimiter: memoryRateLimiter(),
    lifecycle,
    schemas: { schemaFaults: never, inputFaults: never, close: async () => {} },
    // What a command starts, a server finds.
    queue: { isAway: () => false, announce: () => {} },
    metrics: openMetrics().metrics,
    events: { publish: () => {}, subscribe: never, listeners: () => 0, close: async () => {} },
    completionSecret: Buffer.alloc(0),
  };
  try {
    return await work(createContext(runtime, { principal: COMMAND_LINE, requestId: "command line" }));
  } finally {
    await database.close();
  }
}

function refuseAbsent({ database }: Config): void {
  if (database.dialect !== "sqlite" || existsSync(database.path)) return;
  throw new StartError(
    `There is no database at ${database.path}. Set DATA_DIR or DATABASE_URL as for the server, or make it with: pnpm cli migrate`,
  );
}
