import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** A command of the built command line as a process of its own. */
export interface Command {
  child: ChildProcess;
  /** Resolves when a line on stderr has this in it; rejects when the command ends without one. */
  told(text: string): Promise<void>;
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

export function startCommand(args: string[], environment: NodeJS.ProcessEnv): Command {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (text) => {
    output.stdout += text;
  });
  child.stderr.on("data", (text) => {
    output.stderr += text;
  });
  const ended = once(child, "close").then(([code]) => ({ code, ...output }));
  return {
    child,
    ended,
    async told(text) {
      while (!output.stderr.includes(text)) {
        const over = await Promise.race([
          once(child.stderr, "data").then(() => false),
          ended.then(() => true),
        ]);
        if (over && !output.stderr.includes(text))
          throw new Error(`It ended without "${text}": ${output.stderr}`);
      }
    },
  };
}

export const runCommand = (args: string[], environment: NodeJS.ProcessEnv) =>
  startCommand(args, environment).ended;
