import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Stops a process where it is, and returns once all of its threads stand still: each takes a moment to. */
export async function standStill(pid: number): Promise<void> {
  process.kill(pid, "SIGSTOP");
  const threads = `/proc/${pid}/task`;
  // Only Linux tells.
  if (!existsSync(threads)) return void (await sleep(1000));
  const stands = (thread: string) => {
    try {
      return /^State:\tT/m.test(readFileSync(`${threads}/${thread}/status`, "utf8"));
    } catch {
      return true; // It has ended meanwhile.
    }
  };
  while (!readdirSync(threads).every(stands)) await sleep(10);
}
