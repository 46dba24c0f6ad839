import { createHook } from "node:async_hooks";
import bcrypt from "bcrypt";
import { PosternError } from "../errors.js";
import { hashPassword, verifyPassword, warmUpPasswords } from "./password.js";

// Cheap hashes (2^4 rounds) where only the answer matters; the server's own cost about a quarter of a second.
const cheap = (password: string) => bcrypt.hashSync(password, 4);

/** Counts bcrypt's operations in Node's thread pool: how many there were, and how many at most at once. */
async function countBcrypt(work: () => Promise<unknown>): Promise<{ total: number; most: number }> {
  const open = new Set<number>();
  const count = { total: 0, most: 0 };
  const hook = createHook({
    init(id, type) {
      if (!/^bcrypt:(Encrypt|Compare)/.test(type)) return;
      open.add(id);
      count.total++;
      count.most = Math.max(count.most, open.size);
    },
    before: (id) => void open.delete(id),
  });
  hook.enable();
  try {
    await work();
  } finally {
    hook.disable();
  }
  return count;
}

beforeAll(warmUpPasswords);

test("a new password's hash is bcrypt's of cost 12, salted anew each time, and verifies that password alone", async () => {
  const [one, other] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
  expect(one).toMatch(/^\$2b\$12\$/);
  expect(one).not.toBe(other);
  expect(await verifyPassword("correct horse", one)).toBe(true);
  expect(await verifyPassword("Correct horse", one)).toBe(false);
});

const ANSWERS: [what: string, typed: string, real: string, right: boolean][] = [
  ["the password", "correct horse", "correct horse", true],
  ["another password", "wrong horse", "correct horse", false],
  ["nothing", "", "correct horse", false],
  ["the password and a space", "correct horse ", "correct horse", false],
  ["the password in capitals", "CORRECT HORSE", "correct horse", false],
  ["72 bytes that are right", "x".repeat(72), "x".repeat(72), true],
  ["73 bytes of which 72 are right", "x".repeat(73), "x".repeat(72), false],
  ["72 right bytes and a long text", `${"x".repeat(72)}${"y".repeat(5000)}`, "x".repeat(72), false],
  ["73 bytes in fewer characters", `${"🔑".repeat(18)}y`, "🔑".repeat(18), false],
  ["72 bytes in 18 characters", "🔑".repeat(18), "🔑".repeat(18), true],
  ["72 bytes of which the last is wrong", `${"x".repeat(71)}y`, "x".repeat(72), false],
  ["the password up to U+0000", "correct horse", "correct horse\0battery", false],
];

test.each(ANSWERS)("%s: right or not is told", async (_, typed, real, right) => {
  expect(await verifyPassword(typed, cheap(real))).toBe(right);
});

test("bcrypt itself would take a longer text for the password it begins with", () => {
  // The reason for the rule above; when this fails, the rule may go.
  expect(bcrypt.compareSync("x".repeat(73), cheap("x".repeat(72)))).toBe(true);
});

test.each(["correct horse", "", "x".repeat(73)])("without a hash, %j is never right", async (password) => {
  expect(await verifyPassword(password, null)).toBe(false);
});

test("a refusal costs one comparison, whether there is a hash or not, and whether the text is too long or not", async () => {
  for (const [password, hash] of [
    ["correct horse", cheap("another horse")],
    ["correct horse", null],
    ["x".repeat(5000), cheap("x".repeat(72))],
    ["x".repeat(5000), null],
  ] as const) {
    expect(await countBcrypt(() => verifyPassword(password, hash))).toEqual({ total: 1, most: 1 });
  }
});

test("at most two work at once, 32 wait, and whoever comes then is told to come back later", async () => {
  const hash = cheap("correct horse");
  let results: PromiseSettledResult<boolean>[] = [];
  const count = await countBcrypt(async () => {
    results = await Promise.allSettled(
      Array.from({ length: 40 }, () => verifyPassword("correct horse", hash)),
    );
  });
  expect(count).toEqual({ total: 34, most: 2 });
  expect(results.slice(0, 34)).toEqual(Array(34).fill({ status: "fulfilled", value: true }));
  for (const result of results.slice(34)) {
    expect(result).toMatchObject({ status: "rejected", reason: { code: "RATE_LIMITED" } });
    const { reason } = result as PromiseRejectedResult;
    expect(reason).toBeInstanceOf(PosternError);
    expect(reason.details).toEqual({ retryAfterSeconds: expect.any(Number) });
  }
});

test("new hashes and comparisons share the two places", async () => {
  const hash = cheap("correct horse");
  const count = await countBcrypt(() =>
    Promise.all([
      hashPassword("a new password"),
      hashPassword("a new password"),
      ...Array.from({ length: 6 }, () => verifyPassword("correct horse", hash)),
    ]),
  );
  expect(count).toEqual({ total: 8, most: 2 });
});

test("a place is free again after a failure", async () => {
  const broken = Array.from({ length: 10 }, () => hashPassword(undefined as unknown as string));
  expect((await Promise.allSettled(broken)).map(({ status }) => status)).toEqual(Array(10).fill("rejected"));
  const hash = cheap("correct horse");
  const rush = Array.from({ length: 34 }, () => verifyPassword("correct horse", hash));
  expect(await Promise.all(rush)).toEqual(Array(34).fill(true));
});
