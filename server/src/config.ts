import { resolve } from "node:path";
import { z } from "zod";
import * as values from "./config-values.js";
import { StartError } from "./errors.js";

/** What this process does: everything, take requests, or deliver. */
export type Role = "all" | "api" | "worker";

export interface Config {
  host: string;
  port: number;
  /** Without a trailing slash. With port 0 and no origin given, the server puts the port in once it has one. */
  publicUrl: string;
  dataDir: string;
  database: values.DatabaseLocation;
  /** Null: this process counts for itself. May hold a password; never logged. */
  redisUrl: string | null;
  role: Role;
  /** Null: no metrics. */
  metricsPort: number | null;
  setupToken: string | null;
  encryptionKey: Buffer | null;
  /** Older keys, or the next one, that open what they sealed and seal nothing. */
  encryptionKeyPrevious: Buffer[];
  targetAllow: values.AddressRange[];
  trustProxy: string[];
  introspection: boolean;
  logLevel: string;
  /** Calls per key and minute where the key says nothing. */
  defaultRateLimit: number;
  /** How long an execution is kept after its end; null: for ever. */
  executionRetentionDays: number | null;
}

/** A variable: its default, and how its text becomes a value. An empty variable counts as not set. */
const variable = <T>(fallback: T, parse: (value: string) => T) =>
  z
    .string()
    .optional()
    .transform((value, context): T => {
      if (value === undefined || value.trim() === "") return fallback;
      try {
        return parse(value.trim());
      } catch (error) {
        context.addIssue({ code: "custom", message: (error as Error).message });
        return z.NEVER;
      }
    });

const Environment = z.object({
  /** Address to listen on. */
  HOST: variable("127.0.0.1", String),
  /** Port of the API and the web application. */
  PORT: variable(4000, values.port),
  /** Origin under which users reach Postern: absolute links, cookie security, origin checks. */
  PUBLIC_URL: variable<string | null>(null, values.publicUrl),
  /** Folder of the SQLite file and the keys that the server makes for itself. */
  DATA_DIR: variable("data", String),
  /** sqlite:PATH, mysql://… or mariadb://…; postern.db in DATA_DIR when absent. */
  DATABASE_URL: variable<values.DatabaseLocation | null>(null, values.database),
  /** Redis, for the work and the rate limits that several servers share: redis://… or rediss://… */
  REDIS_URL: variable<string | null>(null, values.redisUrl),
  /** What this process does: all, api (accepts, does not deliver) or worker (delivers only). */
  ROLE: variable("all", values.oneOf(["all", "api", "worker"])),
  /** Port of the metrics for Prometheus; none when absent. */
  METRICS_PORT: variable<number | null>(null, values.port),
  /** Proves at set-up that whoever sets up owns the machine; made and printed when absent. */
  SETUP_TOKEN: variable<string | null>(null, values.setupToken),
  /** 32 bytes in base64: encrypts signing secrets at rest; made in DATA_DIR when absent. */
  ENCRYPTION_KEY: variable<Buffer | null>(null, values.encryptionKey),
  /** While ENCRYPTION_KEY changes: the other keys that records are sealed with, separated by commas. */
  ENCRYPTION_KEY_PREVIOUS: variable<Buffer[]>([], values.encryptionKeys),
  /** CIDR ranges that workflows may reach although they are not public. */
  TARGET_ALLOW: variable<string[]>([], values.ranges),
  /** CIDR ranges of proxies whose X-Forwarded-For counts. */
  TRUST_PROXY: variable<string[]>([], values.proxyRanges),
  /** Whether the schema may be asked for: on or off. */
  INTROSPECTION: variable("on", values.oneOf(["on", "off"])),
  /** Calls per key and minute where the key says nothing. */
  DEFAULT_RATE_LIMIT: variable(600, values.rateLimit),
  /** Days for which executions are kept after their end, or forever. */
  EXECUTION_RETENTION_DAYS: variable<number | null>(90, values.retentionDays),
  /** pino's level of the log. */
  LOG_LEVEL: variable("info", values.oneOf(values.LOG_LEVELS)),
});

/** What a browser on this machine calls an address that the server listens on. */
function localName(host: string): string {
  if (["127.0.0.1", "::1", "0.0.0.0", "::"].includes(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

type Values = z.infer<typeof Environment>;

/** Settings that are right by themselves and wrong together. */
function conflicts({ ROLE, DATABASE_URL, PORT, METRICS_PORT }: Values): string[] {
  const faults: string[] = [];
  if (ROLE !== "all" && (DATABASE_URL === null || DATABASE_URL.dialect === "sqlite")) {
    faults.push(
      `ROLE: ${values.found(ROLE)}; an SQLite file serves one process, which does all. Give a DATABASE_URL of MySQL or MariaDB, or leave ROLE out.`,
    );
  }
  if (METRICS_PORT !== null && METRICS_PORT !== 0 && METRICS_PORT === PORT) {
    faults.push(`METRICS_PORT: ${values.found(String(METRICS_PORT))}, which is PORT too; give another one.`);
  }
  return faults;
}

/** Reads the environment; throws one StartError that names every fault at once. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const read = Environment.safeParse(environment);
  const faults = read.success
    ? conflicts(read.data)
    : read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  if (environment["ENCRYPTION_KEY_PREVIOUS"]?.trim() && !environment["ENCRYPTION_KEY"]?.trim()) {
    faults.push("ENCRYPTION_KEY_PREVIOUS: it stands beside ENCRYPTION_KEY only; set that one too.");
  }
  if (!read.success || faults.length > 0) {
    throw new StartError(`The configuration is not usable:\n${faults.map((line) => `  ${line}`).join("\n")}`);
  }
  return configOf(read.data);
}

function configOf(value: Values): Config {
  const dataDir = resolve(value.DATA_DIR);
  return {
    host: value.HOST,
    port: value.PORT,
    publicUrl: value.PUBLIC_URL ?? `http://${localName(value.HOST)}:${value.PORT}`,
    dataDir,
    database: value.DATABASE_URL ?? { dialect: "sqlite", path: resolve(dataDir, "postern.db") },
    redisUrl: value.REDIS_URL,
    role: value.ROLE as Role,
    metricsPort: value.METRICS_PORT,
    setupToken: value.SETUP_TOKEN,
    encryptionKey: value.ENCRYPTION_KEY,
    encryptionKeyPrevious: value.ENCRYPTION_KEY_PREVIOUS,
    targetAllow: value.TARGET_ALLOW.map(values.addressRange),
    trustProxy: value.TRUST_PROXY,
    introspection: value.INTROSPECTION === "on",
    logLevel: value.LOG_LEVEL,
    defaultRateLimit: value.DEFAULT_RATE_LIMIT,
    executionRetentionDays: value.EXECUTION_RETENTION_DAYS,
  };
}
