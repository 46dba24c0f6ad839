// pnpm bench: how many requests a second the built server answers, on SQLite and on a private MariaDB, with
// the load coming from this process and the server running in another. Prints what was measured.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { cookieOf, graphql } from "../testing/client.js";
import { type MariaDbServer, startMariaDbServer } from "../testing/mariadb-server.js";
import { openReceiver } from "../testing/receiver.js";
import { run } from "../testing/test-server.js";
import { benchSchemas } from "./schemas.js";

const MAIN = fileURLToPath(new URL("../main.js", import.meta.url));
const CLI = fileURLToPath(new URL("../cli.js", import.meta.url));
const KEYS = [1_000, 100_000, 1_000_000];
const PORT = 4990;
const URL_OF_SERVER = `http://127.0.0.1:${PORT}`;
const SETUP_TOKEN = "the-token-of-the-benchmark";
const CONNECTIONS = 32;
const SECONDS = 8;

interface Measured {
  name: string;
  perSecond: number;
  p50: number;
  p99: number;
  failed: number;
}

interface Prepared {
  key: string;
  workflowId: string;
  cookie: string;
}

async function startServer(databaseUrl: string, dataDir: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env["PATH"],
      PORT: String(PORT),
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      SETUP_TOKEN,
      TARGET_ALLOW: "127.0.0.0/8",
      LOG_LEVEL: "error",
      // The key of the benchmark makes more calls than one is meant to.
      DEFAULT_RATE_LIMIT: "1000000",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [text] = await once(child.stdout, "data");
  if (!String(text).includes("is ready")) throw new Error(`The server did not start: ${text}`);
  return child;
}

/** Sets the empty server up, as far as a trigger needs it. */
async function prepare(targetUrl: string): Promise<Prepared> {
  const call = <T>(caller: object, query: string, input: object) =>
    graphql<T>(URL_OF_SERVER, caller, query, { input });
  const setup = await call<{ setup: { user: { memberships: { organization: { id: string } }[] } } }>(
    {},
    "mutation ($input: SetupInput!) { setup(input: $input) { user { memberships { organization { id } } } } }",
    {
      token: SETUP_TOKEN,
      name: "Bench",
      email: "bench@example.com",
      password: "a password of the bench",
      organizationName: "Bench",
    },
  );
  const cookie = cookieOf(setup.headers) ?? "";
  const organizationId = setup.data.setup.user.memberships[0]?.organization.id;
  const project = await call<{ createProject: { id: string } }>(
    { cookie },
    "mutation ($input: CreateProjectInput!) { createProject(input: $input) { id } }",
    { organizationId, name: "Bench" },
  );
  const workflow = await call<{ createWorkflow: { workflow: { id: string } } }>(
    { cookie },
    "mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { workflow { id } } }",
    { projectId: project.data.createProject.id, name: "Bench", targetUrl },
  );
  const key = await call<{ createOrganizationApiKey: { secret: string } }>(
    { cookie },
    "mutation ($input: CreateOrganizationApiKeyInput!) { createOrganizationApiKey(input: $input) { secret } }",
    { organizationId, access: "ALL_PROJECTS", expiry: { policy: "NEVER" } },
  );
  return {
    cookie,
    key: key.data.createOrganizationApiKey.secret,
    workflowId: workflow.data.createWorkflow.workflow.id,
  };
}

async function measure(name: string, key: string | null, query: string, variables = {}): Promise<Measured> {
  const run = (duration: number) =>
    autocannon({
      url: `${URL_OF_SERVER}/graphql`,
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ query, variables }),
      connections: CONNECTIONS,
      duration,
      // GraphQL refuses with 200 too, so each answer is looked at.
      verifyBody: (body) => !String(body).includes('"errors"'),
    });
  await run(2);
  const result = await run(SECONDS);
  const failed = result.non2xx + result.errors + result.mismatches;
  return {
    name,
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed,
  };
}

/** Executions by status, for the proof that what was accepted is delivered. */
async function counted({ cookie, workflowId }: Prepared): Promise<{ accepted: number; succeeded: number }> {
  const { data } = await graphql<{ workflow: Record<"all" | "done", { totalCount: number }> }>(
    URL_OF_SERVER,
    { cookie },
    `query ($id: ID!) { workflow(id: $id) { all: executions { totalCount }
      done: executions(filter: { status: [SUCCEEDED] }) { totalCount } } }`,
    { id: workflowId },
  );
  return { accepted: data.workflow.all.totalCount, succeeded: data.workflow.done.totalCount };
}

