import { createHash, randomUUID } from "node:crypto";
import { ApiKey } from "../api-key/api-key.entity.js";
import { ApiKeyRequest } from "../api-key/api-key-request.entity.js";
import { ApiKeyDenials, ApiKeyUsageDay } from "../api-key/usage.entity.js";
import { dayOf } from "../api-key/usage.js";
import { AuditEntry } from "../audit/audit-entry.entity.js";
import { POSTERN } from "../auth/principal.js";
import { createContext } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { Execution, ExecutionAttempt } from "../execution/execution.entity.js";
import { TriggerRequest } from "../execution/trigger-request.entity.js";
import { newId } from "../ids.js";
import { Invitation } from "../organization/invitation.entity.js";
import { Session } from "../session/session.entity.js";
import { graphql } from "../testing/client.js";
import { queriesDuring } from "../testing/queries.js";
import { openReceiver, type Receiver, until } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { type World, world } from "../testing/world.js";
import { prune } from "./prune.js";
import { startRetention } from "./retention.js";
import { RULES } from "./rules.js";

declare const TEST_DATABASE: "sqlite" | "mariadb";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

let server: TestServer;
let receiver: Receiver;
let acme: World;
/** Keys outlive the sessions of people when the clock moves by months. */
let caller: { key: string };
beforeAll(async () => {
  server = await startTestServer();
  receiver = await openReceiver();
  acme = await world(server, receiver.url);
  caller = { key: (await acme.projectKey("PRIVILEGED")).key ?? "" };
});
afterAll(async () => {
  await receiver?.close();
  await server?.stop();
});

const context = (config = {}) => {
  const runtime = { ...server.runtime, config: { ...server.runtime.config, ...config } };
  return createContext(runtime, { principal: POSTERN, requestId: "test" });
};
const never = new AbortController().signal;
/** Round after round, as a round has its time: until one leaves nothing for the next. */
async function pruned(config = {}): Promise<void> {
  while (await prune(context(config), never));
}
const inDatabase = (work: Parameters<typeof inTransaction<unknown>>[1]) => inTransaction(context(), work);
const read = () => server.runtime.database.read;
const ago = (days: number) => new Date(server.now().getTime() - days * DAY_MS);

async function trigger(idempotencyKey?: string): Promise<string> {
  const { data, errors } = await graphql<{ triggerWorkflow: { execution: { id: string } } }>(
    server.url,
    caller,
    "mutation ($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { execution { id } } }",
    { input: { workflowId: acme.workflow.id, input: { n: 1 }, idempotencyKey } },
  );
  expect(errors).toEqual([]);
  return data.triggerWorkflow.execution.id;
}

async function succeeded(id: string): Promise<void> {
  await until(async () => (await read().findOneBy(Execution, { id }))?.status === "SUCCEEDED");
}

/** Executions that ended some days ago, each with two attempts, past the services. */
async function plant(count: number, days: number, more: Partial<Execution> = {}): Promise<string[]> {
  const template = await read().findOneByOrFail(Execution, { workflowId: acme.workflow.id });
  const ids = Array.from({ length: count }, () => newId("execution"));
  const ended = (i: number) => new Date(ago(days).getTime() - i * 1000);
  for (let from = 0; from < count; from += 250) {
    const some = ids.slice(from, from + 250);
    await inDatabase(async (ctx) => {
      await ctx.db.insert(
        Execution,
        some.map((id, i) => ({
          ...template,
          id,
          createdAt: ended(from + i),
          finishedAt: ended(from + i),
          ...more,
        })),
      );
      await ctx.db.insert(
        ExecutionAttempt,
        some.flatMap((executionId) =>
          [1, 2].map((number) => ({ executionId, number, startedAt: ago(days), finishedAt: ago(days) })),
        ),
      );
    });
  }
  return ids;
}

const countOf = async (ids: string[]): Promise<{ executions: number; attempts: number }> => ({
  executions: await read().createQueryBuilder(Execution, "e").whereInIds(ids).getCount(),
  attempts: await read()
    .createQueryBuilder(ExecutionAttempt, "a")
    .where("a.executionId IN (:...ids)", { ids })
    .getCount(),
});

