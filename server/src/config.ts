import { resolve } from "node:path";
import { RATE_LIMIT_MAX } from "@postern/shared";
import ipaddr from "ipaddr.js";
import { z } from "zod";
import { StartError } from "./errors.js";

/** Where the data lives. `url` is absent for SQLite and never logged: it may hold a password. */
export type DatabaseLocation =
  | { dialect: "sqlite"; path: string }
  | { dialect: "mysql" | "mariadb"; url: string };

/** A range of addresses, as ipaddr.js takes it. */
export type AddressRange = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** What this process does: everything, take requests, or deliver. */
export type Role = "all" | "api" | "worker";

export interface Config {
  host: string;
  port: number;
  /** Without a trailing slash. With port 0 and no origin given, the server puts the port in once it has one. */
  publicUrl: string;
  dataDir: string;
  database: DatabaseLocation;
  /** Null: this process counts for itself. May hold a password; never logged. */
  redisUrl: string | null;
  role: Role;
  /** Null: no metrics. */
  metricsPort: number | null;
  setupToken: string | null;
  encryptionKey: Buffer | null;
  /** Older keys, or the next one, that open what they sealed and seal nothing. */
  encryptionKeyPrevious: Buffer[];
  targetAllow: AddressRange[];
  trustProxy: string[];
  introspection: boolean;
  logLevel: string;
  /** Calls per key and minute where the key says nothing. */
  defaultRateLimit: number;
  /** How long an execution is kept after its end; null: for ever. */
  executionRetentionDays: number | null;
}

const RETENTION_MAX_DAYS = 3650;

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Raises a fault whose words are chosen by us: what was found (unless it is a secret) and what is right. */
const fault = (message: string): never => {
  throw new Fault(message);
};
class Fault extends Error {}

const found = (value: string): string => `found ${JSON.stringify(value.slice(0, 80))}`;

function port(value: string): number {
  const number = Number(value);
  return /^\d{1,5}$/.test(value) && number <= 65535
    ? number
    : fault(`${found(value)}; give a port number from 0 to 65535 (0: any free port).`);
}

function publicUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash;
  return plain && !url.username && !url.password
    ? url.origin
    : fault(
        `${found(value.replace(/^(.*\/\/)?.*@/, "$1…@"))}; give the origin users open, such as https://postern.example.com, without a path.`,
      );
}

function database(value: string, dataDir: string): DatabaseLocation {
  const scheme = /^([a-z0-9+.-]+):/i.exec(value)?.[1]?.toLowerCase();
  if (scheme === "sqlite") {
    const path = value.slice("sqlite:".length).replace(/^\/\/(?=\/)/, "");
    return path === "" || path.startsWith("//")
      ? fault("it names no file; give sqlite:PATH, such as sqlite:data/postern.db or sqlite:/srv/postern.db.")
      : { dialect: "sqlite", path: resolve(path) };
  }
  if (scheme !== "mysql" && scheme !== "mariadb") {
    const what = scheme === undefined ? "no scheme was found" : `the scheme "${scheme}" is unknown`;
    return fault(
      `${what}; give sqlite:PATH, mysql://USER:PASSWORD@HOST/DATABASE or mariadb://… (default: ${dataDir}/postern.db).`,
    );
  }
  const url = serviceUrl(value);
  return url?.hostname && url.pathname.length > 1
    ? { dialect: scheme, url: value }
    : fault(`the address is incomplete; give ${scheme}://USER:PASSWORD@HOST:PORT/DATABASE.`);
}

/**
 * The address of a database or of Redis, or null where the text is none. Settings behind a "?" are refused: what
 * nobody reads here would look as if it held, and what a library reads unseen may change more than was meant.
 */
function serviceUrl(value: string): URL | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null) return null;
  if (url.search || url.hash) {
    fault(
      'it goes on behind "?" or "#"; leave that out, or write %3F or %23 where a password has that character.',
    );
  }
  try {
    for (const part of [url.username, url.password, url.pathname]) decodeURIComponent(part);
  } catch {
    fault("it holds a % that stands for no character; write %25.");
  }
  return url;
}

