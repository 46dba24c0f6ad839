import { resolve } from "node:path";
import { RATE_LIMIT_MAX } from "@postern/shared";
import ipaddr from "ipaddr.js";

// How the text of a variable becomes a value. What is wrong is thrown as an error whose message says what was
// found, unless that may be a secret, and what would be right.

/** Where the data lives. `url` is absent for SQLite and never logged: it may hold a password. */
export type DatabaseLocation =
  | { dialect: "sqlite"; path: string }
  | { dialect: "mysql" | "mariadb"; url: string };

/** The same in words for an operator, without its password. */
export function placeOf(location: DatabaseLocation): string {
  if (location.dialect === "sqlite") return location.path;
  const { host, pathname } = new URL(location.url);
  return `${location.dialect} at ${host}${pathname}`;
}

/** A range of addresses, as ipaddr.js takes it. */
export type AddressRange = [ipaddr.IPv4 | ipaddr.IPv6, number];

const RETENTION_MAX_DAYS = 3650;

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const fault = (message: string): never => {
  throw new Error(message);
};

/** What stands there, short enough to read; never called with what may be a secret. */
export const found = (value: string): string => `found ${JSON.stringify(value.slice(0, 80))}`;

export function port(value: string): number {
  const number = Number(value);
  return /^\d{1,5}$/.test(value) && number <= 65535
    ? number
    : fault(`${found(value)}; give a port number from 0 to 65535 (0: any free port).`);
}

export function publicUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash;
  return plain && !url.username && !url.password
    ? url.origin
    : fault(
        `${found(value.replace(/^(.*\/\/)?.*@/, "$1…@"))}; give the origin users open, such as https://postern.example.com, without a path.`,
      );
}

export function database(value: string): DatabaseLocation {
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
      `${what}; give sqlite:PATH, mysql://USER:PASSWORD@HOST/DATABASE or mariadb://… (default: postern.db in DATA_DIR).`,
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

export function ranges(value: string): string[] {
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
export function proxyRanges(value: string): string[] {
  const parts = ranges(value);
  const wide = parts.filter((part) => part.endsWith("/0"));
  return wide.length > 0 ? fault(`${found(wide.join(", "))}; name the proxies, not every address.`) : parts;
}

export function addressRange(text: string): AddressRange {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  const address = ipaddr.parse(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

export function encryptionKey(value: string): Buffer {
  const key = Buffer.from(value, "base64");
  return key.length === 32 && /^[A-Za-z0-9+/_=-]+$/.test(value)
    ? key
    : fault("it is not 32 bytes of base64; make one with: openssl rand -base64 32");
}

export const encryptionKeys = (value: string): Buffer[] =>
  value.split(",").map((key) => encryptionKey(key.trim()));

export const oneOf =
  <const T extends readonly string[]>(values: T) =>
  (value: string): T[number] =>
    values.includes(value) ? value : fault(`${found(value)}; give one of ${values.join(", ")}.`);

export function redisUrl(value: string): string {
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

export const rateLimit = (value: string): number =>
  /^\d{1,7}$/.test(value) && Number(value) >= 1 && Number(value) <= RATE_LIMIT_MAX
    ? Number(value)
    : fault(`${found(value)}; give calls per minute, 1 to ${RATE_LIMIT_MAX}.`);

export const retentionDays = (value: string): number | null => {
  if (value === "forever") return null;
  return /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= RETENTION_MAX_DAYS
    ? Number(value)
    : fault(`${found(value)}; give days, 1 to ${RETENTION_MAX_DAYS}, or the word forever.`);
};

export const setupToken = (value: string): string =>
  value.length >= 16 ? value : fault("it is too short to be safe; give at least 16 characters.");
