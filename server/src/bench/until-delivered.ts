import { setTimeout as sleep } from "node:timers/promises";
import type { ReceiverProcess } from "../testing/receiver-process.js";

/** As long as this nothing new may come before a measurement counts as failed. */
const STANDSTILL_MS = 60_000;

/** Waits until the receiver got so many different executions. */
export async function untilDelivered(receiver: ReceiverProcess, executions: number): Promise<void> {
  let got = await receiver.distinct();
  for (let movedAt = Date.now(); got < executions; ) {
    await sleep(200);
    const now = await receiver.distinct();
    if (now > got) movedAt = Date.now();
    else if (Date.now() - movedAt > STANDSTILL_MS) {
      throw new Error(`Of ${executions} executions only ${now} were delivered, and nothing more comes.`);
    }
    got = now;
  }
}
