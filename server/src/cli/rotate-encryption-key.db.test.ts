import { mkdtempSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { Webhook } from "standardwebhooks";
import { Encryption, encryptionKeyId, keyIdOf } from "../encryption.js";
import { keyFileOf, newKey, readKeyFile, replaceKeyFile } from "../encryption-key/key-file.js";
import { knownKeyIds } from "../encryption-key/known-keys.js";
import { type Server, startServer } from "../server.js";
import { graphql } from "../testing/client.js";
import { runCommand, startCommand } from "../testing/command.js";
import { openReceiver, until } from "../testing/receiver.js";
import { manyWorkflows } from "../testing/sealed-workflows.js";
import { emptyDatabase, type TestServer, testConfig } from "../testing/test-server.js";
import { type World, world } from "../testing/world.js";
import { signingSecretPlace } from "../workflow/signing-secret.js";
import { Workflow } from "../workflow/workflow.entity.js";

declare const TEST_DATABASE: "sqlite" | "mariadb";

const ROTATE = ["rotate-encryption-key"];

let dataDir: string;
let database: Awaited<ReturnType<typeof emptyDatabase>>;
const running: Server[] = [];
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "postern-rotate-"));
  database = await emptyDatabase();
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  await database.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A server on this test's database, in this process. */
async function serve(environment: NodeJS.ProcessEnv = {}): Promise<TestServer> {
  const log = pino({ level: "silent" });
  const server = await startServer(testConfig(database.url, dataDir, environment), log, {
    stopWithinMs: 100,
  });
  running.push(server);
  return { ...server, url: `http://127.0.0.1:${server.port}`, now: () => new Date() } as TestServer;
}
async function stop(server: Server): Promise<void> {
  const [stopped] = running.splice(
    running.findIndex(({ port }) => port === server.port),
    1,
  );
  await stopped?.stop();
}
const environment = (more: NodeJS.ProcessEnv = {}) => ({
  DATABASE_URL: database.url,
  DATA_DIR: dataDir,
  ...more,
});
const keysFrom = (current: Buffer, ...previous: Buffer[]) => ({
  ENCRYPTION_KEY: current.toString("base64"),
  ENCRYPTION_KEY_PREVIOUS: previous.map((key) => key.toString("base64")).join(","),
});

/** How many records each key has sealed. */
async function sealedBy(server: Server): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { sealedSigningSecret } of await server.runtime.database.read.find(Workflow)) {
    const keyId = keyIdOf(sealedSigningSecret);
    counts[keyId] = (counts[keyId] ?? 0) + 1;
  }
  return counts;
}

async function expectReadable(server: Server, secrets: Map<string, string>, keys: Buffer[]): Promise<void> {
  const encryption = new Encryption(() => keys);
  const rows = await server.runtime.database.read.find(Workflow);
  const found = rows
    .filter(({ id }) => secrets.has(id))
    .map((row) => [row.id, encryption.open(row.sealedSigningSecret, signingSecretPlace(row))]);
  expect(new Map(found as [string, string][])).toEqual(secrets);
}

const TRIGGER = "mutation ($id: ID!) { triggerWorkflow(input: { workflowId: $id }) { execution { id } } }";
const CREATE =
  "mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { workflow { id } signingSecret } }";

/** Makes a workflow through the API, triggers both this and the first one, and verifies what arrives. */
async function expectDeliveries(server: TestServer, acme: World, name: string): Promise<void> {
  const receiver = await openReceiver();
  try {
    const made = await graphql<{
      createWorkflow: { workflow: { id: string }; signingSecret: string };
    }>(server.url, acme.owner, CREATE, {
      input: { projectId: acme.project.id, name, targetUrl: receiver.url },
    });
    expect(made.errors).toEqual([]);
    const { workflow, signingSecret } = made.data.createWorkflow;
    await server.runtime.database.transaction((db) =>
      db.update(Workflow, { id: acme.workflow.id }, { targetUrl: receiver.url }),
    );
    const secrets = new Map([
      [workflow.id, signingSecret],
      [acme.workflow.id, acme.signingSecret],
    ]);
    for (const id of secrets.keys()) {
      expect((await graphql(server.url, acme.owner, TRIGGER, { id })).errors).toEqual([]);
    }
    for (const { body, headers } of await receiver.waitFor(2)) {
      const secret = secrets.get(JSON.parse(body).data.workflow.id) ?? "";
      new Webhook(secret).verify(body, headers as Record<string, string>);
    }
  } finally {
    await receiver.close();
  }
}

