import { setTimeout as sleep } from "node:timers/promises";
import type { Runtime } from "../context.js";
import { knownKeyIds } from "../encryption-key/known-keys.js";
import { rewrap } from "./rewrap.js";

/** How often a server looks whether its keys have changed. */
const LOOK_EVERY_MS = 30_000;
/** Between two small transactions, for everybody else. */
const PAUSE_MS = 50;

/**
 * While there are older keys beside the present one: brings what they sealed over to it, in small steps beside
 * everything else that the server does. Several servers and the command line may do so at once.
 */
export function startRewrapping(runtime: Runtime): { stop(): Promise<void> } {
  const { log } = runtime;
  const stopping = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => {});

  async function look(): Promise<void> {
    const { database, encryption } = runtime;
    encryption.refresh();
    if (encryption.keyIds.length === 1) return;
    // A server that has not been restarted with the new order of keys yet would lead them back.
    const [present] = await knownKeyIds(database.read);
    if (present !== encryption.keyId) return;
    const done = { rewrapped: 0, unreadable: 0 };
    for await (const step of rewrap(database, encryption)) {
      done.rewrapped += step.rewrapped;
      done.unreadable += step.unreadable;
      await pause(PAUSE_MS);
      if (stopping.signal.aborted) break;
    }
    if (done.unreadable > 0) log.error(done, "there are records that none of the encryption keys opens");
    else if (done.rewrapped > 0) log.info(done, "records were sealed anew with the present encryption key");
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look().catch((err) => log.error({ err }, "records could not be sealed anew"));
      await pause(LOOK_EVERY_MS);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
