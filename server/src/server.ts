import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import { memoryRateLimiter, redisRateLimiter } from "./api-key/rate-limit.js";
import { openKeyUsage } from "./api-key/usage.js";
import type { Config } from "./config.js";
import type { Database, Runtime } from "./context.js";
import { openDatabase } from "./database/open.js";
import { durabilityRisk } from "./database/open-mysql.js";
import type { Encryption } from "./encryption.js";
import { openEncryption } from "./encryption-key/open.js";
import { entities } from "./entities.js";
import { StartError } from "./errors.js";
import { loadCompletionSecret } from "./execution/completion-token.js";
import { startApollo } from "./graphql/apollo.js";
import { createApp } from "./http/app.js";
import { watchUnusedConnections } from "./http/unused-connections.js";
import { lifecycle } from "./lifecycle.js";
import { countRepeats, openMetrics, watchProcess } from "./metrics/metrics.js";
import { type MetricsServer, serveMetrics } from "./metrics/serve.js";
import { watchState } from "./metrics/state.js";
import { BullMqQueue } from "./queue/bullmq.js";
import { memoryEvents, redisEvents } from "./queue/events.js";
import { memoryQueue } from "./queue/memory.js";
import type { Queue } from "./queue/queue.js";
import { startScheduler } from "./queue/scheduler.js";
import { startWorker } from "./queue/worker.js";
import { startRetention } from "./retention/retention.js";
import { startRewrapping } from "./sealed/background.js";
import { refuseUnknownKeys } from "./sealed/rewrap.js";
import { isSetupRequired } from "./setup/setup.service.js";
import { warmUpPasswords } from "./user/password.js";
import { openSchemaChecker } from "./workflow/schema-checker.js";

/** A running server. */
export interface Server {
  runtime: Runtime;
  app: FastifyInstance;
  /** The port it listens on; of interest where the configuration says 0. */
  port: number;
  /** The port of the metrics; null when there are none. */
  metricsPort: number | null;
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
  const database = await openDatabase(config.database, entities);
  try {
    const encryption = await openEncryption(database, config);
    await refuseUnknownKeys(database.read, encryption);
    const risk = await durabilityRisk(database);
    if (risk !== null) log.warn(risk);
    return await startOn(database, encryption, config, log, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function startOn(
  opened: Database,
  encryption: Encryption,
  config: Config,
  log: Logger,
  { clock = () => new Date(), stopWithinMs }: ServerOptions,
): Promise<Server> {
  const { metrics, registry } = openMetrics();
  const database = countRepeats(opened, metrics);
  const queue = openQueue(config, log, clock);
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
    metrics,
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
  const background = config.role === "api" ? null : startBackground(runtime, queue, stopWithinMs);
  watchState(registry, runtime, background?.underWay);
  const metricsServer = await openMetricsServer(config, registry);
  await warmUpPasswords();
  return {
    runtime,
    app,
    port,
    metricsPort: metricsServer?.port ?? null,
    setupRequired: config.role !== "worker" && (await isSetupRequired({ db: database.read })),
    async stop() {
      stopping = true;
      closeUnused();
      await queue.stop();
      await Promise.all([background?.stop(), app.close()]);
      await queue.close();
      await metricsServer?.close();
      await apollo.stop();
      await usage.stop();
      await runtime.schemas.close();
      await runtime.events.close();
      await runtime.rateLimiter.close();
      await database.close();
    },
  };
}

const openQueue = ({ redisUrl }: Config, log: Logger, clock: () => Date): Queue =>
  redisUrl === null ? memoryQueue(clock) : new BullMqQueue(redisUrl, log, clock);

/** Everything that works without being asked. A server whose role is api has none of it. */
function startBackground(runtime: Runtime, queue: Queue, stopWithinMs: number | undefined) {
  const worker = startWorker(runtime, {
    look: () => queue.look(),
    ...(stopWithinMs !== undefined && { stopWithinMs }),
  });
  queue.start(worker.take);
  const works = [worker, startScheduler(runtime), startRetention(runtime), startRewrapping(runtime)];
  return {
    underWay: worker.underWay,
    stop: async () => void (await Promise.all(works.map((work) => work.stop()))),
  };
}

async function openMetricsServer(
  { host, metricsPort }: Config,
  registry: Registry,
): Promise<MetricsServer | null> {
  if (metricsPort === null) return null;
  watchProcess(registry);
  return serveMetrics(registry, host, metricsPort);
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