if (TEST_DATABASE === "sqlite") {
  test("keys in DATA_DIR: a kill in the middle loses nothing, the next run ends it and drops the old key, beside a server that goes on delivering", async () => {
    const server = await serve();
    const acme = await world(server);
    const file = keyFileOf(dataDir);
    const [old = newKey()] = readKeyFile(file);
    const secrets = await manyWorkflows(
      server.runtime.database,
      acme.workflow,
      6000,
      new Encryption(() => [old]),
    );

    const killed = startCommand(ROTATE, environment());
    await killed.told("Sealed anew: ");
    killed.child.kill("SIGKILL");
    await killed.ended;
    const ring = readKeyFile(file);
    expect(ring).toHaveLength(2);
    expect(ring[1]).toEqual(old);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const midway = await sealedBy(server);
    expect(Object.keys(midway).sort()).toEqual(ring.map(encryptionKeyId).sort());
    await expectReadable(server, secrets, ring);
    await expectDeliveries(server, acme, "Made midway");

    const again = startCommand(ROTATE, environment());
    await again.told("Going on with the change");
    await expectDeliveries(server, acme, "Made meanwhile");
    const { code, stdout, stderr } = await again.ended;
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const [fresh = old] = ring;
    expect(stdout).toContain(`Every record is sealed with key ${encryptionKeyId(fresh)}.`);
    expect(stdout + stderr).not.toContain(fresh.toString("base64").slice(0, 20));
    expect(readKeyFile(file)).toEqual([fresh]);
    expect(await sealedBy(server)).toEqual({ [encryptionKeyId(fresh)]: secrets.size + 3 });
    await expectReadable(server, secrets, [fresh]);
    await expectDeliveries(server, acme, "Made afterwards");
    expect(await knownKeyIds(server.runtime.database.read)).toEqual([fresh, old].map(encryptionKeyId));

    await stop(server);
    await expectDeliveries(await serve(), acme, "Made after a restart");
  });

  test("a run that died when the file was new and the database did not know of it yet is taken up", async () => {
    const server = await serve();
    const acme = await world(server);
    const file = keyFileOf(dataDir);
    const [old = newKey()] = readKeyFile(file);
    const fresh = newKey();
    await stop(server);
    replaceKeyFile(file, [fresh, old]);
    const again = await serve();
    expect(await knownKeyIds(again.runtime.database.read)).toEqual([fresh, old].map(encryptionKeyId));
    await expectDeliveries(again, acme, "Made with the new key");
    const { code, stderr } = await runCommand(ROTATE, environment());
    expect(code).toBe(0);
    expect(stderr).toContain(`Going on with the change to key ${encryptionKeyId(fresh)}.`);
    expect(readKeyFile(file)).toEqual([fresh]);
  });

  test("Ctrl-C ends a run after its present step, and says how to go on", async () => {
    const server = await serve();
    const acme = await world(server);
    await manyWorkflows(server.runtime.database, acme.workflow, 3000, server.runtime.encryption);
    const command = startCommand(ROTATE, environment());
    await command.told("Sealed anew: ");
    command.child.kill("SIGINT");
    const { code, stdout, stderr } = await command.ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("Stopped. Everything can be read as before; run the command again to go on.\n");
    expect(readKeyFile(keyFileOf(dataDir))).toHaveLength(2);
    expect(await runCommand(ROTATE, environment())).toMatchObject({ code: 0 });
    expect(Object.keys(await sealedBy(server))).toEqual(readKeyFile(keyFileOf(dataDir)).map(encryptionKeyId));
  });

  test("two runs at once make one new key, and both come to an end", async () => {
    const server = await serve();
    const acme = await world(server);
    await manyWorkflows(server.runtime.database, acme.workflow, 1000, server.runtime.encryption);
    const before = server.runtime.encryption.keyId;
    const ended = await Promise.all([runCommand(ROTATE, environment()), runCommand(ROTATE, environment())]);
    expect(ended.map(({ code }) => code)).toContain(0);
    const known = await knownKeyIds(server.runtime.database.read);
    // The second one may have come after the first had ended: then it was a rotation of its own.
    expect(known.at(-1)).toBe(before);
    const keys = readKeyFile(keyFileOf(dataDir));
    expect(keys.map(encryptionKeyId)).toEqual([known[0]]);
    expect(Object.keys(await sealedBy(server))).toEqual([known[0]]);
  });

  test("a record that no key opens keeps the old key in its place", async () => {
    const server = await serve();
    const { workflow } = await world(server);
    const sealedSigningSecret = server.runtime.encryption.seal("elsewhere", "another place");
    await server.runtime.database.transaction((db) =>
      db.update(Workflow, { id: workflow.id }, { sealedSigningSecret }),
    );
    const { code, stderr } = await runCommand(ROTATE, environment());
    expect(code).toBe(1);
    expect(stderr).toContain("Records that none of the keys opens: 1.");
    expect(readKeyFile(keyFileOf(dataDir))).toHaveLength(2);
  });
} else {
  test("keys in DATA_DIR beside MariaDB: the old one stays until no change is under way that it began with", async () => {
    const server = await serve();
    const acme = await world(server);
    const file = keyFileOf(dataDir);
    const waiting = startCommand(ROTATE, environment());
    await waiting.told("for changes that were begun with the older key");
    await expectDeliveries(server, acme, "Made while it waits");
    expect(readKeyFile(file)).toHaveLength(2);
    waiting.child.kill("SIGINT");
    expect(await waiting.ended).toMatchObject({ code: 1, stdout: "" });
    expect(readKeyFile(file)).toHaveLength(2);
    // As if the next run came two minutes later.
    const earlier = new Date(Date.now() - 120_000);
    utimesSync(file, earlier, earlier);
    expect(await runCommand(ROTATE, environment())).toMatchObject({ code: 0 });
    const keys = readKeyFile(file).map(encryptionKeyId);
    expect(keys).toHaveLength(1);
    expect(Object.keys(await sealedBy(server))).toEqual(keys);
    await expectDeliveries(server, acme, "Made afterwards");
  });
}

