import { Writable } from "node:stream";
import { QueryFailedError } from "typeorm";
import { loggable, openLog, scrub } from "./log.js";

const KEY = "pst_p_AbCdEfGhIjKlMnOpQrStUvWxYz0123450aBcDe";
const SIGNING = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwQ+/w==";

const SCRUBBED: [what: string, line: string, scrubbed: string][] = [
  ["a project key", `key ${KEY} used`, "key [secret] used"],
  ["an organization key", `pst_o_${KEY.slice(6)}`, "[secret]"],
  ["a key that was cut short", `x ${KEY.slice(0, 20)}`, "x [secret]"],
  ["a key with more behind it", `${KEY}${KEY.slice(6)}.`, "[secret]."],
  ["two keys", `${KEY},${KEY}`, "[secret],[secret]"],
  ["a key in JSON", JSON.stringify({ key: KEY }), '{"key":"[secret]"}'],
  [
    "a key in JSON in JSON",
    JSON.stringify({ body: JSON.stringify({ key: KEY }) }),
    String.raw`{"body":"{\"key\":\"[secret]\"}"}`,
  ],
  ["a key in a query string", `/hook?key=${KEY}&a=b`, "/hook?key=[secret]&a=b"],
  ["a signing secret", JSON.stringify({ a: SIGNING }), '{"a":"[secret]"}'],
  ["a signing secret in JSON in JSON", JSON.stringify(JSON.stringify(SIGNING)), String.raw`"\"[secret]\""`],
  ["a bearer token of any form", "Authorization: Bearer abc.def-ghi", "Authorization: Bearer [secret]"],
  [
    "a bearer token in JSON",
    '{"authorization":"Bearer abc.def","b":1}',
    '{"authorization":"Bearer [secret]","b":1}',
  ],
  [
    "a bearer token in JSON in JSON",
    String.raw`"{\"authorization\":\"Bearer abc\"}"`,
    String.raw`"{\"authorization\":\"Bearer [secret]\"}"`,
  ],
  [
    "a bearer token in small letters, as HTTP allows",
    "authorization: bearer abc.def",
    "authorization: bearer [secret]",
  ],
  ["a URL's password", "mysql://ada:hunter2@db/postern", "mysql://ada:[secret]@db/postern"],
  ["a URL's password without a user", "redis://:hunter2@db", "redis://:[secret]@db"],
  [
    "a URL's password in JSON",
    '{"url":"https://ada:hunter2@a.example/x"}',
    '{"url":"https://ada:[secret]@a.example/x"}',
  ],
  [
    "a URL's password with signs in it",
    "mysql://ada:h%40n!t;r=2@db/postern",
    "mysql://ada:[secret]@db/postern",
  ],
  ["a URL's password with an @ in it", "mysql://ada:hun@ter2@db/postern", "mysql://ada:[secret]@db/postern"],
  [
    "a URL's password behind a user in other letters",
    "mysql://größe:hunter2@db",
    "mysql://größe:[secret]@db",
  ],
  ["passwords of two URLs", "a://b:c@d e://f:g@h", "a://b:[secret]@d e://f:[secret]@h"],
];

test.each(SCRUBBED)("%s is not written", (_, line, scrubbed) => {
  expect(scrub(line)).toBe(scrubbed);
});

const READABLE: [what: string, line: string][] = [
  ["a key's preview", '{"preview":"pst_p_AbCd"}'],
  ["a key's preview in a sentence", "The key pst_o_0123 was rotated."],
  ["ids", '{"key":"key_01h455vb4pex5vsknk084sn02q","execution":"exec_01h455vb4pex5vsknk084sn02q"}'],
  ["the prefixes alone", "pst_p_ and whsec_"],
  ["a URL without a password", "https://postern.example.com:4000/a?b=c"],
  ["a URL with a port and an @ behind it", "https://a.example:4000/@ada"],
  ["a URL with a user only", "mysql://ada@db/postern"],
  ["an e-mail address", "ada@example.com"],
  ["the word Bearer alone", 'WWW-Authenticate: "Bearer"'],
];

test.each(READABLE)("%s stays readable", (_, line) => {
  expect(scrub(line)).toBe(line);
});

test("a long line is searched in a moment", () => {
  const begun = process.cpuUsage();
  for (const part of ["://", "://a:", "a:", "pst_p_", "Bearer ", "whsec_", "@", "x"]) {
    expect(typeof scrub(part.repeat(100_000))).toBe("string");
  }
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1000).toBeLessThan(2000);
});

