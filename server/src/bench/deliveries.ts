import { graphqlRequest, sendAll, TRIGGER } from "./measure.js";
import { type BenchSetting, say, withWorkflow } from "./setting.js";
import { untilDelivered } from "./until-delivered.js";

const EXECUTIONS = 10_000;

/** Deliveries a second: a backlog that a server which only accepts has left, worked off by one that delivers. */
export async function benchDeliveries({ databases, options }: BenchSetting): Promise<void> {
  const executions = options.executions ?? EXECUTIONS;
  say(`\ndeliveries, with a backlog of ${executions.toLocaleString("en")} and nothing else to do`);
  for (const database of databases) {
    await withWorkflow(database, { ROLE: "api" }, async ({ server, receiver, start, key, workflowId }) => {
      const request = graphqlRequest(server.url, key, TRIGGER, { id: workflowId });
      const failed = await sendAll(request, executions);
      await server.stop();
      const before = await receiver.distinct();
      await start();
      await untilDelivered(receiver, executions - failed);
      const times = receiver.log().map(({ at }) => at);
      const [first = 0, last = 0] = [times[before], times.at(-1)];
      const seconds = (last - first) / 1000;
      const delivered = times.length - before;
      say(
        `  ${database.name}: ${(delivered / seconds).toFixed(0)}/s  (${delivered} in ${seconds.toFixed(1)} s, refused triggers ${failed})`,
      );
    });
  }
}
