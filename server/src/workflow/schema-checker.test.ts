import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { CheckedFor, SchemaChecker } from "../context.js";
import { HOSTILE_PAIRS } from "../testing/hostile-schemas.js";
import { openSchemaChecker } from "./schema-checker.js";

/** Far longer than an honest check takes on a busy machine. */
const DEADLINE_MS = 1000;
const TOO_LONG = [
  {
    path: "",
    message: "Checking this input against the workflow's schema takes longer than 1000 ms. Make it simpler.",
  },
];

const server = createServer((_, response) => response.end("here"));
let url: string;
beforeAll(async () => {
  // Only the client ends an idle connection, so that none ends just when it is used again.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** A checker that the test's end closes. */
const opened: SchemaChecker[] = [];
function open(deadlineMs = DEADLINE_MS): SchemaChecker {
  const checker = openSchemaChecker({ deadlineMs, patienceMs: 60_000 });
  opened.push(checker);
  return checker;
}
afterEach(() => Promise.all(opened.splice(0).map((checker) => checker.close())));

const input = (value: unknown) => JSON.stringify(value);
/** Takes for ever: each of 31 levels is looked at twice as often as the one above. */
const ENDLESS = { allOf: [{ items: { $ref: "#" } }, { items: { $ref: "#" } }] };
const DEEP = "[".repeat(31) + "]".repeat(31);
const endless = (checker: SchemaChecker, number: number, whose?: CheckedFor) =>
  checker.inputFaults(JSON.stringify({ ...ENDLESS, $comment: `the ${number}th` }), DEEP, whose);
const of = (tenant: string, workflowId = `${tenant}'s`): CheckedFor => ({ tenant, workflowId });

describe("hostile schemas", () => {
  let checker: SchemaChecker;
  let patient: SchemaChecker;
  beforeAll(() => {
    checker = openSchemaChecker({ deadlineMs: 300, patienceMs: 60_000 });
    patient = openSchemaChecker({ deadlineMs: 10_000 });
  });
  afterAll(() => Promise.all([checker.close(), patient.close()]));

  test.each(HOSTILE_PAIRS)("$name: told or refused, and HTTP is answered meanwhile", async (pair) => {
    const kept = await patient.schemaFaults(pair.schema);
    expect(kept.length > 0).toBe(pair.refusedWhenKept);

    let ended = false;
    const answer = checker
      .inputFaults(JSON.stringify(pair.schema), input(pair.input))
      .finally(() => (ended = true));
    let answered = 0;
    while (!ended) {
      expect(await (await fetch(url)).text()).toBe("here");
      answered++;
    }
    const faults = await answer;
    expect(faults.length).toBeLessThanOrEqual(10);
    // Had the check run in this thread, no request could have been answered before it ended.
    if (faults[0]?.message.includes("takes longer")) expect(answered).toBeGreaterThan(2);
    // The thread that had it, or the one after it, does the next check: at the latest when the machine has time.
    while ((await checker.inputFaults('{"type":"string"}', '"x"')).length > 0);
  });

  test("the table has the sizes that a workflow and a trigger take", () => {
    expect(HOSTILE_PAIRS.length).toBeGreaterThan(35);
    for (const pair of HOSTILE_PAIRS) {
      expect([pair.name, JSON.stringify(pair.schema).length <= 16 * 1024]).toEqual([pair.name, true]);
      expect([pair.name, Buffer.byteLength(input(pair.input)) <= 256 * 1024]).toEqual([pair.name, true]);
    }
  });
});

test("what takes too long is told so, for an input and for a schema, and the checks behind it are done", async () => {
  const checker = open();
  const slow = endless(checker, 1, of("a"));
  const behind = [1, 2, 3].map((n) => checker.inputFaults('{"type":"number"}', input(n), of("a")));
  expect(await slow).toEqual(TOO_LONG);
  expect(await Promise.all(behind)).toEqual([[], [], []]);
  const oneOf = Array.from({ length: 400 }, () => ({ properties: { a: { type: "null" } } }));
  expect(await open(1).schemaFaults({ oneOf })).toEqual([
    { path: "", message: "Checking this schema takes longer than 1 ms. Make it simpler." },
  ]);
});

test("what takes too much memory ends its thread, and the next check has another one", async () => {
  const checker = open(20_000);
  const schema = { contains: { anyOf: Array.from({ length: 900 }, () => ({ type: "null" })) } };
  const many = input(Array(120_000).fill(1));
  expect(await checker.inputFaults(JSON.stringify(schema), many, of("a"))).toEqual([
    {
      path: "",
      message: "Checking this input against the workflow's schema takes too much memory. Make it simpler.",
    },
  ]);
  expect(await checker.inputFaults('{"type":"string"}', '"x"', of("a"))).toEqual([]);
});

test("slow checks of many workflows leave a thread to one whose checks are quick", async () => {
  const checker = open();
  expect(await checker.inputFaults('{"type":"number"}', "1")).toEqual([]);
  let ended = 0;
  const slow = Promise.allSettled(
    Array.from({ length: 10 }, (_, n) => endless(checker, n).then(() => ended++)),
  );
  for (let n = 0; n < 3; n++) expect(await checker.inputFaults('{"type":"number"}', input(n))).toEqual([]);
  // In one queue they would stand behind all ten.
  expect(ended).toBeLessThan(9);
  await checker.close();
  await slow;
});

test("a tenant with many slow checks makes another one wait for a turn, not for all of them", async () => {
  const checker = open();
  let ended = 0;
  const slow = Promise.allSettled(
    Array.from({ length: 10 }, (_, n) => endless(checker, n, of("loud")).then(() => ended++)),
  );
  expect(await checker.inputFaults('{"type":"number"}', "1", of("new"))).toEqual([]);
  expect(ended).toBeLessThan(3);
  await checker.close();
  await slow;
});

test("a workflow whose checks are slow makes another of its tenant wait for nothing", async () => {
  const checker = open();
  const number = (value: number) => checker.inputFaults('{"type":"number"}', input(value), of("a", "quick"));
  for (let n = 0; n < 5; n++) expect(await number(n)).toEqual([]);
  let ended = 0;
  const slow = Promise.allSettled(
    Array.from({ length: 33 }, (_, n) => endless(checker, n, of("a", "slow")).then(() => ended++)),
  );
  for (let n = 0; n < 33; n++) expect(await number(n)).toEqual([]);
  // Taking turns on one thread, they would have waited for each of them.
  expect(ended).toBeLessThan(33);
  // One that nothing is known of gets its turn after one of them.
  const before = ended;
  expect(await checker.inputFaults("true", "1", of("a", "new"))).toEqual([]);
  expect(ended - before).toBeLessThan(4);
  await checker.close();
  await slow;
});

test("a workflow that is sent too much at once is refused for it, and no other is", async () => {
  const checker = open(10_000);
  const sent = Array.from({ length: 40 }, (_, n) => endless(checker, n, of("loud")));
  const settled = Promise.allSettled(sent);
  const refusal = {
    code: "RATE_LIMITED",
    message:
      "Too many inputs of this workflow are being checked at this moment. Try again in a few seconds, or make its schema simpler.",
    details: { retryAfterSeconds: 5 },
  };
  // One runs, 32 wait.
  for (const late of sent.slice(33)) await expect(late).rejects.toMatchObject(refusal);
  const others = Promise.allSettled(
    [of("loud", "a neighbour"), of("other")].map((whose) => checker.inputFaults("true", "1", whose)),
  );
  await checker.close();
  const stopping = {
    code: "SERVICE_UNAVAILABLE",
    message: "The server is stopping. Try again in a few seconds.",
  };
  for (const result of [...(await settled).slice(0, 33), ...(await others)]) {
    expect(result).toMatchObject({ status: "rejected", reason: stopping });
  }
  await expect(checker.schemaFaults({})).rejects.toMatchObject(stopping);
});

test("who has waited too long is told when to come back", async () => {
  const checker = openSchemaChecker({ deadlineMs: 10_000, patienceMs: 50 });
  opened.push(checker);
  const slow = endless(checker, 1, of("a")).catch(() => {});
  await expect(endless(checker, 2, of("a"))).rejects.toMatchObject({
    code: "SERVICE_UNAVAILABLE",
    details: { retryAfterSeconds: 5 },
  });
  await checker.close();
  await slow;
});

test("threads come with the first schema, are two at most, and keep no process alive", () => {
  const module = fileURLToPath(new URL("../../dist/workflow/schema-checker.js", import.meta.url));
  const program = `
    import { openSchemaChecker } from ${JSON.stringify(module)};
    const threads = () => process.report.getReport().workers.length;
    const counts = [threads()];
    const checker = openSchemaChecker();
    counts.push(threads());
    // A timer, as nothing else keeps this process alive until the answers are here.
    const alive = setInterval(() => {}, 1000);
    await checker.schemaFaults({});
    counts.push(threads());
    await Promise.all(Array.from({ length: 50 }, (_, n) => checker.inputFaults("true", "1", { tenant: "tenant " + n, workflowId: "w" + n })));
    await Promise.all(Array.from({ length: 50 }, (_, n) => checker.inputFaults("true", "1", { tenant: "tenant " + n, workflowId: "w" + n })));
    counts.push(threads());
    clearInterval(alive);
    process.stdout.write(JSON.stringify(counts));
  `;
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] },
    timeout: 60_000,
  });
  expect(run).toMatchObject({ status: 0, stdout: "[0,0,1,2]", stderr: "" });
});