/** A log that keeps what it writes, as a file (or, with a terminal, as a screen) would. */
function openCapture(level: string, isTTY = false) {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  return { written, log: openLog(level, Object.assign(stream, { isTTY }) as unknown as NodeJS.WriteStream) };
}

test("each event is one line of JSON, with its time, level, message and fields", () => {
  const { written, log } = openCapture("info");
  log.info({ requestId: "req-1" }, "first\nsecond");
  log.child({ part: "worker" }).error("broken");
  expect(written).toHaveLength(2);
  expect(written.every((line) => line.endsWith("\n") && line.split("\n").length === 2)).toBe(true);
  expect(written.map((line) => JSON.parse(line))).toEqual([
    {
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      requestId: "req-1",
      message: "first\nsecond",
    },
    { level: 50, time: expect.any(String), part: "worker", message: "broken" },
  ]);
});

const PLACES: [where: string, write: (log: ReturnType<typeof openLog>, secret: string) => void][] = [
  ["the message", (log, secret) => log.info(`used ${secret}`)],
  ["a field", (log, secret) => log.info({ secret }, "used")],
  ["a field deep inside", (log, secret) => log.info({ a: [{ b: { c: secret } }] }, "used")],
  ["a field's name", (log, secret) => log.info({ [secret]: 1 }, "used")],
  ["a child's fields", (log, secret) => log.child({ secret }).info("used")],
  [
    "JSON in a field",
    (log, secret) => log.info({ body: JSON.stringify({ a: JSON.stringify({ secret }) }) }, "used"),
  ],
  [
    "an error's message and stack",
    (log, secret) => log.error({ err: new Error(`refused ${secret}`) }, "used"),
  ],
  [
    "a failed query",
    (log, secret) => log.error({ err: new QueryFailedError(secret, [], new Error("a")) }, "used"),
  ],
  ["a header", (log, secret) => log.info({ headers: { "x-api-key": secret } }, "used")],
];

describe.each([
  ["a file", false],
  ["a terminal", true],
])("in %s", (_, isTTY) => {
  test.each(PLACES)("a secret in %s is not written", (_, write) => {
    for (const secret of [KEY, SIGNING]) {
      const { written, log } = openCapture("info", isTTY);
      write(log, secret);
      expect(written.join("")).toContain("[secret]");
      expect(written.join("")).not.toContain(secret.slice(8, 20));
      if (!isTTY)
        for (const line of written) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) });
    }
  });
});

test("a terminal gets readable lines", () => {
  const { written, log } = openCapture("info", true);
  log.warn({ requestId: "req-1" }, "slow");
  expect(written.join("")).toContain("slow");
  expect(written.join("")).toContain("req-1");
  expect(() => JSON.parse(written.join(""))).toThrow();
});

test("what lies below the level is not written", () => {
  const { written, log } = openCapture("warn");
  log.info("no");
  log.warn("yes");
  expect(written.map((line) => JSON.parse(line).message)).toEqual(["yes"]);
  const silent = openCapture("silent");
  silent.log.fatal("no");
  expect(silent.written).toEqual([]);
});

test("whoever logs a failed query does not log what was bound to it", () => {
  const driver = Object.assign(new Error("no such table: user"), { sql: "… 'hunter2'" });
  const { written, log } = openCapture("info");
  log.error(
    { err: new QueryFailedError("SELECT * FROM user WHERE hash = ?", ["hunter2"], driver) },
    "failed",
  );
  log.child({ part: "worker" }).error(new QueryFailedError("SELECT ?", ["hunter2"], driver));
  expect(written.join("")).not.toContain("hunter2");
  expect(JSON.parse(written[0] ?? "").err).toMatchObject({
    type: "QueryFailedError",
    message: "no such table: user",
    query: "SELECT * FROM user WHERE hash = ?",
  });
});

test("of an error only what is known to be harmless is loggable", () => {
  const error = Object.assign(new TypeError("broken"), {
    code: "E_BROKEN",
    query: "SELECT ?",
    parameters: ["hunter2"],
    driverError: { sql: "hunter2" },
    config: { password: "hunter2" },
  });
  expect(loggable(error)).toEqual({
    type: "TypeError",
    message: "broken",
    stack: error.stack,
    code: "E_BROKEN",
    query: "SELECT ?",
  });
  expect(loggable(new Error("plain"))).toEqual({
    type: "Error",
    message: "plain",
    stack: expect.any(String),
  });
});

test.each([
  ["a text", "a text"],
  [null, "null"],
  [undefined, "undefined"],
  [{ a: 1 }, "[object Object]"],
])("%j, thrown in place of an error, is loggable", (value, message) => {
  expect(loggable(value)).toEqual({ message });
});
