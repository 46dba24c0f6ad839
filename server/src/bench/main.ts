// pnpm bench [part] [--seconds 8] [--executions 100000]: what the built server does a second, how soon it delivers,
// what memory it takes, and how soon a browser shows its lists, on SQLite and on a private MariaDB. Server, load,
// receiver and database are processes of one machine and share its cores. Prints what was measured.
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { benchDeliveries } from "./deliveries.js";
import { benchKeys } from "./keys.js";
import { benchLatency } from "./latency.js";
import { CONNECTIONS } from "./measure.js";
import { benchMemory } from "./memory.js";
import { benchOperations } from "./operations.js";
import { benchSchemas } from "./schemas.js";
import { type BenchSetting, openSetting, say } from "./setting.js";
import { benchWeb } from "./web.js";

const PARTS: Record<string, (setting: BenchSetting) => Promise<void>> = {
  operations: benchOperations,
  deliveries: benchDeliveries,
  latency: benchLatency,
  memory: benchMemory,
  keys: benchKeys,
  schemas: benchSchemas,
  web: benchWeb,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: "string", default: "8" }, executions: { type: "string" } },
});
const chosen = positionals.length > 0 ? positionals : Object.keys(PARTS);
const unknown = chosen.filter((part) => !(part in PARTS));
if (unknown.length > 0) throw new Error(`There is no ${unknown}; the parts are ${Object.keys(PARTS)}.`);

const seconds = Number(values.seconds);
const executions = values.executions === undefined ? undefined : Number(values.executions);
say(
  `Node ${process.version}, ${cpus().length} cores (server, load, receiver and database share them), ${CONNECTIONS} connections, ${seconds} s each`,
);
const setting = await openSetting({ seconds, executions });
try {
  for (const part of chosen) await PARTS[part]?.(setting);
} finally {
  await setting.close();
}
