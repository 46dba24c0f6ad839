import {
  type Fault,
  flushRedis,
  freezeMariaDb,
  freezeServer,
  killMariaDb,
  killRedis,
  killServer,
} from "./faults.js";
import type { Setting } from "./stage.js";

/** Faults that strike one after another in the middle of a load, each so many times. */
export interface Scenario {
  name: string;
  setting: Setting;
  faults: [fault: Fault, times: number][];
}

const sqlite: Setting = { database: "sqlite", servers: [{}] };
const mariadb: Setting = { database: "mariadb", servers: [{}] };
const twoServers: Setting = { database: "mariadb", servers: [{}, {}] };
const grown: Setting = { ...twoServers, redis: true };
const apart: Setting = {
  ...grown,
  servers: [{ ROLE: "api" }, { ROLE: "worker" }, { ROLE: "worker" }],
};

/** A minute or so each, for the test suite: every fault a few times. */
export const SHORT = {
  sqlite: { name: "SQLite", setting: sqlite, faults: [[killServer, 4]] },
  mariadb: {
    name: "two servers on MariaDB",
    setting: twoServers,
    faults: [
      [killServer, 3],
      [killMariaDb, 1],
      [freezeMariaDb, 1],
      [freezeServer, 1],
    ],
  },
  redis: {
    name: "two servers with Redis on MariaDB",
    setting: grown,
    faults: [
      [killServer, 3],
      [killRedis, 1],
      [flushRedis, 2],
    ],
  },
} satisfies Record<string, Scenario>;

/** For `pnpm chaos`: one kind of fault each, often. */
export const LONG: Scenario[] = [
  { name: "SQLite", setting: sqlite, faults: [[killServer, 50]] },
  { name: "MariaDB", setting: mariadb, faults: [[killServer, 50]] },
  { name: "two servers on MariaDB", setting: twoServers, faults: [[killServer, 50]] },
  { name: "two servers with Redis", setting: grown, faults: [[killServer, 50]] },
  { name: "an API and two workers with Redis", setting: apart, faults: [[killServer, 50]] },
  { name: "MariaDB dies", setting: mariadb, faults: [[killMariaDb, 20]] },
  { name: "MariaDB stands still", setting: mariadb, faults: [[freezeMariaDb, 10]] },
  { name: "Redis dies", setting: grown, faults: [[killRedis, 20]] },
  { name: "Redis is emptied", setting: grown, faults: [[flushRedis, 20]] },
  { name: "a worker sleeps past its lease", setting: twoServers, faults: [[freezeServer, 5]] },
  { name: "a worker with Redis sleeps past its lease", setting: grown, faults: [[freezeServer, 5]] },
];
