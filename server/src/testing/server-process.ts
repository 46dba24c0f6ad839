import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.js";
import { standStill } from "./stand-still.js";

/** The built server, seen from the sources and from what was built of them alike. */
const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
/** A server that has not said by then that it is ready does not start any more. */
const START_WITHIN_MS = 60_000;
/**
 * Loaded into the server beside its own code: tells its memory on demand, if wished with the garbage collected
 * first, and ends with the process that started it, however that one ends.
 */
const BESIDE = `data:text/javascript,${encodeURIComponent(`
  process.on("message", (collect) => {
    if (collect) globalThis.gc();
    const { rss: resident, heapUsed: heap } = process.memoryUsage();
    process.send({ resident, heap });
  });
  process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
  process.channel?.unref();`)}`;

/** In bytes: all that the process holds in memory, and what of it is JavaScript's in use. */
export interface Memory {
  resident: number;
  heap: number;
}

/** The built server in a process of its own, which can be killed and frozen. */
export interface ServerProcess {
  /** The same at every start. */
  readonly url: string;
  /** How often it ended although nobody here ended it. */
  readonly deaths: number;
  /** Returns once it says that it is ready. */
  start(): Promise<void>;
  /** Kills it without a word, and returns once it is gone. */
  kill(): Promise<void>;
  /** Stops its clock: it neither works nor answers, and its connections stay open, until resume(). */
  freeze(): Promise<void>;
  resume(): void;
  /** What it holds now; with `collect` after a collection of garbage. */
  memory(collect?: boolean): Promise<Memory>;
  /** Lets it end in its own way; kills it where it does not. */
  stop(): Promise<void>;
}

/** Prepares a server with this environment, whose words go to the file `log`. It is not started yet. */
export async function serverProcess(environment: NodeJS.ProcessEnv, log: string): Promise<ServerProcess> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  let deaths = 0;

  const launch = () => {
    const started = spawn(process.execPath, ["--expose-gc", "--import", BESIDE, MAIN], {
      env: { PATH: process.env["PATH"], PORT: String(port), TARGET_ALLOW: "127.0.0.0/8", ...environment },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    for (const stream of [started.stdout, started.stderr])
      stream?.on("data", (text: Buffer) => appendFileSync(log, text));
    child = started;
    started.once("exit", () => {
      if (child !== started) return;
      child = undefined;
      deaths++;
    });
    return started;
  };
  /** Ends it on purpose, so that it does not count as a death. */
  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = once(ending, "close");
    ending.kill(signal);
    // A frozen one hears nothing else.
    ending.kill("SIGCONT");
    const impatience = setTimeout(() => ending.kill("SIGKILL"), START_WITHIN_MS);
    await ended;
    clearTimeout(impatience);
  };
  let asked: Promise<unknown> = Promise.resolve();
  const ask = async (collect: boolean) => {
    if (!child) throw new Error("The server does not run.");
    const told = once(child, "message");
    child.send(collect);
    return (await told)[0] as Memory;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    get deaths() {
      return deaths;
    },
    start: async () => {
      if (child) throw new Error("The server is running already.");
      await untilReady(launch(), log);
    },
    kill: () => end("SIGKILL"),
    freeze: async () => {
      if (child?.pid) await standStill(child.pid);
    },
    resume: () => void child?.kill("SIGCONT"),
    memory: (collect = false) => {
      // One question after the other, so that each gets its own answer.
      const answer = asked.then(() => ask(collect));
      asked = answer.catch(() => {});
      return answer;
    },
    stop: () => end("SIGTERM"),
  };
}

async function untilReady(child: ChildProcess, log: string): Promise<void> {
  const ready = await new Promise<boolean>((resolve) => {
    let output = "";
    const hear = (text: Buffer) => {
      output += text;
      if (!output.includes("is ready.")) return;
      child.stdout?.off("data", hear);
      resolve(true);
    };
    child.stdout?.on("data", hear);
    child.once("exit", () => resolve(false));
    setTimeout(resolve, START_WITHIN_MS, false).unref();
  });
  if (ready) return;
  child.kill("SIGKILL");
  throw new Error(`The server did not start. The end of its log:\n${readFileSync(log, "utf8").slice(-2000)}`);
}
