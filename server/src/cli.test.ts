import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { secretOf } from "./api-key/secret.js";
import { openDatabase } from "./database/open.js";
import { entities } from "./entities.js";
import { startServer } from "./server.js";
import { cookieOf, graphql } from "./testing/client.js";
import { testConfig } from "./testing/test-server.js";

const CLI = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postern-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command as a process of its own, with this text as its stdin. */
async function cli(args: string[], stdin = "", environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { PATH: process.env["PATH"], DATA_DIR: folder, ...environment },
  });
  const ended = { code: 0, stdout: "", stderr: "" };
  child.stdout.on("data", (text) => {
    ended.stdout += text;
  });
  child.stderr.on("data", (text) => {
    ended.stderr += text;
  });
  // A command that reads nothing may be over before this is written.
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  [ended.code] = await once(child, "close");
  return ended;
}
const database = () => `sqlite:${join(folder, "postern.db")}`;
const config = () => testConfig(database(), folder);
const silent = pino({ level: "silent" });

async function query<T>(sql: string): Promise<T[]> {
  const opened = await openDatabase(config().database, entities);
  try {
    return await opened.read.query(sql);
  } finally {
    await opened.close();
  }
}

const ada = ["--email", "Ada@Example.com", "--name", "Ada Lovelace", "--organization", "Acme"];
const PASSWORD = "correct horse battery";
const signIn = (url: string, password: string, email = "ada@example.com") =>
  graphql(url, {}, "mutation ($input: SignInInput!) { signIn(input: $input) { user { name } } }", {
    input: { email, password },
  });

/** A server on the same data, for as long as the work takes. */
async function serving(work: (url: string) => Promise<void>): Promise<void> {
  const server = await startServer(config(), silent);
  try {
    await work(`http://127.0.0.1:${server.port}`);
  } finally {
    await server.stop();
  }
}

const COMMANDS = [
  "migrate",
  "create-admin",
  "reset-password",
  "check-secret",
  "rotate-encryption-key",
  "seed",
];

test("the help names every command, and each command's help has an example", async () => {
  const { stdout, code } = await cli(["--help"]);
  expect(code).toBe(0);
  for (const command of COMMANDS) {
    expect(stdout).toContain(command);
    const help = await cli([command, "--help"]);
    expect(help.code).toBe(0);
    expect(help.stdout).toMatch(new RegExp(`Example:\n {2}.*pnpm cli ${command}`));
  }
});

test.each([
  ["no command", []],
  ["an unknown command", ["destroy"]],
  ["an unknown option", ["migrate", "--force"]],
  ["a password as an option", ["create-admin", ...ada, "--password", PASSWORD]],
  ["a missing option", ["create-admin", "--email", "ada@example.com"]],
  ["a number that is none", ["seed", "--keys", "many"]],
  ["a number too large", ["seed", "--organizations", "10001"]],
])("%s is wrong use: code 2, and nothing is made", async (_, args) => {
  const { code, stderr, stdout } = await cli(args);
  expect(code).toBe(2);
  expect(stderr).toMatch(/--help|Usage:/);
  expect(stderr + stdout).not.toMatch(/^ +at /m);
  expect(existsSync(join(folder, "postern.db"))).toBe(false);
});

