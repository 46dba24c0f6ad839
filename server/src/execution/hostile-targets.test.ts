import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { TIMEOUT_MAX_SECONDS } from "@postern/shared";
import { startWorker, type Worker } from "../queue/worker.js";
import { ALWAYS_LOOKING, ended, failedAttempts, type Shown, triggered } from "../testing/executions.js";
import { openRawTarget, type RawTarget } from "../testing/raw-target.js";
import { until } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import * as workflows from "../workflow/workflow.service.js";

let server: TestServer;
let worker: Worker;
let target: RawTarget | undefined;
beforeAll(async () => {
  server = await startTestServer();
  worker = startWorker(server.runtime, ALWAYS_LOOKING);
});
afterEach(async () => {
  await target?.close();
  target = undefined;
});
afterAll(async () => {
  await worker?.stop();
  await server?.stop();
});

/** A workflow that delivers to such a target, once. */
async function against(
  asked: (socket: Socket) => void,
  timeoutSeconds = TIMEOUT_MAX_SECONDS,
): Promise<{ acme: World; id: string }> {
  target = await openRawTarget(asked);
  const acme = await world(server, target.url);
  await workflows.update(contextOf(server, acme.owner), {
    id: acme.workflow.id,
    timeoutSeconds,
    maxAttempts: 1,
  });
  return { acme, id: await triggered(server, acme) };
}

async function outcomeOf(asked: (socket: Socket) => void, timeoutSeconds?: number): Promise<Shown> {
  const { acme, id } = await against(asked, timeoutSeconds);
  const done = await ended(server, acme, id);
  // Nothing of the attempt is left behind: its connection is closed.
  await until(() => target?.open() === 0);
  return done;
}

/** Sends something again and again until the other side hangs up. */
function again(socket: Socket, everyMs: number, bytes: string): void {
  const timer = setInterval(() => socket.write(bytes), everyMs);
  socket.on("close", () => clearInterval(timer));
}

const OK = "HTTP/1.1 200 OK\r\n";