test("an execution goes 90 days after its end, with its attempts; one that has not ended stays", async () => {
  const id = await trigger();
  const waiting = await trigger();
  await succeeded(id);
  await succeeded(waiting);
  // As it is while it waits for its next attempt, for longer than anything is kept.
  const later = new Date(server.now().getTime() + 200 * DAY_MS);
  await inDatabase((ctx) =>
    ctx.db.update(Execution, { id: waiting }, { status: "RUNNING", finishedAt: null, dueAt: later }),
  );
  server.advance(90 * DAY_MS - HOUR_MS);
  await pruned();
  expect(await countOf([id])).toEqual({ executions: 1, attempts: 1 });
  server.advance(2 * HOUR_MS);
  await pruned({ executionRetentionDays: null });
  expect(await countOf([id])).toEqual({ executions: 1, attempts: 1 });
  await pruned();
  expect(await countOf([id])).toEqual({ executions: 0, attempts: 0 });
  expect(await countOf([waiting])).toEqual({ executions: 1, attempts: 1 });

  const gone = await graphql(server.url, caller, "query ($id: ID!) { execution(id: $id) { id } }", { id });
  expect(gone.data).toEqual({ execution: null });
  for (const mutation of ["retryExecution", "cancelExecution"]) {
    const document = `mutation ($id: ID!) { ${mutation}(id: $id) { id } }`;
    expect((await graphql(server.url, caller, document, { id })).code).toBe("NOT_FOUND");
  }
});

test("a retry leads to what it repeats as long as that is kept", async () => {
  await succeeded(await trigger());
  const [old = ""] = await plant(1, 91);
  const [id = ""] = await plant(1, 1, { retryOfId: old });
  const ask = async () =>
    (
      await graphql(
        server.url,
        caller,
        "query ($id: ID!) { execution(id: $id) { retryOfId retryOf { id } } }",
        { id },
      )
    ).data;
  expect(await ask()).toEqual({ execution: { retryOfId: old, retryOf: { id: old } } });
  await pruned();
  expect(await ask()).toEqual({ execution: { retryOfId: old, retryOf: null } });
});

test("the newest of many stay, however many steps the others take, and two servers may prune at once", async () => {
  await succeeded(await trigger());
  const old = await plant(730, 91);
  const young = await plant(20, 89);
  await Promise.all([pruned(), pruned()]);
  expect(await countOf(old)).toEqual({ executions: 0, attempts: 0 });
  expect(await countOf(young)).toEqual({ executions: 20, attempts: 40 });
  const told = server.logged.map((line) => JSON.parse(line)).filter(({ table }) => table === "executions");
  expect(told.length).toBeGreaterThan(0);
});

test("triggers are accepted while it prunes", async () => {
  await succeeded(await trigger());
  const old = await plant(500, 91);
  let done = false;
  const pruning = pruned().finally(() => {
    done = true;
  });
  let accepted = 0;
  while (!done) {
    await trigger();
    accepted++;
  }
  await pruning;
  expect(accepted).toBeGreaterThan(0);
  expect(await countOf(old)).toEqual({ executions: 0, attempts: 0 });
});

test("it stops between two steps when the server does", async () => {
  await succeeded(await trigger());
  const old = await plant(300, 91);
  const stopping = new AbortController();
  const { database } = server.runtime;
  const transaction: typeof database.transaction = async (work) => {
    const step = await database.transaction(work);
    if ((await countOf(old)).executions < 300) stopping.abort();
    return step;
  };
  expect(await prune({ ...context(), database: { ...database, transaction } }, stopping.signal)).toBe(true);
  expect((await countOf(old)).executions).toBeGreaterThanOrEqual(200);
  await pruned();
});

test("an idempotency key starts anew after a day, whether its request was pruned or not", async () => {
  const first = await trigger("monthly");
  server.advance(23 * HOUR_MS);
  await pruned();
  expect(await trigger("monthly")).toBe(first);
  server.advance(2 * HOUR_MS);
  const second = await trigger("monthly");
  expect(second).not.toBe(first);
  await pruned();
  expect(await trigger("monthly")).toBe(second);
  server.advance(3 * DAY_MS);
  await pruned();
  expect(await read().count(TriggerRequest)).toBe(0);
  expect(await trigger("monthly")).not.toBe(second);
});

test("a request that comes anew, after its old row was found, is not forgotten", async () => {
  await trigger("renewed");
  server.advance(3 * DAY_MS);
  const { database } = server.runtime;
  let renewed = "";
  const transaction: typeof database.transaction = async (work) => {
    renewed ||= await trigger("renewed");
    return database.transaction(work);
  };
  await prune({ ...context(), database: { ...database, transaction } }, never);
  expect(renewed).not.toBe("");
  expect(await trigger("renewed")).toBe(renewed);
});

interface Sample {
  /** What such a row is good for, in days from the time in its column. */
  keptDays: number;
  row(at: Date): object;
}

const hash = () => createHash("sha256").update(randomUUID()).digest("hex");

