import { randomBytes } from "node:crypto";
import type { Database } from "../context.js";
import { ServerFact } from "../database/server-fact.entity.js";
import { Encryption, encryptionKeyId, keyIdOf } from "../encryption.js";
import { entities } from "../entities.js";
import { COMPLETION_SECRET } from "../execution/completion-token.js";
import { manyWorkflows } from "../testing/sealed-workflows.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { world } from "../testing/world.js";
import { signingSecretPlace } from "../workflow/signing-secret.js";
import { Workflow } from "../workflow/workflow.entity.js";
import { SEALED, sealed } from "./columns.js";
import { countOlder, refuseUnknownKeys, rewrap, type Step } from "./rewrap.js";

const OLD = randomBytes(32);
const NEW = randomBytes(32);
const NEW_ID = encryptionKeyId(NEW);
/** The signing secrets of 251 workflows, and the secret of completion tokens. */
const SEALED_VALUES = 252;
const onlyOld = new Encryption(() => [OLD]);
const onlyNew = new Encryption(() => [NEW]);
const both = new Encryption(() => [NEW, OLD]);

let server: TestServer;
let secrets: Map<string, string>;
beforeEach(async () => {
  server = await startTestServer({ ENCRYPTION_KEY: OLD.toString("base64") });
  const { workflow, signingSecret } = await world(server);
  secrets = await manyWorkflows(server.runtime.database, workflow, 250, onlyOld);
  secrets.set(workflow.id, signingSecret);
});
afterEach(() => server?.stop());

const read = () => server.runtime.database.read;
const rows = () => read().find(Workflow);
const change = (id: string, sealedSigningSecret: string) =>
  server.runtime.database.transaction((db) => db.update(Workflow, { id }, { sealedSigningSecret }));

async function sum(steps: AsyncIterable<Step>): Promise<Step & { steps: number }> {
  const total = { rewrapped: 0, unreadable: 0, steps: 0 };
  for await (const step of steps) {
    total.rewrapped += step.rewrapped;
    total.unreadable += step.unreadable;
    total.steps++;
  }
  return total;
}

test("the list of sealed columns is every column that is named so, and what is listed exists", () => {
  const { connection } = read();
  const named = entities.flatMap((entity) =>
    connection
      .getMetadata(entity)
      .columns.filter(({ databaseName }) => databaseName.startsWith("sealed_"))
      .map(({ entityMetadata, propertyName }) => `${entityMetadata.tableName}.${propertyName}`),
  );
  expect(named.length).toBeGreaterThan(0);
  const listed = SEALED.filter(({ where }) => Object.keys(where).length === 0).map(
    ({ entity, property }) => `${connection.getMetadata(entity).tableName}.${property}`,
  );
  expect(listed.sort()).toEqual(named.sort());
});

test("every record is sealed anew in small steps, opens with the new key alone, and a second run finds nothing", async () => {
  expect(await countOlder(read(), NEW_ID)).toBe(SEALED_VALUES);
  expect(await sum(rewrap(server.runtime.database, both))).toEqual({
    rewrapped: SEALED_VALUES,
    unreadable: 0,
    steps: 4,
  });
  expect(await countOlder(read(), NEW_ID)).toBe(0);
  for (const row of await rows()) {
    expect(onlyNew.open(row.sealedSigningSecret, signingSecretPlace(row))).toBe(secrets.get(row.id));
  }
  expect(await sum(rewrap(server.runtime.database, both))).toEqual({ rewrapped: 0, unreadable: 0, steps: 0 });
});

test("a run that was stopped after its first step is finished by the next", async () => {
  for await (const step of rewrap(server.runtime.database, both)) {
    expect(step).toMatchObject({ rewrapped: 100 });
    break;
  }
  expect(await countOlder(read(), NEW_ID)).toBe(SEALED_VALUES - 100);
  expect(await sum(rewrap(server.runtime.database, both))).toMatchObject({ rewrapped: SEALED_VALUES - 100 });
});

test("two runs at once do every record once, and both come to an end", async () => {
  const runs = [both, new Encryption(() => [NEW, OLD])].map((ring) =>
    sum(rewrap(server.runtime.database, ring)),
  );
  const rewrapped = (await Promise.all(runs)).map((run) => run.rewrapped);
  expect((rewrapped[0] ?? 0) + (rewrapped[1] ?? 0)).toBe(SEALED_VALUES);
  expect(await countOlder(read(), NEW_ID)).toBe(0);
});