const LATE: [what: string, asked: (socket: Socket) => void][] = [
  ["takes the request and says nothing", () => {}],
  [
    "drips the status line",
    (socket) => {
      socket.write("HTTP/1.1 200 ");
      again(socket, 50, "O");
    },
  ],
  [
    "drips headers",
    (socket) => {
      socket.write(OK);
      again(socket, 50, "X-A: b\r\n");
    },
  ],
  [
    "sends headers and no body",
    (socket) => {
      socket.write(`${OK}Content-Length: 5\r\n\r\n`);
    },
  ],
  [
    "drips its body",
    (socket) => {
      socket.write(`${OK}Content-Length: 60000\r\n\r\n`);
      again(socket, 50, "x");
    },
  ],
  [
    "drips chunks",
    (socket) => {
      socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n`);
      again(socket, 50, "1\r\nx\r\n");
    },
  ],
  ["sends informational answers for ever", (socket) => again(socket, 50, "HTTP/1.1 103 Early Hints\r\n\r\n")],
];

test.each(LATE)(
  "a target that %s has failed at the deadline, and its connection is ended",
  async (_, asked) => {
    const done = await outcomeOf(asked, 1);
    expect(done).toMatchObject({ status: "FAILED", output: null, error: { code: "TIMEOUT" } });
    const [attempt] = done.attempts;
    expect(attempt?.error?.message).toContain("1 s");
    // The deadline is the whole attempt's, so the attempt cannot have ended before it.
    expect(attempt?.durationMs).toBeGreaterThanOrEqual(900);
  },
);

test("of an answer without an end 64 KiB are kept, the connection is ended, and memory stays flat", async () => {
  const block = Buffer.alloc(64 * 1024, "x");
  let written = 0;
  const flood = (socket: Socket) => {
    socket.write(`${OK}Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n`);
    const more = () => {
      while (!socket.destroyed) {
        written += block.length;
        if (!socket.write(Buffer.concat([Buffer.from("10000\r\n"), block, Buffer.from("\r\n")]))) break;
      }
    };
    socket.on("drain", more);
    more();
  };
  const done = await outcomeOf(flood);
  expect(done.status).toBe("SUCCEEDED");
  expect(done.output).toBe("x".repeat(64 * 1024));
  // What the system's buffers hold, and not what half a minute of flooding would be.
  expect(written).toBeLessThan(32 * 1024 * 1024);
});

const REFUSED: [what: string, bytes: string | Buffer, code: string, message: string][] = [
  ["is not HTTP", "SSH-2.0-OpenSSH_9.9\r\n", "UNREACHABLE", "not HTTP"],
  ["has headers without an end", `${OK}X: ${"a".repeat(40_000)}`, "UNREACHABLE", "headers"],
  ["has a thousand headers", `${OK}${"X-Header: some value\r\n".repeat(3000)}\r\n`, "UNREACHABLE", "headers"],
  [
    "smuggles lengths",
    `${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
    "UNREACHABLE",
    "not as long as",
  ],
  ["has a status that is none", "HTTP/1.1 000 X\r\nContent-Length: 0\r\n\r\n", "UNREACHABLE", "not HTTP"],
  ["breaks off in its headers", `${OK}X-A`, "UNREACHABLE", "closed the connection"],
  ["breaks off in its body", `${OK}Content-Length: 10\r\n\r\nabc`, "UNREACHABLE", "closed the connection"],
  [
    "breaks off in a chunk",
    `${OK}Transfer-Encoding: chunked\r\n\r\n5\r\nab`,
    "UNREACHABLE",
    "closed the connection",
  ],
  [
    "switches to another protocol",
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
    "UNREACHABLE",
    "",
  ],
];

test.each(REFUSED)(
  "an answer that %s is a failure of its own, and none of the server's",
  async (_, bytes, code, message) => {
    const done = await outcomeOf((socket) => socket.end(bytes));
    expect(done).toMatchObject({ status: "FAILED", error: { code } });
    expect(done.error?.message).toContain(message);
    expect(done.error?.message).not.toContain("undefined");
  },
);

test("a connection that is reset is a failure that may pass", async () => {
  const { acme, id } = await against((socket) => socket.resetAndDestroy());
  const done = await ended(server, acme, id);
  expect(done.error).toEqual({
    code: "UNREACHABLE",
    message: "The target closed the connection before it answered.",
  });
});

const zipped = gzipSync(JSON.stringify({ a: 1 }));
const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
const withBody = (headers: string, body: string | Buffer) =>
  Buffer.concat([Buffer.from(`${OK}${headers}Content-Length: ${body.length}\r\n\r\n`), Buffer.from(body)]);
const KEPT: [what: string, answer: string | Buffer, output: unknown][] = [
  ["HTTP/1.0 without a length", 'HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{"a":1}', { a: 1 }],
  ["no content type", withBody("", '{"a":1}'), '{"a":1}'],
  [
    "UTF-8 that is none",
    withBody("Content-Type: text/plain\r\n", Buffer.from([0x61, 0xff, 0xfe, 0x62])),
    "a\ufffd\ufffdb",
  ],
  [
    "JSON with bytes that are no UTF-8",
    withBody("Content-Type: application/json\r\n", Buffer.from([0x22, 0xff, 0x22])),
    "\ufffd",
  ],
  ["another charset, read as UTF-8", withBody("Content-Type: text/plain; charset=utf-16\r\n", "abc"), "abc"],
  [
    "gzip, which was not asked for",
    withBody("Content-Type: application/json\r\nContent-Encoding: gzip\r\n", zipped),
    null,
  ],
  ["a gzip bomb", withBody("Content-Type: application/json\r\nContent-Encoding: gzip\r\n", bomb), null],
  [
    "an informational answer first",
    `HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n${OK}Content-Length: 1\r\n\r\nx`,
    "x",
  ],
  [
    "JSON with an integer that would be rounded",
    withBody("Content-Type: application/json\r\n", '{"id":9007199254740993}'),
    '{"id":9007199254740993}',
  ],
  [
    "JSON with a number that is too large for any",
    withBody("Content-Type: application/json\r\n", '[-1e400,"1e400"]'),
    '[-1e400,"1e400"]',
  ],
  [
    "JSON with numbers that stay what they are",
    withBody("Content-Type: application/json\r\n", '[9007199254740991,1e21,0.1,"9007199254740993"]'),
    [9007199254740991, 1e21, 0.1, "9007199254740993"],
  ],
  ["a content type with nonsense", withBody("Content-Type: ;;;/json/json\r\n", "{"), "{"],
];

test.each(KEPT)("an answer with %s succeeds", async (_, answer, output) => {
  const done = await outcomeOf((socket) => socket.end(answer));
  expect(done).toMatchObject({ status: "SUCCEEDED", error: null });
  expect(done.output).toEqual(output);
});

test("the next attempt after a failure is made on a connection of its own", async () => {
  target = await openRawTarget((socket) => socket.destroy());
  const acme = await world(server, target.url);
  const id = await triggered(server, acme);
  await failedAttempts(server, id, 1);
  server.advance(6000);
  await failedAttempts(server, id, 2);
  expect(target.made()).toBe(2);
});

test("none of this was an unknown reason or an error of the server", () => {
  const lines = server.logged.map((line) => JSON.parse(line) as { level: number; msg: string });
  expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
});
