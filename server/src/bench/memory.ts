import type { Memory, ServerProcess } from "../testing/server-process.js";
import { graphqlRequest, sendAll, TRIGGER } from "./measure.js";
import { type BenchSetting, say, withWorkflow } from "./setting.js";
import { untilDelivered } from "./until-delivered.js";

const EXECUTIONS = 100_000;
const LOOK_EVERY_MS = 500;

/** What the server's process holds in memory before, while and after it accepts and delivers a great many. */
export async function benchMemory({ databases, options }: BenchSetting): Promise<void> {
  const executions = options.executions ?? EXECUTIONS;
  say(`\nmemory of the server over ${executions.toLocaleString("en")} executions`);
  for (const database of databases) {
    await withWorkflow(database, async ({ server, receiver, key, workflowId }) => {
      const atStart = await server.memory();
      const watch = watchMemory(server);
      const failed = await sendAll(graphqlRequest(server.url, key, TRIGGER, { id: workflowId }), executions);
      const whenAccepted = await server.memory();
      await untilDelivered(receiver, executions - failed);
      const most = await watch.stop();
      const whenDelivered = await server.memory();
      const collected = await server.memory(true);
      say(`  ${database.name}, refused triggers ${failed}`);
      say(`    start               ${inWords(atStart)}`);
      say(`    all accepted        ${inWords(whenAccepted)}`);
      say(`    all delivered       ${inWords(whenDelivered)}`);
      say(`    garbage collected   ${inWords(collected)}`);
      say(`    most seen           ${mebibytes(most)} resident`);
    });
  }
}

/** Looks at it every now and then; stop() gives the most bytes that were seen. */
function watchMemory(server: ServerProcess): { stop(): Promise<number> } {
  let most = 0;
  let looking = Promise.resolve();
  const look = async () => {
    most = Math.max(most, (await server.memory()).resident);
  };
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, LOOK_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
      return most;
    },
  };
}

const inWords = ({ resident, heap }: Memory) => `${mebibytes(resident)} resident, ${mebibytes(heap)} heap`;

const mebibytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MiB`;
