import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import type { Chance } from "../cli/seed-random.js";
import { type Stage, TIMEOUT_SECONDS } from "./stage.js";

/** Something that goes wrong, and is over when this resolves. */
export interface Fault {
  name: string;
  strike(stage: Stage, chance: Chance): Promise<void>;
}

/** Past the lease of a delivery, its timeout and 15 s, so that others have taken over what a frozen worker held. */
const PAST_LEASE_MS = TIMEOUT_SECONDS * 1000 + 15_000 + 5_000;
/** Longer than a server waits for its database. */
const PAST_PATIENCE_MS = 7_000;

const present = <T>(one: T | null | undefined): T => {
  if (one == null) throw new Error("The stage has nothing of that kind to strike.");
  return one;
};

export const killServer: Fault = {
  name: "kill -9 of a server",
  strike: async ({ servers }, chance) => {
    const server = present(servers[chance.below(servers.length)]);
    await server.kill();
    await sleep(chance.below(300));
    await server.start();
  },
};

export const freezeServer: Fault = {
  name: "SIGSTOP of a worker past its lease",
  strike: async ({ servers }) => {
    // The last one; the first goes on and takes over.
    const server = present(servers.at(-1));
    await server.freeze();
    await sleep(PAST_LEASE_MS);
    server.resume();
  },
};

export const killMariaDb: Fault = {
  name: "kill -9 of MariaDB",
  strike: async ({ mariadb }, chance) => {
    await present(mariadb).kill();
    await sleep(chance.below(1_500));
    await present(mariadb).restart();
  },
};

export const freezeMariaDb: Fault = {
  name: "SIGSTOP of MariaDB",
  strike: async ({ mariadb }, chance) => {
    await present(mariadb).freeze();
    await sleep(PAST_PATIENCE_MS + chance.below(2_000));
    present(mariadb).resume();
  },
};

export const killRedis: Fault = {
  name: "kill -9 of Redis",
  strike: async ({ redis }, chance) => {
    await present(redis).kill();
    await sleep(chance.below(2_000));
    await present(redis).start();
  },
};

export const flushRedis: Fault = {
  name: "FLUSHALL of Redis",
  strike: async ({ redis }) => {
    const client = new Redis(present(redis).url);
    try {
      await client.flushall();
    } finally {
      client.disconnect();
    }
  },
};
