import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../dist/testing/receiver-program.js", import.meta.url));

/** One delivery as the receiver's log keeps it: a line of JSON each. */
export interface Delivered {
  /** Header `webhook-id`. */
  id: string;
  /** `input.n` of the body: which trigger it belongs to. */
  n: number | null;
  /** Which delivery of this id it is, from 1. */
  count: number;
  /** When it had come in full, in milliseconds. */
  at: number;
  /** `timestamp` of the body: when the trigger was accepted, in milliseconds. */
  acceptedAt: number;
  /** When the trigger was to be sent, where its input says so. */
  sentAt: number | null;
  /** Why the delivery is not what it says; null where signature, id and body agree. */
  fault: string | null;
  answer: Answer;
}

/** How the receiver answers: as it should, with HTTP 500, never, or by closing the connection. */
export type Answer = "ok" | "error" | "hang" | "drop";

/** How often, of 1,000 executions, the receiver misbehaves, each at the execution's first delivery only. */
export interface Mood {
  seed: number;
  error: number;
  hang: number;
  drop: number;
  /** The longest it takes to answer, in milliseconds. */
  slowMs: number;
}

export const GOOD_MOOD: Mood = { seed: 1, error: 0, hang: 0, drop: 0, slowMs: 0 };

export type Order = { mood: Mood } | { secret: string } | { hold: boolean } | { count: true };

/** A receiver in a process of its own, which nothing that happens to the server touches. */
export interface ReceiverProcess {
  url: string;
  /** The signing secret that each delivery is verified with. */
  expectSecret(secret: string): void;
  behave(mood: Mood): void;
  /** Leaves everything unanswered that it gets, until it is told to hold no more. */
  hold(on: boolean): void;
  /** Different executions that were delivered so far. */
  distinct(): Promise<number>;
  /** All that it got so far. */
  log(): Delivered[];
  stop(): Promise<void>;
}

/** Starts a receiver that keeps what it gets in the file `log`. */
export async function startReceiverProcess(log: string): Promise<ReceiverProcess> {
  const child: ChildProcess = fork(PROGRAM, [log], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const [port] = (await once(child, "message")) as [number];
  const order = (what: Order) => void child.send(what);
  return {
    url: `http://127.0.0.1:${port}/hook`,
    expectSecret: (secret) => order({ secret }),
    behave: (mood) => order({ mood }),
    hold: (hold) => order({ hold }),
    distinct: async () => {
      const told = once(child, "message");
      order({ count: true });
      return (await told)[0] as number;
    },
    log: () =>
      existsSync(log)
        ? readFileSync(log, "utf8")
            .split("\n")
            .filter((line) => line !== "")
            .map((line) => JSON.parse(line) as Delivered)
        : [],
    stop: async () => {
      if (child.exitCode !== null) return;
      child.disconnect();
      await once(child, "exit");
    },
  };
}
