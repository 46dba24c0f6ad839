import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readConfig } from "./config.js";
import { database, placeOf } from "./config-values.js";
import { StartError } from "./errors.js";

/** The message of the StartError; fails when the configuration was taken. */
function faultsOf(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    return (error as StartError).message;
  }
  throw new Error("The configuration was taken.");
}

/** The lines of the message, one for each fault, without the first. */
const faultLines = (environment: NodeJS.ProcessEnv) => faultsOf(environment).split("\n").slice(1);

const DEFAULTS = {
  host: "127.0.0.1",
  port: 4000,
  publicUrl: "http://localhost:4000",
  dataDir: resolve("data"),
  database: { dialect: "sqlite", path: resolve("data/postern.db") },
  setupToken: null,
  encryptionKey: null,
  encryptionKeyPrevious: [],
  targetAllow: [],
  trustProxy: [],
  introspection: true,
  logLevel: "info",
  redisUrl: null,
  role: "all",
  metricsPort: null,
  defaultRateLimit: 600,
  executionRetentionDays: 90,
};

test("everything has a default", () => {
  expect(readConfig({})).toEqual(DEFAULTS);
});

const VARIABLES = [
  "HOST",
  "PORT",
  "PUBLIC_URL",
  "DATA_DIR",
  "DATABASE_URL",
  "SETUP_TOKEN",
  "ENCRYPTION_KEY",
  "ENCRYPTION_KEY_PREVIOUS",
  "TARGET_ALLOW",
  "TRUST_PROXY",
  "INTROSPECTION",
  "LOG_LEVEL",
  "REDIS_URL",
  "ROLE",
  "METRICS_PORT",
  "DEFAULT_RATE_LIMIT",
  "EXECUTION_RETENTION_DAYS",
];

test.each(VARIABLES)("%s counts as not set when it is empty or blank", (name) => {
  expect(readConfig({ [name]: "" })).toEqual(DEFAULTS);
  expect(readConfig({ [name]: " \t " })).toEqual(DEFAULTS);
});

test.each(VARIABLES)("%s is documented", (name) => {
  const manual = readFileSync(fileURLToPath(new URL("../../docs/operating.md", import.meta.url)), "utf8");
  const names = manual.split("\n").flatMap((line) => (line.startsWith("| `") ? [line.split("|")[1]] : []));
  expect(names.join()).toContain(`\`${name}\``);
});

test("other variables of the environment do not matter", () => {
  expect(readConfig({ PATH: "/bin", port: "x", POSTERN: "y" })).toEqual(DEFAULTS);
});

const KEY = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));

const TAKEN: [name: string, text: string, setting: object][] = [
  ["HOST", "0.0.0.0", { host: "0.0.0.0" }],
  ["HOST", " :: ", { host: "::" }],
  ["PORT", "0", { port: 0 }],
  ["PORT", "65535", { port: 65535 }],
  ["PORT", " 8080 ", { port: 8080, publicUrl: "http://localhost:8080" }],
  ["PUBLIC_URL", "https://postern.example.com", { publicUrl: "https://postern.example.com" }],
  ["PUBLIC_URL", "https://postern.example.com/", { publicUrl: "https://postern.example.com" }],
  ["PUBLIC_URL", "HTTPS://Postern.Example.com:443", { publicUrl: "https://postern.example.com" }],
  ["PUBLIC_URL", "http://10.0.0.1:4000", { publicUrl: "http://10.0.0.1:4000" }],
  ["DATA_DIR", "elsewhere", { dataDir: resolve("elsewhere") }],
  ["DATA_DIR", "/srv/postern", { database: { dialect: "sqlite", path: "/srv/postern/postern.db" } }],
  ["DATABASE_URL", "sqlite:some/file.db", { database: { dialect: "sqlite", path: resolve("some/file.db") } }],
  ["DATABASE_URL", "sqlite:/srv/file.db", { database: { dialect: "sqlite", path: "/srv/file.db" } }],
  ["DATABASE_URL", "sqlite:///srv/file.db", { database: { dialect: "sqlite", path: "/srv/file.db" } }],
  ["DATABASE_URL", "SQLite:file.db", { database: { dialect: "sqlite", path: resolve("file.db") } }],
  ["DATABASE_URL", "mysql://u:p@h/d", { database: { dialect: "mysql", url: "mysql://u:p@h/d" } }],
  ["DATABASE_URL", "mariadb://u:p@h:33/d", { database: { dialect: "mariadb", url: "mariadb://u:p@h:33/d" } }],
  ["SETUP_TOKEN", "0123456789abcdef", { setupToken: "0123456789abcdef" }],
  ["ENCRYPTION_KEY", KEY.toString("base64"), { encryptionKey: KEY }],
  ["ENCRYPTION_KEY", KEY.toString("base64url"), { encryptionKey: KEY }],
  ["TRUST_PROXY", "10.0.0.0/8, ::1", { trustProxy: ["10.0.0.0/8", "::1"] }],
  ["EXECUTION_RETENTION_DAYS", "1", { executionRetentionDays: 1 }],
  ["EXECUTION_RETENTION_DAYS", "3650", { executionRetentionDays: 3650 }],
  ["EXECUTION_RETENTION_DAYS", "forever", { executionRetentionDays: null }],
  ["ROLE", "all", { role: "all" }],
  ["METRICS_PORT", "9464", { metricsPort: 9464 }],
  ["INTROSPECTION", "on", { introspection: true }],
  ["INTROSPECTION", "off", { introspection: false }],
  ...["fatal", "error", "warn", "info", "debug", "trace", "silent"].map((level): [string, string, object] => [
    "LOG_LEVEL",
    level,
    { logLevel: level },
  ]),
];

