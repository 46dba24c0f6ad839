import { graphqlRequest, sendAll, TRIGGER } from "./measure.js";
import { type BenchSetting, say, withWorkflow } from "./setting.js";
import { untilDelivered } from "./until-delivered.js";

const EXECUTIONS = 5_000;

/** Deliveries a second: a backlog grows while the receiver holds its answers back, and then nothing is held. */
export async function benchDeliveries({ databases, options }: BenchSetting): Promise<void> {
  const executions = options.executions ?? EXECUTIONS;
  say(`\ndeliveries, with a backlog of ${executions.toLocaleString("en")} and nothing else to do`);
  for (const database of databases) {
    await withWorkflow(database, async ({ server, receiver, key, workflowId }) => {
      receiver.hold(true);
      const request = graphqlRequest(server.url, key, TRIGGER, { id: workflowId });
      const failed = await sendAll(request, executions);
      const before = await receiver.distinct();
      const releasedAt = Date.now();
      receiver.hold(false);
      await untilDelivered(receiver, executions - failed);
      const firsts = receiver.log().filter(({ count }) => count === 1);
      const seconds = ((firsts.at(-1)?.at ?? releasedAt) - releasedAt) / 1000;
      const delivered = firsts.length - before;
      say(
        `  ${database.name}: ${(delivered / seconds).toFixed(0)}/s  (${delivered} in ${seconds.toFixed(1)} s, refused triggers ${failed})`,
      );
    });
  }
}
