import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { memoryRateLimiter, redisRateLimiter } from "./api-key/rate-limit.js";
import { openKeyUsage } from "./api-key/usage.js";
import type { Config } from "./config.js";
import type { Database, Runtime } from "./context.js";
import { openDatabase } from "./database/open.js";
import { Encryption } from "./encryption.js";
import { confirmEncryptionKey, loadEncryptionKey } from "./encryption-key.js";
import { entities } from "./entities.js";
import { StartError } from "./errors.js";
import { loadCompletionSecret } from "./execution/completion-token.js";
import { startApollo } from "./graphql/apollo.js";
import { createApp } from "./http/app.js";
import { watchUnusedConnections } from "./http/unused-connections.js";
import { lifecycle } from "./lifecycle.js";
import { memoryEvents, redisEvents } from "./queue/events.js";
import { memoryQueue } from "./queue/memory.js";
import { startWorker } from "./queue/worker.js";
import { isSetupRequired } from "./setup/setup.service.js";
import { warmUpPasswords } from "./user/password.js";
import { openSchemaChecker } from "./workflow/input-schema.js";

/** A running server. */
export interface Server {
  runtime: Runtime;
  app: FastifyInstance;
  /** The port it listens on; of interest where the configuration says 0. */
  port: number;
  /** Whether the first administrator is still to come. */
  setupRequired: boolean;
  /** Lets what is under way end, hands back the rest, closes the database. */
  stop(): Promise<void>;
}

/** What tests replace: time. */
export interface ServerOptions {
  clock?: () => Date;
  /** How long deliveries under way may go on at a stop. */
  stopWithinMs?: number;
}

/** Configuration → database → worker → HTTP. Throws StartError, with everything closed again. */
export async function startServer(config: Config, log: Logger, options: ServerOptions = {}): Promise<Server> {
  const key = loadEncryptionKey(config);
  const database = await openDatabase(config.database, entities);
  try {
    await confirmEncryptionKey(database, key);
    return await startOn(database, key, config, log, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function startOn(
  database: Database,
  key: Buffer,
  config: Config,
  log: Logger,
  { clock = () => new Date(), stopWithinMs }: ServerOptions,
): Promise<Server> {
  const encryption = new Encryption(key);
  const queue = memoryQueue(clock);
  const basis = {
    config,
    log,
    database,
    encryption,
    setupToken: config.setupToken ?? randomBytes(32).toString("base64url"),
    clock,
    rateLimiter: config.redisUrl === null ? memoryRateLimiter() : redisRateLimiter(config.redisUrl, log),
    lifecycle,
    schemas: openSchemaChecker(),
    queue,
    events: config.redisUrl === null ? memoryEvents() : redisEvents(config.redisUrl, log),
    completionSecret: await loadCompletionSecret(database, encryption),
  };
  const usage = openKeyUsage(basis);
  const runtime: Runtime = { ...basis, usage };
  let stopping = false;
  const apollo = await startApollo(runtime);
  const app = await createApp(runtime, apollo, () => stopping);
  const closeUnused = watchUnusedConnections(app.server);
  const port = await listen(app, config);
  // Which port is any free one is known only now.
  config.publicUrl = config.publicUrl.replace(/:0$/, `:${port}`);
  const { everyMs: lookEveryMs, overdueMs } = queue.look;
  const worker = startWorker(runtime, {
    lookEveryMs,
    overdueMs,
    ...(stopWithinMs !== undefined && { stopWithinMs }),
  });
  queue.start(worker.take);
  await warmUpPasswords();
  return {
    runtime,
    app,
    port,
    setupRequired: await isSetupRequired({ db: database.read }),
    async stop() {
      stopping = true;
      closeUnused();
      await queue.stop();
      await Promise.all([worker.stop(), app.close()]);
      await apollo.stop();
      await usage.stop();
      await runtime.schemas.close();
      await runtime.events.close();
      await runtime.rateLimiter.close();
      await database.close();
    },
  };
}

/** The port that it listens on. */
async function listen(app: FastifyInstance, { host, port }: Config): Promise<number> {
  try {
    await app.listen({ host, port, listenTextResolver: (address) => `listening at ${address}` });
    const address = app.server.address();
    return typeof address === "object" && address !== null ? address.port : port;
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    const why: Record<string, string> = {
      EADDRINUSE: "Another program listens there already. Stop it, or set PORT.",
      EACCES: "This user may not listen there. Choose a PORT above 1023.",
      EADDRNOTAVAIL: "This machine does not have that address. Set HOST.",
      ENOTFOUND: "There is no such host. Set HOST to an address of this machine.",
    };
    throw new StartError(`Cannot listen on ${host}:${port}. ${why[code ?? ""] ?? (error as Error).message}`);
  }
}