async function bench(database: string, databaseUrl: (folder: string) => string): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "postern-bench-"));
  const receiver = await openReceiver();
  const server = await startServer(databaseUrl(folder), folder);
  try {
    const prepared = await prepare(receiver.url);
    const trigger =
      "mutation ($id: ID!) { triggerWorkflow(input: { workflowId: $id, input: { n: 1 } }) { execution { id status } } }";
    const measured = [
      await measure("{ __typename }, no key", null, "{ __typename }"),
      await measure("viewer, with a key", prepared.key, "{ viewer { ... on ApiKey { id name } } }"),
      await measure("triggerWorkflow, with a key", prepared.key, trigger, { id: prepared.workflowId }),
    ];
    const { accepted, succeeded } = await counted(prepared);
    print(database, measured);
    process.stdout.write(
      `  at the end of the load ${succeeded} of ${accepted} executions were delivered; the rest follow\n`,
    );
    return measured;
  } finally {
    server.kill("SIGTERM");
    await once(server, "close");
    await receiver.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One key's calls, in a database with so many others. */
async function benchKeys(
  database: string,
  databaseUrl: (folder: string) => string,
  keys: number,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "postern-bench-"));
  const environment = { PATH: process.env["PATH"], DATA_DIR: folder, DATABASE_URL: databaseUrl(folder) };
  const sizes = ["--organizations", "10", "--projects", "100", "--keys", String(keys)];
  const seeded = spawnSync(process.execPath, [CLI, "seed", ...sizes], { env: environment, encoding: "utf8" });
  const secret = /pst_[ops]_[0-9A-Za-z]{38}/.exec(seeded.stdout)?.[0];
  if (secret === undefined) throw new Error(`The database could not be filled: ${seeded.stderr}`);
  const server = await startServer(databaseUrl(folder), folder);
  try {
    const { perSecond, p99, failed } = await measure("", secret, "{ viewer { ... on ApiKey { id name } } }");
    const [made = ""] = seeded.stdout.split("\n", 1);
    process.stdout.write(
      `  ${database.padEnd(8)}${keys.toLocaleString("en").padStart(10)} keys ${perSecond.toFixed(0).padStart(7)}/s  p99 ${p99} ms  failed ${failed}  (${made})\n`,
    );
  } finally {
    server.kill("SIGTERM");
    await once(server, "close");
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(database: string, measured: Measured[]): void {
  const base = measured[0]?.perSecond ?? 1;
  process.stdout.write(`\n${database}\n`);
  for (const { name, perSecond, p50, p99, failed } of measured) {
    const ratio = (perSecond / base).toFixed(2);
    process.stdout.write(
      `  ${name.padEnd(30)}${perSecond.toFixed(0).padStart(7)}/s  ratio ${ratio}  p50 ${p50} ms  p99 ${p99} ms  failed ${failed}\n`,
    );
  }
}

/** The three operations on both databases, and how they compare. */
async function benchOperations(mariadb: MariaDbServer): Promise<void> {
  const sqlite = await bench(
    "SQLite (synchronous = FULL)",
    (folder) => `sqlite:${join(folder, "postern.db")}`,
  );
  await run(mariadb.url(), "CREATE DATABASE postern_bench");
  const url = mariadb.url("postern_bench");
  const measured = await bench("MariaDB (innodb_flush_log_at_trx_commit = 1)", () => url);
  process.stdout.write("\nMariaDB to SQLite\n");
  measured.forEach(({ name, perSecond }, index) => {
    process.stdout.write(`  ${name.padEnd(30)}${(perSecond / (sqlite[index]?.perSecond ?? 1)).toFixed(2)}\n`);
  });
}

/** `viewer` with a key in databases of growing size; filling them takes minutes. */
async function benchSizes(mariadb: MariaDbServer): Promise<void> {
  process.stdout.write("\nviewer, with a key, among so many keys\n");
  for (const keys of KEYS) {
    await benchKeys("SQLite", (folder) => `sqlite:${join(folder, "postern.db")}`, keys);
    await run(mariadb.url(), `CREATE DATABASE keys_${keys}`);
    await benchKeys("MariaDB", () => mariadb.url(`keys_${keys}`), keys);
  }
}

/** What needs a database: `pnpm bench keys` measures the second part alone. */
async function benchDatabases(): Promise<void> {
  const mariadb = await startMariaDbServer();
  try {
    if (process.argv[2] !== "keys") await benchOperations(mariadb);
    await benchSizes(mariadb);
  } finally {
    await mariadb.stop();
  }
}

process.stdout.write(
  `Node ${process.version}, ${cpus().length} cores (server, load and database share them), ${CONNECTIONS} connections, ${SECONDS} s each\n`,
);
// `pnpm bench schemas` measures what hostile schemas do to others, and nothing else.
if (process.argv[2] === "schemas") await benchSchemas();
else await benchDatabases();
