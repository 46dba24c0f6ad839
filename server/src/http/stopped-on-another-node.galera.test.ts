import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { pino } from "pino";
import { hashSecret } from "../api-key/secret.js";
import { newKey } from "../encryption-key/key-file.js";
import { type Server, startServer } from "../server.js";
import { graphql } from "../testing/client.js";
import { type GaleraCluster, startGaleraCluster } from "../testing/galera-cluster.js";
import { until } from "../testing/receiver.js";
import { run, type TestServer, testConfig } from "../testing/test-server.js";
import { type World, world } from "../testing/world.js";

let cluster: GaleraCluster;
let folder: string;
const servers: Server[] = [];
/** One server on each node. */
let here: TestServer;
let there: TestServer;
let acme: World;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "postern-galera-"));
  cluster = await startGaleraCluster();
  const ENCRYPTION_KEY = newKey().toString("base64");
  const [first, second] = cluster.nodes;
  await run(first.url(), "CREATE DATABASE postern");
  const serve = async (url: string) => {
    const config = testConfig(url, folder, { ENCRYPTION_KEY });
    const server = await startServer(config, pino({ level: "silent" }), { stopWithinMs: 100 });
    servers.push(server);
    return { ...server, url: `http://127.0.0.1:${server.port}`, now: () => new Date() } as TestServer;
  };
  here = await serve(first.url("postern"));
  // The statement itself waits for what the other node has made.
  await run(second.url(), "SET STATEMENT wsrep_sync_wait = 15 FOR SHOW DATABASES");
  there = await serve(second.url("postern"));
  acme = await world(here);
});
afterAll(async () => {
  for (const server of servers) await server.stop();
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const REVOKE = "mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { id } }";

test("a key that was revoked on one node is refused on another right after the answer, also while that one lags behind", async () => {
  for (let round = 0; round < 5; round++) {
    const { id, key } = await acme.projectKey("VIEWER");
    const call = () => graphql(there.url, { key }, "{ viewer { __typename } }");
    expect((await call()).errors).toEqual([]);
    const answer = await askedWhileItLags(call, async () => {
      expect((await graphql(here.url, acme.owner, REVOKE, { input: { id } })).errors).toEqual([]);
      // What a look-up that waits for nothing finds on that node at this moment.
      expect(await revokedAt(there, key ?? "")).toBeNull();
    });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: "UNAUTHENTICATED", reason: "REVOKED" });
  }
});

test("a session that was ended on one node is nobody on another right after the answer", async () => {
  for (let round = 0; round < 5; round++) {
    const { owner } = await world(here);
    const viewer = () => graphql<{ viewer: unknown }>(there.url, owner, "{ viewer { __typename } }");
    expect((await viewer()).data.viewer).toEqual({ __typename: "User" });
    const answer = await askedWhileItLags(viewer, async () => {
      expect((await graphql(here.url, owner, "mutation { signOut }")).data).toEqual({ signOut: true });
    });
    expect(answer.data.viewer).toBeNull();
  }
});

/** Holds the other node back while something changes here, and until the question that is put there waits for it. */
async function askedWhileItLags<T>(ask: () => Promise<T>, change: () => Promise<void>): Promise<T> {
  const node = await createConnection(cluster.nodes[1].url().replace(/^mariadb:/, "mysql:"));
  // A node of a cluster applies nothing while all of its tables are locked.
  await node.query("FLUSH TABLES WITH READ LOCK");
  try {
    await change();
    let answered = false;
    const answer = ask().finally(() => {
      answered = true;
    });
    await until(async () => {
      const [waiting] = await node.query(
        "SELECT id FROM information_schema.processlist WHERE info LIKE 'SET STATEMENT wsrep_sync_wait%'",
      );
      return answered || (waiting as unknown[]).length > 0;
    });
    await node.query("UNLOCK TABLES");
    return await answer;
  } finally {
    await node.end();
  }
}

async function revokedAt({ runtime }: TestServer, key: string): Promise<unknown> {
  const [row] = await runtime.database.read.query(
    "SELECT k.revoked_at FROM api_keys k JOIN api_key_secrets s ON s.api_key_id = k.id WHERE s.hash = ?",
    [hashSecret(key)],
  );
  return row.revoked_at;
}