test("keys in the environment: each step is told, old and new servers read each other's records, and servers do the work", async () => {
  const [old, fresh] = [newKey(), newKey()];
  const rotate = (...keys: [Buffer, ...Buffer[]]) => runCommand(ROTATE, environment(keysFrom(...keys)));
  const first = await serve(keysFrom(old));
  const acme = await world(first);
  const secrets = await manyWorkflows(first.runtime.database, acme.workflow, 300, first.runtime.encryption);
  const alone = await rotate(old);
  expect(alone).toMatchObject({ code: 1, stdout: "" });
  expect(alone.stderr).toContain("openssl rand -base64 32");

  await stop(first);
  const prepared = await serve(keysFrom(old, fresh));
  expect((await rotate(old, fresh)).stderr).toContain("exchange");
  expect(Object.keys(await sealedBy(prepared))).toEqual([encryptionKeyId(old)]);

  // One server has the new order already, the other one does not; a restart of the latter changes nothing.
  const exchanged = await serve(keysFrom(fresh, old));
  await expectDeliveries(prepared, acme, "Made by the old order");
  await expectDeliveries(exchanged, acme, "Made by the new order");
  await stop(prepared);
  const restarted = await serve(keysFrom(old, fresh));
  expect((await knownKeyIds(restarted.runtime.database.read))[0]).toBe(encryptionKeyId(fresh));
  const leftBehind = await rotate(old, fresh);
  expect(leftBehind).toMatchObject({ code: 1 });
  expect(leftBehind.stderr).toContain("left behind");
  await stop(restarted);

  // The server with the new order seals the 300 anew by itself.
  await until(async () => ((await sealedBy(exchanged))[encryptionKeyId(fresh)] ?? 0) >= 301);
  await expectReadable(exchanged, secrets, [fresh, old]);
  const changed = await rotate(fresh, old);
  expect(changed).toMatchObject({ code: 0 });
  expect(changed.stdout).toContain("take ENCRYPTION_KEY_PREVIOUS away");
  expect(Object.keys(await sealedBy(exchanged))).toEqual([encryptionKeyId(fresh)]);
  await stop(exchanged);
  await expectDeliveries(await serve(keysFrom(fresh)), acme, "Made with the new key alone");
});

test("a server that lacks a key, has a wrong one or none is refused, and makes none in its place", async () => {
  const [old, fresh] = [newKey(), newKey()];
  const server = await serve(keysFrom(old));
  await world(server);
  await stop(server);
  await expect(serve(keysFrom(fresh))).rejects.toThrow(
    `was written with encryption key ${encryptionKeyId(old)}, but this server has ${encryptionKeyId(fresh)}`,
  );
  await expect(serve()).rejects.toThrow(/encryption\.key is not there.*backup/);
  await expect(serve()).rejects.toThrow(/encryption\.key is not there/);
  // The exchange was made and the old key taken away while records still name it.
  const exchanged = await serve(keysFrom(fresh, old));
  await stop(exchanged);
  await exchangedBack(old, fresh);
  await expect(serve(keysFrom(fresh))).rejects.toThrow(`encryption key ${encryptionKeyId(old)} sealed`);
  await serve(keysFrom(fresh, old));
});

/** As if a server with the old order had sealed a record after the others were done. */
async function exchangedBack(old: Buffer, fresh: Buffer): Promise<void> {
  const server = await serve(keysFrom(old, fresh));
  await world(server);
  await stop(server);
}
