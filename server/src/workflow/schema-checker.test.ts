import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { SchemaChecker } from "../context.js";
import { PosternError } from "../errors.js";
import { HOSTILE_PAIRS } from "../testing/hostile-schemas.js";
import { openSchemaChecker } from "./schema-checker.js";

const DEADLINE_MS = 300;
const TOO_LONG = [
  {
    path: "",
    message: "Checking this input against the workflow's schema takes longer than 300 ms. Make it simpler.",
  },
];

const server = createServer((_, response) => response.end("here"));
let url: string;
beforeAll(async () => {
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
const endless = (checker: SchemaChecker, number: number, tenant?: string) =>
  checker.inputFaults(JSON.stringify({ ...ENDLESS, $comment: `the ${number}th` }), DEEP, tenant);
const refused = (message: string) => expect.objectContaining({ code: "SERVICE_UNAVAILABLE", message });

describe("hostile schemas", () => {
  let checker: SchemaChecker;
  let patient: SchemaChecker;
  beforeAll(() => {
    checker = openSchemaChecker({ deadlineMs: DEADLINE_MS, patienceMs: 60_000 });
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
    expect(await checker.inputFaults('{"type":"string"}', '"x"')).toEqual([]);
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
  const slow = endless(checker, 1, "a");
  const behind = [1, 2, 3].map((n) => checker.inputFaults('{"type":"number"}', input(n), "a"));
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
  expect(await checker.inputFaults(JSON.stringify(schema), many, "a")).toEqual([
    {
      path: "",
      message: "Checking this input against the workflow's schema takes too much memory. Make it simpler.",
    },
  ]);
  expect(await checker.inputFaults('{"type":"string"}', '"x"', "a")).toEqual([]);
});

test("slow checks of many workflows leave a thread to one whose checks are quick", async () => {
  const checker = open();
  expect(await checker.inputFaults('{"type":"number"}', "1")).toEqual([]);
  let ended = 0;
  const slow = Array.from({ length: 10 }, (_, n) => endless(checker, n).then(() => ended++));
  for (let n = 0; n < 20; n++) expect(await checker.inputFaults('{"type":"number"}', input(n))).toEqual([]);
  // In one queue they would stand behind all ten.
  expect(ended).toBeLessThan(9);
  await Promise.all(slow);
});

test("a tenant with many slow checks makes another one wait for a turn, not for all of them", async () => {
  const checker = open();
  let ended = 0;
  const slow = Array.from({ length: 10 }, (_, n) => endless(checker, n, "loud").then(() => ended++));
  expect(await checker.inputFaults('{"type":"number"}', "1", "new")).toEqual([]);
  expect(ended).toBeLessThan(3);
  await Promise.all(slow);
});

test("a tenant that sends too much at once is refused for it, and no other is", async () => {
  const checker = open(10_000);
  const sent = Array.from({ length: 40 }, (_, n) => endless(checker, n, "loud"));
  const settled = Promise.allSettled(sent);
  const refusal = "Too many inputs are being checked at this moment. Try again in a few seconds.";
  // One runs, 32 wait.
  for (const late of sent.slice(33)) await expect(late).rejects.toEqual(refused(refusal));
  const other = expect(checker.inputFaults("true", "1", "other")).rejects.toBeInstanceOf(PosternError);
  await checker.close();
  const stopping = "The server is stopping. Try again in a few seconds.";
  await other;
  for (const result of (await settled).slice(0, 33)) {
    expect(result).toEqual({ status: "rejected", reason: refused(stopping) });
  }
  await expect(checker.schemaFaults({})).rejects.toEqual(refused(stopping));
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
    await Promise.all(Array.from({ length: 50 }, (_, n) => checker.inputFaults("true", "1", "tenant " + n)));
    await Promise.all(Array.from({ length: 50 }, (_, n) => checker.inputFaults("true", "1", "tenant " + n)));
    counts.push(threads());
    clearInterval(alive);
    process.stdout.write(JSON.stringify(counts));
  `;
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] },
    timeout: 20_000,
  });
  expect(run).toMatchObject({ status: 0, stdout: "[0,0,1,2]", stderr: "" });
});