function ranges(value: string): string[] {
  const parts = value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const wrong = parts.filter((part) => !ipaddr.isValidCIDR(part) && !ipaddr.isValid(part));
  if (wrong.length > 0) {
    fault(
      `${found(wrong.join(", "))}; give addresses or CIDR ranges separated by commas, such as 10.0.0.0/8,fd00::/8.`,
    );
  }
  return parts;
}

/** Ranges of proxies; Fastify takes none as wide as every address, which would let anybody claim any. */
function proxyRanges(value: string): string[] {
  const parts = ranges(value);
  const wide = parts.filter((part) => part.endsWith("/0"));
  return wide.length > 0 ? fault(`${found(wide.join(", "))}; name the proxies, not every address.`) : parts;
}

function addressRange(text: string): AddressRange {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  const address = ipaddr.parse(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

function encryptionKey(value: string): Buffer {
  const key = Buffer.from(value, "base64");
  return key.length === 32 && /^[A-Za-z0-9+/_=-]+$/.test(value)
    ? key
    : fault("it is not 32 bytes of base64; make one with: openssl rand -base64 32");
}

const encryptionKeys = (value: string): Buffer[] => value.split(",").map((key) => encryptionKey(key.trim()));

const oneOf =
  <const T extends readonly string[]>(values: T) =>
  (value: string): T[number] =>
    values.includes(value) ? value : fault(`${found(value)}; give one of ${values.join(", ")}.`);

function redisUrl(value: string): string {
  const url = serviceUrl(value);
  return url !== null &&
    /^rediss?:$/.test(url.protocol) &&
    url.hostname !== "" &&
    /^(\/\d{0,9})?$/.test(url.pathname)
    ? value
    : fault(
        "it is no address of Redis; give redis://USER:PASSWORD@HOST:PORT/NUMBER, where NUMBER is that of a database (0 when left out), or rediss://… with TLS.",
      );
}

const rateLimit = (value: string): number =>
  /^\d{1,7}$/.test(value) && Number(value) >= 1 && Number(value) <= RATE_LIMIT_MAX
    ? Number(value)
    : fault(`${found(value)}; give calls per minute, 1 to ${RATE_LIMIT_MAX}.`);

const retentionDays = (value: string): number | null => {
  if (value === "forever") return null;
  return /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= RETENTION_MAX_DAYS
    ? Number(value)
    : fault(`${found(value)}; give days, 1 to ${RETENTION_MAX_DAYS}, or the word forever.`);
};

const setupToken = (value: string): string =>
  value.length >= 16 ? value : fault("it is too short to be safe; give at least 16 characters.");

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
  PORT: variable(4000, port),
  /** Origin under which users reach Postern: absolute links, cookie security, origin checks. */
  PUBLIC_URL: variable<string | null>(null, publicUrl),
  /** Folder of the SQLite file and the keys that the server makes for itself. */
  DATA_DIR: variable("data", String),
  /** sqlite:PATH, mysql://… or mariadb://…; parsed below, as its default needs DATA_DIR. */
  DATABASE_URL: variable<string | null>(null, String),
  /** Redis, for the work and the rate limits that several servers share: redis://… or rediss://… */
  REDIS_URL: variable<string | null>(null, redisUrl),
  /** What this process does: all, api (accepts, does not deliver) or worker (delivers only). */
  ROLE: variable("all", oneOf(["all", "api", "worker"])),
  /** Port of the metrics for Prometheus; none when absent. */
  METRICS_PORT: variable<number | null>(null, port),
  /** Proves at set-up that whoever sets up owns the machine; made and printed when absent. */
  SETUP_TOKEN: variable<string | null>(null, setupToken),
  /** 32 bytes in base64: encrypts signing secrets at rest; made in DATA_DIR when absent. */
  ENCRYPTION_KEY: variable<Buffer | null>(null, encryptionKey),
  /** While ENCRYPTION_KEY changes: the other keys that records are sealed with, separated by commas. */
  ENCRYPTION_KEY_PREVIOUS: variable<Buffer[]>([], encryptionKeys),
  /** CIDR ranges that workflows may reach although they are not public. */
  TARGET_ALLOW: variable<string[]>([], ranges),
  /** CIDR ranges of proxies whose X-Forwarded-For counts. */
  TRUST_PROXY: variable<string[]>([], proxyRanges),
  /** Whether the schema may be asked for: on or off. */
  INTROSPECTION: variable("on", oneOf(["on", "off"])),
  /** Calls per key and minute where the key says nothing. */
  DEFAULT_RATE_LIMIT: variable(600, rateLimit),
  /** Days for which executions are kept after their end, or forever. */
  EXECUTION_RETENTION_DAYS: variable<number | null>(90, retentionDays),
  /** pino's level of the log. */
  LOG_LEVEL: variable("info", oneOf(LOG_LEVELS)),
});

