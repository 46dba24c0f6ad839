import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findRedis } from "./find-binary.js";
import { freePort } from "./free-port.js";
import { standStill } from "./stand-still.js";

/** A private Redis on loopback that keeps nothing, and can be killed. */
export interface RedisServer {
  url: string;
  /** Kills it without a word. */
  kill(): Promise<void>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
  /** From now on it is connected, and answers nothing. */
  freeze(): Promise<void>;
  thaw(): void;
  stop(): Promise<void>;
}

export async function startRedisServer(): Promise<RedisServer> {
  const binary = findRedis();
  if (!binary) throw new Error("redis-server is missing (apt-get install redis-server).");
  const folder = mkdtempSync(join(tmpdir(), "postern-redis-"));
  const port = await freePort();

  const launch = async () => {
    const child = spawn(binary, [
      "--port",
      String(port),
      "--bind",
      "127.0.0.1",
      "--save",
      "",
      "--dir",
      folder,
    ]);
    let output = "";
    while (!output.includes("Ready to accept connections"))
      output += String((await once(child.stdout, "data"))[0]);
    return child;
  };
  let child = await launch();
  // A test process that dies takes it along.
  const takeAlong = () => void child.kill("SIGKILL");
  process.once("exit", takeAlong);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "close");
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start: async () => {
      child = await launch();
    },
    freeze: () => standStill(child.pid ?? 0),
    thaw: () => void child.kill("SIGCONT"),
    stop: async () => {
      await kill();
      process.off("exit", takeAlong);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
