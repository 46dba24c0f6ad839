import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { type Server, startServer } from "../server.js";
import { graphql } from "../testing/client.js";
import { emptyDatabase, testConfig } from "../testing/test-server.js";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let folder: string;
let server: Server | undefined;
beforeEach(async () => {
  database = await emptyDatabase();
  folder = mkdtempSync(join(tmpdir(), "postern-seed-"));
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await database.remove();
  rmSync(folder, { recursive: true, force: true });
});

const cli = (args: string[], input = "") =>
  spawnSync(process.execPath, [CLI, ...args], {
    encoding: "utf8",
    input,
    env: { PATH: process.env["PATH"], DATA_DIR: folder, DATABASE_URL: database.url },
  });

test("seeded keys are the same on every database, work, and are known to check-secret", async () => {
  const seeded = cli(["seed", "--organizations", "4", "--projects", "9", "--keys", "2500", "--usage"]);
  expect(seeded.stderr).toBe("2,500 of 2,500 keys\n");
  expect(seeded.status).toBe(0);
  const secrets = seeded.stdout.match(/pst_[ops]_\w{38}/g) ?? [];
  expect(secrets).toEqual([
    "pst_o_sSQdGiJV4Wc4tqPSD1S7SVFzQjRnAKqN0U9uSJ",
    "pst_p_mRZRa7rVcUAay691mbqC5Tv2Qbyns0Q803SK3Y",
    "pst_o_UnanKPLLhCY6AwlzPswsJlw2JxAtKMRN2hjk3N",
  ]);
  for (const secret of secrets) {
    const checked = cli(["check-secret"], secret);
    expect(checked).toMatchObject({ status: 0, stderr: "" });
    expect(checked.stdout).toMatch(/Status +ACTIVE\n/);
  }
  server = await startServer(testConfig(database.url, folder), pino({ level: "silent" }));
  const url = `http://127.0.0.1:${server.port}`;
  for (const key of secrets) {
    const { data, errors } = await graphql(url, { key }, "{ viewer { ... on ApiKey { status } } }");
    expect({ data, errors }).toEqual({ data: { viewer: { status: "ACTIVE" } }, errors: [] });
  }
  const [counts] = await server.runtime.database.read.query(
    `SELECT COUNT(*) AS total, COUNT(DISTINCT kind) AS kinds, COUNT(DISTINCT role) AS roles,
       COUNT(last_used_at) AS used, COUNT(expires_at) AS expiring FROM api_keys`,
  );
  expect(Number(counts.total)).toBe(2509);
  expect([Number(counts.kinds), Number(counts.roles)]).toEqual([3, 3]);
  expect(Number(counts.used)).toBeGreaterThan(1000);
  expect(Number(counts.expiring)).toBeGreaterThan(1000);
  const [calls] = await server.runtime.database.read.query(
    "SELECT COUNT(DISTINCT api_key_id) AS used, MAX(day) AS latest FROM api_key_usage_days",
  );
  expect(Number(calls.used)).toBeGreaterThan(500);
  expect(calls.latest <= new Date().toISOString().slice(0, 10)).toBe(true);
  // Days are those of the run: nothing lies in its future but expiries.
  const [late] = await server.runtime.database.read.query(
    "SELECT COUNT(*) AS count FROM api_keys WHERE created_at > ? OR last_used_at > ? OR revoked_at > ?",
    Array.from({ length: 3 }, () => new Date()),
  );
  expect(Number(late.count)).toBe(0);
});

test("an account made by the command line is an owner on every database, and its password can be reset", () => {
  const ada = ["--email", "ada@example.com", "--name", "Ada", "--organization", "Acme"];
  expect(cli(["create-admin", ...ada], "correct horse battery")).toMatchObject({ status: 0, stderr: "" });
  const again = cli(["create-admin", ...ada], "correct horse battery");
  expect(again.status).toBe(1);
  expect(again.stderr).toContain("There is an account with this address already.");
  const reset = cli(["reset-password", "--email", "ada@example.com"], "another long password");
  expect(reset).toMatchObject({ status: 0, stderr: "" });
});