/** A row of each kind that is pruned. */
async function samples(): Promise<Map<unknown, Sample>> {
  const { userId } = acme.owner;
  const organizationId = acme.organization.id;
  const { id: apiKeyId } = await read().findOneByOrFail(ApiKey, {
    kind: "SYSTEM",
    projectId: acme.project.id,
  });
  return new Map<unknown, Sample>([
    [
      TriggerRequest,
      {
        keptDays: 1,
        row: (expiresAt) => ({
          callerId: userId,
          workflowId: acme.workflow.id,
          keyHash: hash(),
          inputHash: hash(),
          executionId: newId("execution"),
          expiresAt,
        }),
      },
    ],
    [
      ApiKeyRequest,
      { keptDays: 2, row: (createdAt) => ({ userId, idempotencyKey: randomUUID(), apiKeyId, createdAt }) },
    ],
    [
      Session,
      {
        keptDays: 1,
        row: (expiresAt) => ({
          id: newId("session"),
          tokenHash: hash(),
          userId,
          createdAt: expiresAt,
          lastSeenAt: expiresAt,
          expiresAt,
        }),
      },
    ],
    [
      Invitation,
      {
        keptDays: 1,
        row: (expiresAt) => ({
          id: newId("invitation"),
          organizationId,
          email: `${randomUUID()}@example.com`,
          role: "MEMBER",
          tokenHash: hash(),
          expiresAt,
          createdAt: expiresAt,
          invitedBy: { kind: "SYSTEM", name: "Postern", userId: null, apiKeyId: null },
        }),
      },
    ],
    [ApiKeyUsageDay, { keptDays: 366, row: (at) => ({ apiKeyId, day: dayOf(at), accepted: 1, denied: 0 }) }],
    [
      ApiKeyDenials,
      { keptDays: 90, row: (at) => ({ apiKeyId, day: dayOf(at), cause: "REVOKED", count: 1, lastAt: at }) },
    ],
  ]);
}

test("everything else that grows goes when its time is over, and not before", async () => {
  await pruned();
  const kinds = await samples();
  expect(RULES.map(({ entity }) => entity).filter((entity) => !kinds.has(entity))).toEqual([Execution]);
  for (const { entity, property } of RULES) {
    const sample = kinds.get(entity);
    if (sample === undefined) continue;
    const before = await read().count(entity);
    await inDatabase(async (ctx) => {
      await ctx.db.insert(entity, sample.row(ago(sample.keptDays - 1)));
      await ctx.db.insert(entity, sample.row(ago(sample.keptDays + 1)));
    });
    await pruned();
    expect({ property, rows: await read().count(entity) }).toEqual({ property, rows: before + 1 });
  }
});

test("the audit log is never pruned", async () => {
  const entries = await read().count(AuditEntry);
  expect(entries).toBeGreaterThan(0);
  server.advance(3650 * DAY_MS);
  await pruned({ executionRetentionDays: 1 });
  expect(await read().count(AuditEntry)).toBe(entries);
});

test("a server prunes by itself", async () => {
  await succeeded(await trigger());
  const old = await plant(3, 91);
  const retention = startRetention(server.runtime, 50);
  try {
    await until(async () => (await countOf(old)).executions === 0);
  } finally {
    await retention.stop();
  }
});

if (TEST_DATABASE === "mariadb") {
  test("every query of a round finds its rows by an index", async () => {
    await succeeded(await trigger());
    await plant(3000, 1);
    await plant(150, 91);
    const kinds = await samples();
    for (const { entity } of RULES) {
      const sample = kinds.get(entity);
      if (sample === undefined) continue;
      const rows = Array.from({ length: 3000 }, (_, i) => sample.row(ago(-i)));
      rows.push(sample.row(ago(sample.keptDays + 1)), sample.row(ago(sample.keptDays + 2)));
      await inDatabase((ctx) => ctx.db.insert(entity, rows));
      await read().query(`ANALYZE TABLE ${read().dataSource.getMetadata(entity).tableName}`);
    }
    await read().query("ANALYZE TABLE executions");
    const isOfRound = (sql: string) =>
      /^(\/\* background \*\/ SELECT|DELETE)/.test(sql) && !/next_run_at/.test(sql);
    const queries = await queriesDuring(server, pruned, isOfRound);
    expect(queries.filter(({ sql }) => sql.startsWith("DELETE"))).toHaveLength(RULES.length + 1);
    for (const { sql, parameters } of queries) {
      const [plan] = await read().query(`EXPLAIN ${sql}`, parameters);
      expect({ sql: sql.slice(0, 80), type: plan.type, key: plan.key }).toEqual({
        sql: sql.slice(0, 80),
        type: "range",
        key: expect.any(String),
      });
    }
  });
}
