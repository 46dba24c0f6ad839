import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { hashSecret } from "../api-key/secret.js";
import { ServerFact } from "../database/server-fact.entity.js";
import { newKey } from "../encryption-key/key-file.js";
import { type Server, startServer } from "../server.js";
import { graphql } from "../testing/client.js";
import { type GaleraCluster, startGaleraCluster } from "../testing/galera-cluster.js";
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
  let stale = 0;
  for (let round = 0; round < 12; round++) {
    const { id, key } = await acme.projectKey("VIEWER");
    const call = () => graphql(there.url, { key }, "{ viewer { __typename } }");
    expect((await call()).errors).toEqual([]);
    await lagBehind(round);
    expect((await graphql(here.url, acme.owner, REVOKE, { input: { id } })).errors).toEqual([]);
    // What a look-up that waits for nothing would have found on that node at this moment.
    const [unaware, answer] = await Promise.all([revokedAt(there, key ?? ""), call()]);
    if (unaware === null) stale++;
    expect(answer.errors[0]?.extensions).toMatchObject({ code: "UNAUTHENTICATED", reason: "REVOKED" });
  }
  // Else the rounds would not show that the waiting is what does it.
  expect(stale).toBeGreaterThan(0);
});

test("a session that was ended on one node is nobody on another right after the answer", async () => {
  for (let round = 0; round < 5; round++) {
    const { owner } = await world(here);
    const viewer = () => graphql<{ viewer: unknown }>(there.url, owner, "{ viewer { __typename } }");
    expect((await viewer()).data.viewer).toEqual({ __typename: "User" });
    await lagBehind(100 + round);
    expect((await graphql(here.url, owner, "mutation { signOut }")).data).toEqual({ signOut: true });
    expect((await viewer()).data.viewer).toBeNull();
  }
});

/** Gives the other node much to catch up with. */
async function lagBehind(round: number): Promise<void> {
  const facts = Array.from({ length: 10_000 }, (_, n) => ({
    name: `lag ${round} ${n}` as never,
    value: "x".repeat(200),
  }));
  await here.runtime.database.transaction(async (db) => {
    for (let from = 0; from < facts.length; from += 2000) {
      await db.insert(ServerFact, facts.slice(from, from + 2000));
    }
  });
}

async function revokedAt({ runtime }: TestServer, key: string): Promise<unknown> {
  const [row] = await runtime.database.read.query(
    "SELECT k.revoked_at FROM api_keys k JOIN api_key_secrets s ON s.api_key_id = k.id WHERE s.hash = ?",
    [hashSecret(key)],
  );
  return row.revoked_at;
}