test("migrate makes the database, and does nothing the second time", async () => {
  for (const _ of [1, 2]) {
    const { code, stdout, stderr } = await cli(["migrate"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`The schema is up to date: ${join(folder, "postern.db")}\n`);
  }
  expect(await query("SELECT name FROM users")).toEqual([]);
});

test("a wrong configuration is told in words, without a stack and without a password", async () => {
  const wrong = await cli(["migrate"], "", { DATABASE_URL: "oracle://postern:hunter2@db/x" });
  expect(wrong).toMatchObject({ code: 1, stdout: "" });
  expect(wrong.stderr).toContain("DATABASE_URL:");
  const away = await cli(["migrate"], "", { DATABASE_URL: "mariadb://postern:hunter2@127.0.0.1:9/postern" });
  expect(away).toMatchObject({ code: 1, stdout: "" });
  expect(away.stderr).toContain("Nothing answers there");
  expect(wrong.stderr + away.stderr).not.toMatch(/hunter2|^ +at /m);
});

test("create-admin makes an owner who can sign in, and the server counts as set up", async () => {
  const made = await cli(["create-admin", ...ada], `${PASSWORD}\n`);
  expect(made).toMatchObject({ code: 0, stderr: "" });
  expect(made.stdout).toMatch(/^Ada Lovelace <ada@example\.com> owns the new organization Acme \(org_/);
  expect(made.stdout).not.toContain(PASSWORD);
  await serving(async (url) => {
    const signedIn = await signIn(url, PASSWORD);
    const { data } = await graphql(
      url,
      { cookie: cookieOf(signedIn.headers) },
      "{ server { setupRequired } organizations { nodes { name slug viewerRole } } }",
    );
    expect(data).toEqual({
      server: { setupRequired: false },
      organizations: { nodes: [{ name: "Acme", slug: "acme", viewerRole: "OWNER" }] },
    });
  });
  const entries = await query<{ action: string; actor_name: string; ip: null }>(
    "SELECT action, actor_name, ip FROM audit_entries WHERE action <> 'session.create' ORDER BY id",
  );
  expect(entries).toEqual([
    { action: "user.create", actor_name: "Command line", ip: null },
    { action: "organization.create", actor_name: "Ada Lovelace", ip: null },
    { action: "member.add", actor_name: "Ada Lovelace", ip: null },
  ]);
});

test("create-admin works after set-up too, also for a name without a letter for a slug, but not twice", async () => {
  expect((await cli(["create-admin", ...ada], PASSWORD)).code).toBe(0);
  const other = ["--email", "eve@example.com", "--name", "Eve", "--organization", "株式会社"];
  expect((await cli(["create-admin", ...other], PASSWORD)).code).toBe(0);
  const again = await cli(["create-admin", ...ada], PASSWORD);
  expect(again).toMatchObject({ code: 1, stdout: "" });
  expect(again.stderr).toContain("There is an account with this address already.");
  const taken = ["--email", "bob@example.com", "--name", "Bob", "--organization", "ACME"];
  expect(await cli(["create-admin", ...taken], PASSWORD)).toMatchObject({ code: 1, stdout: "" });
  expect(await query("SELECT email FROM users ORDER BY email")).toEqual([
    { email: "ada@example.com" },
    { email: "eve@example.com" },
  ]);
});

test("what create-admin is given keeps the rules of every other way in; all faults are named, none repeated", async () => {
  const { code, stderr } = await cli(
    ["create-admin", "--email", "at-home", "--name", " ", "--organization", "x".repeat(101)],
    "too short",
  );
  expect(code).toBe(1);
  for (const option of ["--email:", "--name:", "--organization:", "password:"])
    expect(stderr).toContain(option);
  expect(stderr).not.toMatch(/too short|at-home|xxx|^ +at /m);
  expect(await query("SELECT id FROM users")).toEqual([]);
});

test("reset-password changes it and ends the sessions of that user alone", async () => {
  await cli(["create-admin", ...ada], PASSWORD);
  const eve = ["--email", "eve@example.com", "--name", "Eve", "--organization", "Globex"];
  await cli(["create-admin", ...eve], PASSWORD);
  await serving(async (url) => {
    const viewer = async (cookie: string | undefined) =>
      (await graphql<{ viewer: object | null }>(url, { cookie }, "{ viewer { __typename } }")).data.viewer;
    const mine = cookieOf((await signIn(url, PASSWORD)).headers);
    const others = cookieOf((await signIn(url, PASSWORD, "eve@example.com")).headers);
    expect(await viewer(mine)).not.toBeNull();
    // While the server runs: what holds at its next request is what the database says.
    const reset = await cli(["reset-password", "--email", " ADA@example.com"], "another long password\r\n");
    expect(reset).toEqual({
      code: 0,
      stderr: "",
      stdout: "The password of ada@example.com is changed; sessions ended: 1.\n",
    });
    expect(await viewer(mine)).toBeNull();
    expect(await viewer(others)).not.toBeNull();
    expect((await signIn(url, PASSWORD)).code).toBe("UNAUTHENTICATED");
    expect((await signIn(url, "another long password")).errors).toEqual([]);
  });
});

test("reset-password refuses an unknown address, a bad password, and a database that is not there", async () => {
  const none = await cli(["reset-password", "--email", "ada@example.com"], PASSWORD);
  expect(none).toMatchObject({ code: 1, stdout: "" });
  expect(none.stderr).toMatch(/There is no database at /);
  expect(existsSync(join(folder, "postern.db"))).toBe(false);
  await cli(["create-admin", ...ada], PASSWORD);
  const unknown = await cli(["reset-password", "--email", "bob@example.com"], PASSWORD);
  expect(unknown).toEqual({ code: 1, stdout: "", stderr: "There is no account with this address.\n" });
  const short = await cli(["reset-password", "--email", "ada@example.com"], "short");
  expect(short).toMatchObject({ code: 1, stdout: "" });
  await serving(async (url) => expect((await signIn(url, PASSWORD)).errors).toEqual([]));
});

const secretsIn = (text: string): string[] => text.match(/pst_[ops]_\w{38}/g) ?? [];

test("seed fills an empty database with keys that work, the same ones each time, and never a second time unasked", async () => {
  const numbers = ["--organizations", "3", "--projects", "7", "--keys", "500"];
  const made = await cli(["seed", ...numbers]);
  expect(made.code).toBe(0);
  expect(made.stdout).toContain("Made 3 organizations, 7 projects and 500 keys");
  const secrets = secretsIn(made.stdout);
  expect(secrets).toHaveLength(3);
  const counts = (
    await query<Record<string, number>>(
      `SELECT (SELECT COUNT(*) FROM organizations) AS organizations, (SELECT COUNT(*) FROM projects) AS projects,
       (SELECT COUNT(*) FROM api_keys WHERE kind = 'SYSTEM') AS automators,
       (SELECT COUNT(*) FROM api_keys WHERE kind <> 'SYSTEM') AS keys,
       (SELECT COUNT(*) FROM api_key_secrets) AS secrets,
       (SELECT COUNT(DISTINCT role) FROM api_keys) AS roles, (SELECT COUNT(DISTINCT kind) FROM api_keys) AS kinds,
       (SELECT COUNT(DISTINCT expiry_policy) FROM api_keys) AS policies,
       (SELECT COUNT(*) FROM api_keys WHERE last_used_at < created_at) AS impossible`,
    )
  )[0];
  expect(counts).toEqual({
    organizations: 3,
    projects: 7,
    automators: 7,
    keys: 500,
    secrets: 500,
    roles: 3,
    kinds: 3,
    policies: 7,
    impossible: 0,
  });
  await serving(async (url) => {
    for (const key of secrets) {
      const { data, errors } = await graphql(url, { key }, "{ viewer { ... on ApiKey { status } } }");
      expect(errors).toEqual([]);
      expect(data).toEqual({ viewer: { status: "ACTIVE" } });
    }
  });
  const refused = await cli(["seed", ...numbers]);
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  expect(refused.stderr).toContain("--add");

  const added = await cli(["seed", ...numbers, "--add"]);
  expect(added.code).toBe(0);
  expect(secretsIn(added.stdout).filter((secret) => secrets.includes(secret))).toEqual([]);
  expect(await query("SELECT COUNT(*) AS count FROM organizations")).toEqual([{ count: 6 }]);

  const elsewhere = join(folder, "elsewhere");
  const again = await cli(["seed", ...numbers], "", { DATA_DIR: elsewhere });
  expect(secretsIn(again.stdout)).toEqual(secrets);
  // Nobody signs in as a made-up person until somebody with a shell gives that one a password.
  await cli(["reset-password", "--email", "owner@seed.example"], PASSWORD);
  await serving(async (url) =>
    expect((await signIn(url, PASSWORD, "owner@seed.example")).errors).toEqual([]),
  );
});

test("seed refuses what cannot be, and a database in which somebody lives", async () => {
  const impossible = await cli(["seed", "--organizations", "5", "--projects", "4"]);
  expect(impossible).toMatchObject({ code: 1, stdout: "" });
  await cli(["create-admin", ...ada], PASSWORD);
  expect(await cli(["seed"])).toMatchObject({ code: 1, stdout: "" });
  expect(await query("SELECT COUNT(*) AS count FROM api_keys")).toEqual([{ count: 0 }]);
});

test("check-secret tells a whole key from a mistyped one without any database", async () => {
  const whole = secretOf("ORGANIZATION", "0".repeat(32));
  const form = await cli(["check-secret", "--offline"], whole);
  expect(form).toEqual({ code: 0, stderr: "", stdout: "The checksum of pst_o_0000… holds.\n" });
  for (const [text, why] of [
    [`pst_o_${"0".repeat(38)}`, "The checksum does not hold"],
    ["hunter2", "This is no API key"],
    ["", "This is no API key"],
  ] as const) {
    const { code, stdout, stderr } = await cli(["check-secret"], text);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toContain(why);
    if (text !== "") expect(stdout).not.toContain(text);
  }
  expect(existsSync(join(folder, "postern.db"))).toBe(false);
});

test("check-secret says whose a key is and whether it works, and counts as no call", async () => {
  const made = await cli(["seed", "--keys", "3"]);
  const secret = secretsIn(made.stdout)[1] ?? "";
  const check = () => cli(["check-secret"], `${secret}\n`);
  const works = await check();
  expect(works).toMatchObject({ code: 0, stderr: "" });
  expect(works.stdout).toMatch(
    /The checksum of pst_p_\w{4}… holds\.\nKey +CI 2 \(key_\w+\)\nKind +SERVICE, VIEWER\nOrganization .+\(org_\w+\)\nProject +.+\(proj_\w+\)\nStatus +ACTIVE\n/,
  );
  expect(works.stdout).toMatch(/It works\.\n$/);
  const opened = await openDatabase(config().database, entities);
  const states: [string, string, RegExp][] = [
    ["enabled = 0", "enabled = 1", /Status +DISABLED/],
    ["expires_at = '2025-01-01 00:00:00.000'", "expires_at = NULL", /Status +EXPIRED/],
    ["deleted_at = '2025-01-01 00:00:00.000'", "deleted_at = NULL", /Status +DELETED/],
    ["revoked_at = '2025-01-01 00:00:00.000'", "revoked_at = NULL", /Status +REVOKED/],
  ];
  for (const [change, back, status] of states) {
    await opened.transaction((db) => db.query(`UPDATE api_keys SET ${change}`));
    const { code, stdout } = await check();
    expect(code).toBe(1);
    expect(stdout).toMatch(status);
    expect(stdout).toMatch(/It does not work\.\n$/);
    await opened.transaction((db) => db.query(`UPDATE api_keys SET ${back}`));
  }
  await opened.transaction((db) =>
    db.query("UPDATE api_key_secrets SET ended_at = '2025-01-01 00:00:00.000'"),
  );
  expect((await check()).stdout).toMatch(/Secret +ended 2025-01-01T00:00:00\.000Z: the key was rotated/);
  expect(await opened.read.query("SELECT * FROM api_key_usage_days")).toEqual([]);
  expect(await opened.read.query("SELECT * FROM api_key_denials")).toEqual([]);
  await opened.transaction((db) => db.query("DELETE FROM api_key_secrets"));
  const unknown = await check();
  expect(unknown).toMatchObject({ code: 1, stderr: "" });
  expect(unknown.stdout).toContain("No key of this database has it.");
  await opened.close();
  expect(works.stdout + unknown.stdout).not.toContain(secret);
});

test("the command line is documented with every command", () => {
  const manual = readFileSync(fileURLToPath(new URL("../../docs/operating.md", import.meta.url)), "utf8");
  for (const command of COMMANDS) expect(manual).toContain(`pnpm cli ${command}`);
});
