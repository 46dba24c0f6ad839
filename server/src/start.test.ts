import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));

let folder: string;
const started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postern-start-"));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** The built server as a process of its own, and all it says. */
function start(environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env["PATH"], PORT: "0", DATA_DIR: join(folder, "data"), ...environment },
  });
  started.push(child);
  let output = "";
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        output += text;
        if (output.includes("is ready.")) resolve();
      });
    }
  });
  const ended = once(child, "close").then(([code]) => code as number);
  return { child, ready, ended, output: () => output };
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "a started server says where to go, and %s ends it with code 0",
  async (signal) => {
    const { child, ready, ended, output } = start();
    await ready;
    expect(output()).toMatch(/Open {5}http:\/\/localhost:\d+\n/);
    expect(output()).toMatch(/Set up {3}http:\/\/localhost:\d+\/setup#token=[\w-]{43}\n/);
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(output()).toContain("Postern has stopped.");
  },
);

test("a set-up token that the operator chose is not repeated", async () => {
  const { child, ready, ended, output } = start({ SETUP_TOKEN: "correct-horse-battery" });
  await ready;
  expect(output()).toMatch(/Set up {3}http:\/\/localhost:\d+\/setup\n/);
  expect(output()).not.toContain("correct-horse-battery");
  child.kill("SIGTERM");
  await ended;
});

test("the key that it makes for itself is for its own user's eyes only", async () => {
  const { child, ready, ended } = start();
  await ready;
  const file = join(folder, "data", "encryption.key");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(Buffer.from(readFileSync(file, "utf8"), "base64")).toHaveLength(32);
  child.kill("SIGTERM");
  await ended;
});

async function refused(environment: NodeJS.ProcessEnv): Promise<string> {
  const { ended, output } = start(environment);
  expect(await ended).toBe(1);
  expect(output()).toMatch(/^Postern cannot start\. /);
  expect(output()).not.toMatch(/^ +at /m);
  return output();
}

test("a wrong configuration stops the start with every fault named", async () => {
  const output = await refused({
    PORT: "eighty",
    LOG_LEVEL: "loud",
    DATABASE_URL: "oracle://x",
    TARGET_ALLOW: "home",
  });
  for (const name of ["PORT:", "LOG_LEVEL:", "DATABASE_URL:", "TARGET_ALLOW:"])
    expect(output).toContain(name);
});

test("a busy port is told in one line", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const port = String((other.address() as AddressInfo).port);
  const output = await refused({ PORT: port });
  other.close();
  expect(output.trim().split("\n").at(-1)).toBe(
    `Postern cannot start. Cannot listen on 127.0.0.1:${port}. Another program listens there already. Stop it, or set PORT.`,
  );
});

test("a data folder that cannot be is told in one line", async () => {
  writeFileSync(join(folder, "file"), "");
  for (const dataDir of [
    join(folder, "file"),
    join(folder, "file", "data"),
    "/proc/none",
    "/proc/none/deeper",
  ]) {
    expect(await refused({ DATA_DIR: dataDir })).toMatch(/data folder .* cannot be written/);
  }
});

test("a database that is away is told in one line, without its password", async () => {
  const output = await refused({ DATABASE_URL: "mariadb://postern:hunter2@127.0.0.1:9/postern" });
  expect(output).toContain("mariadb://127.0.0.1:9/postern cannot be used. Nothing answers there");
  expect(output).not.toContain("hunter2");
});

test("a database written with another encryption key is not touched", async () => {
  const { child, ready, ended } = start();
  await ready;
  child.kill("SIGTERM");
  await ended;
  const output = await refused({ ENCRYPTION_KEY: Buffer.alloc(32, 1).toString("base64") });
  expect(output).toContain("was written with encryption key");
});
