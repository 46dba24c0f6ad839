import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, PoolConnection } from "mysql2";
import { createConnection } from "mysql2/promise";
import { pino } from "pino";
import { Execution } from "../execution/execution.entity.js";
import { startServer } from "../server.js";
import { type Answer, graphql } from "../testing/client.js";
import { type MariaDbServer, startMariaDbServer } from "../testing/mariadb-server.js";
import { until } from "../testing/receiver.js";
import { startStopwatch } from "../testing/stopwatch.js";
import { run, type TestServer, testConfig } from "../testing/test-server.js";
import { type World, world } from "../testing/world.js";
import { isUnavailable } from "./failures.js";
import { impatientDriver } from "./mysql-driver.js";
import { durabilityRisk } from "./open-mysql.js";
import { ServerFact } from "./server-fact.entity.js";

declare const TEST_DATABASE: "sqlite" | "mariadb";

let folder: string;
let server: TestServer;
let acme: World;
let logged: string[];

/** A server on that database in this process, and a world in it. */
async function serve(databaseUrl: string): Promise<void> {
  logged = [];
  const log = pino({ level: "warn" }, { write: (line: string) => void logged.push(line) });
  const started = await startServer(testConfig(databaseUrl, folder), log, { stopWithinMs: 100 });
  const url = `http://127.0.0.1:${started.port}`;
  server = { ...started, url, logged, now: () => new Date() } as TestServer;
  acme = await world(server);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postern-faults-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Timed extends Answer<{ triggerWorkflow: { execution: { id: string } } | null }> {
  ms: number;
}

async function trigger(input: unknown = null): Promise<Timed> {
  const stopwatch = startStopwatch();
  const answer = await graphql<Timed["data"] & object>(
    server.url,
    acme.owner,
    "mutation ($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { execution { id } } }",
    { input: { workflowId: acme.workflow.id, input } },
  );
  return { ...answer, ms: stopwatch() };
}
const many = (count: number, input?: unknown) =>
  Promise.all(Array.from({ length: count }, () => trigger(input)));
const acknowledged = (answers: Timed[]): string[] =>
  answers
    .filter(({ errors }) => errors.length === 0)
    .map(({ data }) => data.triggerWorkflow?.execution.id ?? "");
const readiness = async () => (await fetch(`${server.url}/health/ready`)).status;

async function expectAllThere(ids: string[]): Promise<void> {
  expect(ids.length).toBeGreaterThan(0);
  const rows = await server.runtime.database.read.find(Execution, { select: { id: true } });
  const there = new Set(rows.map(({ id }) => id));
  expect(ids.filter((id) => !there.has(id))).toEqual([]);
}

/** Each refused in words, in time, and none of them as a success. */
function expectRefused(answers: Timed[]): void {
  expect([...new Set(answers.map(({ code }) => code))]).toEqual(["SERVICE_UNAVAILABLE"]);
  expect(answers.filter(({ data }) => data?.triggerWorkflow)).toEqual([]);
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(5000);
}

if (TEST_DATABASE === "mariadb") {
  let maria: MariaDbServer;
  const signal = (name: NodeJS.Signals) => process.kill(maria.pid ?? 0, name);
  beforeEach(async () => {
    maria = await startMariaDbServer({ flushLogAtCommit: 2 });
    await run(maria.url(), "CREATE DATABASE postern");
    await serve(maria.url("postern"));
  });
  afterEach(async () => {
    if (maria.pid) signal("SIGCONT");
    await server?.stop();
    await maria.stop();
  });

  test("a frozen database: more calls than connections are refused in time, again and again, and it goes on without a restart", async () => {
    const before = acknowledged(await many(20));
    expect(before).toHaveLength(20);
    await maria.freeze();
    const [first, ready] = await Promise.all([many(30), readiness()]);
    expectRefused(first);
    expect(ready).toBe(503);
    // No connection is left by now: these wait for new ones.
    expectRefused(await many(30));
    signal("SIGCONT");
    await until(async () => (await readiness()) === 200);
    const after = await many(20);
    expect(after.flatMap(({ errors }) => errors)).toEqual([]);
    await expectAllThere([...before, ...acknowledged(after)]);
  });

  test("a commit without an answer is no success, is not tried again, and spoils no connection", async () => {
    const { database } = server.runtime;
    let runs = 0;
    const committing = database.transaction(async (db) => {
      runs++;
      await db.insert(ServerFact, { name: "frozen" as never, value: "at the commit" });
      await maria.freeze();
    });
    const error = await committing.catch((error: unknown) => error);
    expect(isUnavailable(error)).toBe(true);
    signal("SIGCONT");
    await until(async () => (await readiness()) === 200);
    expect(runs).toBe(1);
    const numbers = Array.from({ length: 50 }, (_, n) => n);
    const answers = await Promise.all(numbers.map((n) => database.read.query("SELECT ? AS n", [n])));
    expect(answers.map(([row]) => Number(row.n))).toEqual(numbers);
    const inTransactions = numbers.map((n) =>
      database.transaction(async (db) => Number((await db.query("SELECT ? AS n", [n]))[0].n)),
    );
    expect(await Promise.all(inTransactions)).toEqual(numbers);
  });

  test("a killed database: calls are refused meanwhile, what was acknowledged is there, and it goes on without a restart", async () => {
    const answers = [...(await many(20))];
    let killed = false;
    const load = (async () => {
      while (!killed || answers.at(-1)?.code === "") answers.push(...(await many(5)));
    })();
    await sleep(100);
    signal("SIGKILL");
    await until(() => maria.pid === undefined);
    killed = true;
    await load;
    expectRefused(await many(10));
    expect(await readiness()).toBe(503);
    expect(answers.filter(({ code }) => !["", "SERVICE_UNAVAILABLE"].includes(code))).toEqual([]);
    await maria.restart();
    await until(async () => (await readiness()) === 200);
    const after = await many(10);
    expect(after.map(({ code }) => code)).toEqual(after.map(() => ""));
    await expectAllThere([...acknowledged(answers), ...acknowledged(after)]);
  });

  test.each([
    ["for a moment is waited for", ""],
    ["for long is no reason to wait that long", "SERVICE_UNAVAILABLE"],
  ])("a row that somebody else locks %s", async (_, code) => {
    const other = await createConnection(maria.url("postern").replace(/^mariadb:/, "mysql:"));
    await other.query("START TRANSACTION");
    await other.query("SELECT id FROM projects WHERE id = ? FOR UPDATE", [acme.project.id]);
    const stopwatch = startStopwatch();
    const renaming = graphql(
      server.url,
      acme.owner,
      "mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { name } }",
      { input: { id: acme.project.id, name: "Renamed" } },
    );
    if (code === "") {
      await until(async () => {
        // The tables of information_schema stand still while they are asked more than ten times a second.
        const [waiting] = await other.query("SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'");
        return Number((waiting as { Value: string }[])[0]?.Value) > 0;
      });
    } else await renaming;
    await other.query("COMMIT");
    expect((await renaming).code).toBe(code);
    expect(stopwatch()).toBeLessThan(5000);
    await other.end();
  });

  test("a row that is locked for longer than the database lets anybody wait is asked for again", async () => {
    const other = await createConnection(maria.url("postern").replace(/^mariadb:/, "mysql:"));
    const lock = "SELECT id FROM projects WHERE id = ? FOR UPDATE";
    await other.query("START TRANSACTION");
    await other.query(lock, [acme.project.id]);
    let runs = 0;
    await server.runtime.database.transaction(async (db) => {
      runs++;
      // The first time it is refused at once.
      await db.query(`SET SESSION innodb_lock_wait_timeout = ${runs === 1 ? 0 : 2}`);
      if (runs === 2) await other.query("COMMIT");
      await db.query(lock, [acme.project.id]);
    });
    expect(runs).toBe(2);
    await other.end();
  });

  test("a server that may lose what it has committed is warned of at the start", async () => {
    expect(logged.filter((line) => line.includes("innodb_flush_log_at_trx_commit is 2"))).toHaveLength(1);
    await run(maria.url(), "SET GLOBAL innodb_flush_log_at_trx_commit = 1");
    expect(await durabilityRisk(server.runtime.database)).toBeNull();
  });

  /** Two connections that wait 300 ms for an answer. */
  function openPool(): Pool {
    const { hostname: host, port, username: user, password } = new URL(maria.url());
    return impatientDriver(300).createPool({ host, port: Number(port), user, password, connectionLimit: 2 });
  }

  test("an answer that came while this process stood still is no late one", async () => {
    const pool = openPool();
    const connection = await new Promise<PoolConnection>((resolve, reject) => {
      pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection)));
    });
    await connection.promise().query("SELECT 1");
    const answer = connection.promise().query("SELECT 2 AS n");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_000);
    expect((await answer)[0]).toEqual([{ n: 2 }]);
    connection.release();
    await pool.promise().end();
  });

  test("a late answer is never taken for the next one's, a full pool is waited for as long as an answer, and streams are not bound", async () => {
    const pool = openPool();
    const query = async (sql: string): Promise<unknown> => {
      const connection = await new Promise<PoolConnection>((resolve, reject) => {
        pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection)));
      });
      try {
        return (await connection.promise().query(sql))[0];
      } finally {
        connection.release();
      }
    };
    const LATE = "PROTOCOL_SEQUENCE_TIMEOUT";
    const code = (asked: Promise<unknown>) =>
      asked.then(
        () => "",
        (error: { code: string }) => error.code,
      );
    /** Asks until it is answered: a busy machine may be late with the simplest of answers. */
    const patient = (sql: string): Promise<unknown> =>
      query(sql).catch((error) => (error.code === LATE ? patient(sql) : Promise.reject(error)));
    expect(await patient("SELECT 1 AS n")).toEqual([{ n: 1 }]);
    // Five at once for two connections.
    const slow = Array.from({ length: 5 }, () => code(query("SELECT SLEEP(1), 'late' AS n")));
    expect(new Set(await Promise.all(slow))).toEqual(new Set([LATE]));
    const numbers = Array.from({ length: 20 }, (_, n) => n);
    const asked = await Promise.all(numbers.map((n) => patient(`SELECT ${n} AS n`)));
    expect(asked).toEqual(numbers.map((n) => [{ n }]));

    const rows: unknown[] = [];
    await new Promise<void>((resolve, reject) => {
      pool.getConnection((error, connection) => {
        if (error) return reject(error);
        const stream = connection.query("SELECT SLEEP(0.7) AS slept").stream();
        stream.on("data", (row) => rows.push(row)).on("error", reject);
        stream.on("end", () => {
          connection.release();
          resolve();
        });
      });
    });
    expect(rows).toEqual([{ slept: 0 }]);
    await pool.promise().end();
  });
} else {
  beforeEach(() => serve(`sqlite:${join(folder, "postern.db")}`));
  afterEach(() => server?.stop());

  const pragma = (sql: string): Promise<Record<string, number>[]> =>
    server.runtime.database.transaction((db) => db.query(`PRAGMA ${sql}`));

  test("a full disk: the change fails cleanly, reads and what was acknowledged stay, and it works again when there is room", async () => {
    const before = acknowledged(await many(10));
    const [pages] = await pragma("page_count");
    await pragma(`max_page_count = ${(pages?.["page_count"] ?? 0) + 8}`);
    const large = "x".repeat(60_000);
    const answers: Timed[] = [];
    while (answers.at(-1)?.code !== "SERVICE_UNAVAILABLE") {
      answers.push(...(await many(3, large)));
      expect(answers.length).toBeLessThan(100);
    }
    expectRefused(await many(5, large));
    expect(answers.filter(({ code }) => !["", "SERVICE_UNAVAILABLE"].includes(code))).toEqual([]);
    const read = await graphql(server.url, acme.owner, "{ viewer { __typename } }");
    expect(read.errors).toEqual([]);
    await expectAllThere([...before, ...acknowledged(answers)]);

    await pragma("max_page_count = 1073741823");
    const after = await many(10, large);
    expect(after.map(({ code }) => code)).toEqual(after.map(() => ""));
    // A transaction that fails for another reason is rolled back as ever, so the one before left nothing open.
    const broken = server.runtime.database.transaction(async (db) => {
      await db.insert(ServerFact, { name: "full" as never, value: "rolled back" });
      throw new Error("broken off");
    });
    await expect(broken).rejects.toThrow("broken off");
    expect(await server.runtime.database.read.existsBy(ServerFact, { name: "full" as never })).toBe(false);
    const [check] = await pragma("integrity_check");
    expect(check).toEqual({ integrity_check: "ok" });
    await expectAllThere([...before, ...acknowledged(answers), ...acknowledged(after)]);
  });
}