test.each(TAKEN)("%s takes %j", (name, text, setting) => {
  expect(readConfig({ [name]: text })).toMatchObject(setting);
});

test.each(["api", "worker"])("ROLE takes %j with a database of many processes", (role) => {
  expect(readConfig({ ROLE: role, DATABASE_URL: "mariadb://u:p@h/d" })).toMatchObject({ role });
});

const RANGES: [text: string, ranges: [address: string, bits: number][]][] = [
  ["10.0.0.0/8", [["10.0.0.0", 8]]],
  ["127.0.0.1", [["127.0.0.1", 32]]],
  ["0.0.0.0/0", [["0.0.0.0", 0]]],
  ["fd00::/8", [["fd00::", 8]]],
  ["::1", [["::1", 128]]],
  [
    " 10.0.0.0/8 ,, fd00::/8,192.168.1.7, ",
    [
      ["10.0.0.0", 8],
      ["fd00::", 8],
      ["192.168.1.7", 32],
    ],
  ],
];

test.each(RANGES)("TARGET_ALLOW takes %j", (text, ranges) => {
  const read = readConfig({ TARGET_ALLOW: text }).targetAllow;
  expect(read.map(([address, bits]) => [address.toString(), bits])).toEqual(ranges);
});

const REFUSED: [name: string, text: string, says: RegExp][] = [
  ["PORT", "-1", /found "-1"; give a port number from 0 to 65535/],
  ["PORT", "65536", /found "65536"/],
  ["PORT", "4000.5", /found "4000.5"/],
  ["PORT", "4e3", /found "4e3"/],
  ["PORT", "0x50", /found "0x50"/],
  ["PORT", "http", /found "http"/],
  ["PUBLIC_URL", "https://example.com/postern", /found "https:\/\/example.com\/postern"; .* without a path/],
  ["PUBLIC_URL", "https://example.com/?a", /without a path/],
  ["PUBLIC_URL", "https://example.com/#a", /without a path/],
  ["PUBLIC_URL", "example.com", /give the origin/],
  ["PUBLIC_URL", "ftp://example.com", /give the origin/],
  ["PUBLIC_URL", "https://ada@example.com", /give the origin/],
  ["PUBLIC_URL", "https://ada:hunter2hunter2@example.com", /give the origin/],
  ["DATABASE_URL", "postgres://u:p@h/d", /the scheme "postgres" is unknown; give sqlite:PATH, mysql:\/\//],
  ["DATABASE_URL", "data/postern.db", /no scheme was found; give sqlite:PATH/],
  ["DATABASE_URL", "sqlite:", /names no file/],
  ["DATABASE_URL", "mariadb://u:p@h", /the address is incomplete; give mariadb:\/\//],
  ["DATABASE_URL", "mariadb://u:p@h/", /the address is incomplete; give mariadb:\/\//],
  ["DATABASE_URL", "mariadb:///d", /the address is incomplete/],
  ["DATABASE_URL", "mysql://u:p@h:port/d", /the address is incomplete; give mysql:\/\//],
  ["DATABASE_URL", "mysql:u:p@h/d", /the address is incomplete/],
  // It would not be encrypted.
  ["DATABASE_URL", "mysql://u:p@h/d?ssl=true", /goes on behind "\?" or "#"; leave that out/],
  ["DATABASE_URL", "mysql://u:100%sure@h/d", /write %25/],
  ["DATABASE_URL", "mysql://u:%ff@h/d", /write %25/],
  ["SETUP_TOKEN", "0123456789abcde", /at least 16 characters/],
  ["ENCRYPTION_KEY", Buffer.alloc(31, 7).toString("base64"), /not 32 bytes of base64/],
  ["ENCRYPTION_KEY", Buffer.alloc(33, 7).toString("base64"), /not 32 bytes of base64/],
  ["ENCRYPTION_KEY", Buffer.alloc(32, 7).toString("hex"), /not 32 bytes of base64/],
  ["ENCRYPTION_KEY", `${"A".repeat(20)} ${"A".repeat(23)}=`, /not 32 bytes of base64/],
  ["TARGET_ALLOW", "10.0.0.0/33", /found "10.0.0.0\/33"; give addresses or CIDR ranges/],
  ["TARGET_ALLOW", "fd00::/129", /found "fd00::\/129"/],
  ["TARGET_ALLOW", "10.0.0.0/8,intranet,300.1.1.1", /found "intranet, 300.1.1.1"/],
  ["TRUST_PROXY", "loopback", /found "loopback"/],
  ["TRUST_PROXY", "10.0.0.1-10.0.0.9", /found "10.0.0.1-10.0.0.9"/],
  ["TRUST_PROXY", "true", /found "true"/],
  // Fastify does not start with it, and everybody could claim any address.
  ["TRUST_PROXY", "0.0.0.0/0", /found "0.0.0.0\/0"/],
  ["INTROSPECTION", "true", /found "true"; give one of on, off/],
  ["REDIS_URL", "http://redis.example.com", /give redis:/],
  ["REDIS_URL", "redis://", /give redis:/],
  ["REDIS_URL", "redis://redis.example.com/abc", /NUMBER is that of a database/],
  ["REDIS_URL", "redis://redis.example.com/-1", /NUMBER is that of a database/],
  ["REDIS_URL", "redis://redis.example.com/1/2", /NUMBER is that of a database/],
  ["REDIS_URL", "redis://redis.example.com?db=3", /goes on behind "\?" or "#"; leave that out/],
  ["REDIS_URL", "redis://redis.example.com/3?keyPrefix=postern&family=6", /goes on behind/],
  ["REDIS_URL", "redis://redis.example.com/#3", /goes on behind/],
  ["REDIS_URL", "redis://:100%sure@redis.example.com", /write %25/],
  ["ROLE", "both", /found "both"; give one of all, api, worker/],
  // One process on one file.
  ["ROLE", "worker", /an SQLite file serves one process/],
  ["ROLE", "api", /Give a DATABASE_URL of MySQL or MariaDB/],
  ["METRICS_PORT", "4000", /which is PORT too/],
  ["METRICS_PORT", "metrics", /give a port number/],
  ["DEFAULT_RATE_LIMIT", "0", /found "0"; give calls per minute, 1 to 1000000/],
  ["DEFAULT_RATE_LIMIT", "many", /give calls per minute/],
  ["EXECUTION_RETENTION_DAYS", "0", /found "0"; give days, 1 to 3650, or the word forever/],
  ["EXECUTION_RETENTION_DAYS", "3651", /give days, 1 to 3650/],
  ["EXECUTION_RETENTION_DAYS", "90d", /found "90d"/],
  ["LOG_LEVEL", "verbose", /found "verbose"; give one of fatal, error, warn, info, debug, trace, silent/],
];

test.each(REFUSED)("%s refuses %j, by its name and with what would be right", (name, text, says) => {
  const lines = faultLines({ [name]: text });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(new RegExp(`^  ${name}: `));
  expect(lines[0]).toMatch(says);
});

test("ENCRYPTION_KEY_PREVIOUS takes several keys, and none without ENCRYPTION_KEY", () => {
  const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const ENCRYPTION_KEY = KEY.toString("base64");
  const ENCRYPTION_KEY_PREVIOUS = `${first.toString("base64")}, ${second.toString("base64url")}`;
  expect(readConfig({ ENCRYPTION_KEY, ENCRYPTION_KEY_PREVIOUS })).toMatchObject({
    encryptionKey: KEY,
    encryptionKeyPrevious: [first, second],
  });
  expect(faultLines({ ENCRYPTION_KEY_PREVIOUS })).toEqual([
    expect.stringMatching(/^ {2}ENCRYPTION_KEY_PREVIOUS: .*set that one too/),
  ]);
  expect(faultLines({ ENCRYPTION_KEY, ENCRYPTION_KEY_PREVIOUS: `${ENCRYPTION_KEY},short` })).toEqual([
    expect.stringMatching(/^ {2}ENCRYPTION_KEY_PREVIOUS: it is not 32 bytes of base64/),
  ]);
});

test("all faults are named at once", () => {
  const environment = {
    PORT: "x",
    PUBLIC_URL: "x",
    DATABASE_URL: "x:y",
    SETUP_TOKEN: "x",
    ENCRYPTION_KEY: "x",
    TARGET_ALLOW: "x",
    TRUST_PROXY: "x",
    INTROSPECTION: "x",
    LOG_LEVEL: "x",
  };
  const named = faultLines(environment).map((line) => line.trim().split(":")[0]);
  expect(named.sort()).toEqual(Object.keys(environment).sort());
});

const SECRET = "hunter2hunter2";
const WITH_SECRETS: [what: string, environment: NodeJS.ProcessEnv][] = [
  [
    "the password in a DATABASE_URL without a database",
    { DATABASE_URL: `mariadb://ada:${SECRET}@db.example` },
  ],
  ["the password in a DATABASE_URL without a host", { DATABASE_URL: `mysql://ada:${SECRET}@/postern` }],
  [
    "the password in a DATABASE_URL with a wrong port",
    { DATABASE_URL: `mysql://ada:${SECRET}@db:x/postern` },
  ],
  [
    "the password in a DATABASE_URL of another scheme",
    { DATABASE_URL: `postgres://ada:${SECRET}@db/postern` },
  ],
  ["the password in a DATABASE_URL without slashes", { DATABASE_URL: `mysql:ada:${SECRET}@db/postern` }],
  ["the password in a DATABASE_URL without a scheme", { DATABASE_URL: `ada:${SECRET}@db/postern` }],
  ["the password in a DATABASE_URL that is no URL", { DATABASE_URL: `${SECRET} at db` }],
  ["the password in a PUBLIC_URL", { PUBLIC_URL: `https://ada:${SECRET}@postern.example.com` }],
  ["the password in a PUBLIC_URL without a scheme", { PUBLIC_URL: `ada:${SECRET}@postern.example.com` }],
  ["a SETUP_TOKEN that is too short", { SETUP_TOKEN: SECRET }],
  ["an ENCRYPTION_KEY that is too short", { ENCRYPTION_KEY: SECRET }],
  ["an ENCRYPTION_KEY that is too long", { ENCRYPTION_KEY: SECRET.repeat(9) }],
];

test.each(WITH_SECRETS)("%s is not repeated", (_, environment) => {
  expect(faultsOf(environment)).not.toContain(SECRET);
});

test("what is right is not repeated either, when something else is wrong", () => {
  const message = faultsOf({
    PORT: "x",
    DATABASE_URL: `mysql://ada:${SECRET}@db/postern`,
    SETUP_TOKEN: `${SECRET}-token`,
    ENCRYPTION_KEY: KEY.toString("base64"),
  });
  expect(message).not.toContain(SECRET);
  expect(message).not.toContain(KEY.toString("base64").slice(0, 12));
});

test.each([
  ["sqlite:/srv/postern.db", "/srv/postern.db"],
  ["mariadb://ada:hunter2@127.0.0.1:4790/postern", "mariadb at 127.0.0.1:4790/postern"],
  ["mysql://ada:hunter2@db/other", "mysql at db/other"],
])("%s is told to an operator as %s", (value, words) => {
  expect(placeOf(database(value))).toBe(words);
});