test("what is changed between reading and writing is not overwritten", async () => {
  const { database } = server.runtime;
  const place = "here";
  await database.transaction((db) =>
    db.update(ServerFact, { name: COMPLETION_SECRET }, { value: onlyOld.seal("first", place) }),
  );
  const changed = onlyOld.seal("second", place);
  const meddled: Database = {
    ...database,
    transaction: (work) =>
      database.transaction((db) => {
        // The place is asked for after the row was read and before it is written.
        column.place = () => {
          void db.query("UPDATE server_facts SET value = ? WHERE name = 'completion_secret'", [changed]);
          return place;
        };
        return work(db);
      }),
  };
  const column = sealed(ServerFact, "value", () => place, { name: COMPLETION_SECRET });
  expect((await sum(rewrap(meddled, both, [column]))).rewrapped).toBe(0);
  const fact = await read().findOneByOrFail(ServerFact, { name: COMPLETION_SECRET });
  expect(both.open(fact.value, place)).toBe("second");
});

test("a nullable column is left alone where it is null, and of the facts only the one that is meant", async () => {
  const [first, second] = await rows();
  if (first === undefined || second === undefined) throw new Error("There are no workflows.");
  await server.runtime.database.transaction(async (db) => {
    await db.update(Workflow, { id: first.id }, { description: onlyOld.seal("headers", first.id) });
    await db.update(ServerFact, { name: COMPLETION_SECRET }, { value: onlyOld.seal("fact", "here") });
  });
  const columns = [
    sealed(Workflow, "description", ({ id }) => id),
    sealed(ServerFact, "value", () => "here", { name: COMPLETION_SECRET }),
  ];
  expect(await countOlder(read(), NEW_ID, columns)).toBe(2);
  expect(await sum(rewrap(server.runtime.database, both, columns))).toEqual({
    rewrapped: 2,
    unreadable: 0,
    steps: 2,
  });
  const again = await read().findOneByOrFail(Workflow, { id: first.id });
  expect(onlyNew.open(again.description ?? "", first.id)).toBe("headers");
  expect((await read().findOneByOrFail(Workflow, { id: second.id })).description).toBeNull();
  const facts = await read().find(ServerFact);
  expect(facts.filter(({ value }) => value.startsWith(`v1.${NEW_ID}.`))).toHaveLength(1);
  expect(facts.find(({ name }) => name === "encryption_key_id")?.value).toBe(encryptionKeyId(OLD));
});

test("records that were swapped between rows, columns or tenants do not open, and are neither changed nor lost", async () => {
  const { workflow: foreign } = await world(server);
  const all = await rows();
  const [one, two] = all.filter(({ organizationId }) => organizationId !== foreign.organizationId);
  if (one === undefined || two === undefined) throw new Error("There are no workflows.");
  await change(one.id, two.sealedSigningSecret);
  await change(two.id, foreign.sealedSigningSecret);
  await change(foreign.id, one.sealedSigningSecret);
  await server.runtime.database.transaction((db) =>
    db.update(Workflow, { id: one.id }, { description: one.sealedSigningSecret }),
  );
  const columns = [...SEALED, sealed(Workflow, "description", ({ id }) => `${id}/description`)];
  const total = await sum(rewrap(server.runtime.database, both, columns));
  expect(total).toMatchObject({ rewrapped: SEALED_VALUES + 1 - 3, unreadable: 4 });
  const after = new Map((await rows()).map((row) => [row.id, row]));
  expect(after.get(one.id)?.sealedSigningSecret).toBe(two.sealedSigningSecret);
  expect(keyIdOf(after.get(two.id)?.sealedSigningSecret ?? "")).toBe(encryptionKeyId(OLD));
});

test("records that were cut short or never sealed are counted, and hold nothing up", async () => {
  const [one, two, three] = await rows();
  if (one === undefined || two === undefined || three === undefined)
    throw new Error("There are no workflows.");
  await change(one.id, one.sealedSigningSecret.slice(0, 40));
  await change(two.id, "whsec_in-plain-text");
  await change(three.id, "");
  expect(await sum(rewrap(server.runtime.database, both))).toMatchObject({
    rewrapped: SEALED_VALUES - 3,
    unreadable: 3,
  });
});

test("a server without a key that records name is refused, and one damaged record refuses nobody", async () => {
  await expect(refuseUnknownKeys(read(), onlyNew)).rejects.toThrow(
    `records that encryption key ${encryptionKeyId(OLD)} sealed, but this server has ${NEW_ID}.`,
  );
  await expect(refuseUnknownKeys(read(), both)).resolves.toBeUndefined();
  const [one] = await rows();
  await change(one?.id ?? "", "damaged");
  await expect(refuseUnknownKeys(read(), onlyOld)).resolves.toBeUndefined();
});
