import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const SERVER = fileURLToPath(new URL("../../server/dist/main.js", import.meta.url));
const WEB = fileURLToPath(new URL("../dist/index.html", import.meta.url));
const READY_WITHIN_MS = 60_000;

/** The built server as people run it: a process of its own, with an empty data folder. */
export interface Postern {
  url: string;
  setupLink: string;
  /** The SQLite file, for what only time brings about; to be touched while it is halted. */
  database: string;
  /** Ends the process; its address answers nothing until `resume`. */
  halt(): Promise<void>;
  /** Starts it again where it was halted, with the same address and the same data. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

export async function startPostern(): Promise<Postern> {
  if (!existsSync(SERVER) || !existsSync(WEB))
    throw new Error("Build first: npm test does, or pnpm run build.");
  const folder = await mkdtemp(join(tmpdir(), "postern-browser-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const token = "a-set-up-token-for-one-test";
  let child: ChildProcess | undefined;

  async function resume() {
    if (child?.exitCode === null) return;
    const started = spawn(process.execPath, [SERVER], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        HOST: "127.0.0.1",
        PORT: String(port),
        PUBLIC_URL: url,
        DATA_DIR: join(folder, "data"),
        TARGET_ALLOW: "127.0.0.0/8",
        SETUP_TOKEN: token,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    let output = "";
    for (const stream of [started.stdout, started.stderr]) stream.on("data", (chunk) => (output += chunk));
    if (await isReady(url, started)) return;
    await stop();
    throw new Error(`The server did not become ready:\n${output}`);
  }

  async function halt() {
    if (child?.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  }

  async function stop() {
    await halt();
    await rm(folder, { recursive: true, force: true });
  }

  await resume();
  const database = join(folder, "data", "postern.db");
  return { url, setupLink: `${url}/setup#token=${token}`, database, halt, resume, stop };
}

async function isReady(url: string, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const response = await fetch(`${url}/health/ready`).catch(() => null);
    if (response?.ok) return true;
    await sleep(100);
  }
  return false;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}