/** What a browser on this machine calls an address that the server listens on. */
function localName(host: string): string {
  if (["127.0.0.1", "::1", "0.0.0.0", "::"].includes(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

/** Settings that are right by themselves and wrong together. */
function conflicts(
  { ROLE, PORT, METRICS_PORT }: Pick<z.infer<typeof Environment>, "ROLE" | "PORT" | "METRICS_PORT">,
  { dialect }: DatabaseLocation,
): string[] {
  const faults: string[] = [];
  if (ROLE !== "all" && dialect === "sqlite") {
    faults.push(
      `ROLE: ${found(ROLE)}; an SQLite file serves one process, which does all. Give a DATABASE_URL of MySQL or MariaDB, or leave ROLE out.`,
    );
  }
  if (METRICS_PORT !== null && METRICS_PORT !== 0 && METRICS_PORT === PORT) {
    faults.push(`METRICS_PORT: ${found(String(METRICS_PORT))}, which is PORT too; give another one.`);
  }
  return faults;
}

/** Reads the environment; throws one StartError that names every fault at once. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const read = Environment.safeParse(environment);
  const faults = read.success
    ? []
    : read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  const dataDir = resolve(environment["DATA_DIR"]?.trim() || "data");
  let location: DatabaseLocation = { dialect: "sqlite", path: resolve(dataDir, "postern.db") };
  try {
    const url = environment["DATABASE_URL"]?.trim();
    if (url) location = database(url, dataDir);
  } catch (error) {
    faults.push(`DATABASE_URL: ${(error as Error).message}`);
  }
  if (environment["ENCRYPTION_KEY_PREVIOUS"]?.trim() && !environment["ENCRYPTION_KEY"]?.trim()) {
    faults.push("ENCRYPTION_KEY_PREVIOUS: it stands beside ENCRYPTION_KEY only; set that one too.");
  }
  if (read.success) faults.push(...conflicts(read.data, location));
  if (!read.success || faults.length > 0) {
    throw new StartError(`The configuration is not usable:\n${faults.map((line) => `  ${line}`).join("\n")}`);
  }
  const value = read.data;
  return {
    host: value.HOST,
    port: value.PORT,
    publicUrl: value.PUBLIC_URL ?? `http://${localName(value.HOST)}:${value.PORT}`,
    dataDir,
    database: location,
    redisUrl: value.REDIS_URL,
    role: value.ROLE as Role,
    metricsPort: value.METRICS_PORT,
    setupToken: value.SETUP_TOKEN,
    encryptionKey: value.ENCRYPTION_KEY,
    encryptionKeyPrevious: value.ENCRYPTION_KEY_PREVIOUS,
    targetAllow: value.TARGET_ALLOW.map(addressRange),
    trustProxy: value.TRUST_PROXY,
    introspection: value.INTROSPECTION === "on",
    logLevel: value.LOG_LEVEL,
    defaultRateLimit: value.DEFAULT_RATE_LIMIT,
    executionRetentionDays: value.EXECUTION_RETENTION_DAYS,
  };
}
