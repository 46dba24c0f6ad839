import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { openDatabase } from "../database/open.js";
import { entities } from "../entities.js";
import { cookieOf, graphql } from "../testing/client.js";
import { until } from "../testing/receiver.js";
import { SETUP_TOKEN, testConfig } from "../testing/test-server.js";

const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const ENTRIES = 100_000;
/** The whole log is more than four times this as text, and far more as rows. */
const GROWTH_MAX = 12 * 1024 * 1024;

/** What the process really holds, garbage collected before, sent every 100 ms. */
const REPORT_MEMORY = `setInterval(() => {
  gc();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.(heapUsed + external);
}, 100).unref();`;

let folder: string;
let child: ChildProcess;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "postern-export-"));
});
afterAll(() => {
  child?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function start(database: string): Promise<string> {
  child = spawn(
    process.execPath,
    ["--expose-gc", "--import", `data:text/javascript,${encodeURIComponent(REPORT_MEMORY)}`, MAIN],
    {
      env: {
        PATH: process.env["PATH"],
        PORT: "0",
        DATA_DIR: folder,
        DATABASE_URL: database,
        SETUP_TOKEN,
      },
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    },
  );
  let said = "";
  for await (const text of child.stdout ?? []) {
    said += text;
    const url = /Open {5}(http:\S+)/.exec(said)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`The server did not start: ${said}`);
}

async function fill(database: string, organizationId: string): Promise<void> {
  const { database: location } = testConfig(database, folder);
  const opened = await openDatabase(location, entities);
  await opened.transaction((db) =>
    db.query(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO audit_entries (id, organization_id, at, actor_kind, actor_name, action, target_type,
         target_id, target_name, ip, changes)
       SELECT printf('audit_%026d', i), ?, printf('2025-01-01 %02d:%02d:00.000', i / 60000, i / 1000 % 60),
         'SYSTEM', 'Postern', 'apiKey.update', 'apiKey', printf('key_%026d', i), 'Key ' || i, '192.0.2.1',
         '{"description":{"old":null,"new":"' || printf('%0400d', i) || '"}}'
       FROM n`,
      [ENTRIES, organizationId],
    ),
  );
  await opened.close();
}

test("100,000 entries are downloaded whole and in order, while the server's memory stays flat", async () => {
  const database = `sqlite:${join(folder, "postern.db")}`;
  const url = await start(database);
  const held: number[] = [];
  child.on("message", (bytes) => void held.push(Number(bytes)));
  const reports = async (count: number) => {
    const enough = held.length + count;
    await until(() => held.length >= enough);
  };
  const setup = await graphql<{
    setup: { user: { memberships: { organization: { id: string } }[] } };
  }>(
    url,
    {},
    "mutation ($input: SetupInput!) { setup(input: $input) { user { memberships { organization { id } } } } }",
    {
      input: {
        token: SETUP_TOKEN,
        name: "Ada",
        email: "ada@example.com",
        password: "correct horse battery",
        organizationName: "Acme",
      },
    },
  );
  const organizationId = setup.data.setup.user.memberships[0]?.organization.id ?? "";
  await fill(database, organizationId);
  const download = (format: string) =>
    fetch(`${url}/api/v1/organizations/${organizationId}/audit-log.${format}?action=apiKey.update`, {
      headers: { cookie: cookieOf(setup.headers) ?? "" },
    });

  // What is loaded at the first download stays loaded; that is no growth with the number of entries.
  const warmUp = await download("ndjson");
  await warmUp.text();
  await reports(2);
  const before = held.at(-1) ?? 0;
  held.length = 0;

  for (const [format, idOf] of [
    ["ndjson", (line: string) => JSON.parse(line).id],
    ["csv", (line: string) => line.split(",", 1)[0]],
  ] as const) {
    const response = await download(format);
    // A client that takes nothing for a while does not make the server hold it all.
    await reports(3);
    let bytes = 0;
    let expected = ENTRIES;
    const wrong: string[] = [];
    const lines = createInterface({ input: Readable.fromWeb(response.body as never) });
    for await (const line of lines) {
      bytes += line.length;
      if (line.startsWith("id,")) continue;
      if (idOf(line) !== `audit_${String(expected--).padStart(26, "0")}`) wrong.push(line);
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(expected).toBe(0);
    expect(bytes).toBeGreaterThan(4 * GROWTH_MAX);
  }
  const most = Math.max(...held);
  process.stdout.write(
    `export of ${ENTRIES} entries: ${(before / 2 ** 20).toFixed(1)} MiB held before, at most ${(most / 2 ** 20).toFixed(1)} MiB meanwhile\n`,
  );
  expect(held.length).toBeGreaterThan(5);
  expect(most - before).toBeLessThan(GROWTH_MAX);
});
