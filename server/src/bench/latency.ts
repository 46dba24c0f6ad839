import { setTimeout as sleep } from "node:timers/promises";
import { countExecutions, type FirstWorkflow } from "../testing/first-workflow.js";
import { graphqlRequest, measure, TRIGGER } from "./measure.js";
import { type BenchSetting, say, withWorkflow } from "./setting.js";
import { untilDelivered } from "./until-delivered.js";

const NUMBERED = `mutation ($input: TriggerWorkflowInput!) {
  triggerWorkflow(input: $input) { execution { id } }
}`;
/** How long an execution waits for its delivery while half of what the server can accept comes in. */
export async function benchLatency({ databases, options: { seconds } }: BenchSetting): Promise<void> {
  say("\nfrom trigger to delivery, at half of the peak");
  for (const database of databases) {
    await withWorkflow(database, async ({ server: { url }, receiver, ...workflow }) => {
      const { key, workflowId: id } = workflow;
      const peak = await measure("", graphqlRequest(url, key, TRIGGER, { id }), seconds);
      // The peak leaves a backlog, which must be gone before the quiet part begins.
      await untilDelivered(receiver, (await countExecutions(url, workflow)) ?? 0);
      const rate = Math.floor(peak.perSecond / 2);
      const { refused } = await sendSteadily(url, workflow, rate, seconds);
      await untilDelivered(receiver, (await countExecutions(url, workflow)) ?? 0);
      const steady = receiver.log().filter(({ sentAt, count }) => sentAt !== null && count === 1);
      say(`  ${database.name}: peak ${peak.perSecond.toFixed(0)}/s, then ${rate}/s for ${seconds} s`);
      say(`    from accepted to received   ${spread(steady.map(({ at, acceptedAt }) => at - acceptedAt))}`);
      say(`    from sending to received    ${spread(steady.map(({ at, sentAt }) => at - (sentAt ?? at)))}`);
      say(`    ${steady.length} executions, refused ${refused}`);
    });
  }
}

/**
 * A trigger each time one is due, whether those before it were answered or not: a server that falls behind
 * does not slow the load down, and each waits from the instant at which it should have been sent.
 */
async function sendSteadily(
  url: string,
  { key, workflowId }: Pick<FirstWorkflow, "key" | "workflowId">,
  perSecond: number,
  seconds: number,
): Promise<{ refused: number }> {
  const begin = Date.now();
  let refused = 0;
  const sending = Array.from({ length: perSecond * seconds }, async (_, n) => {
    const sentAt = Math.round(begin + (n * 1000) / perSecond);
    await sleep(sentAt - Date.now());
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
      body: JSON.stringify({ query: NUMBERED, variables: { input: { workflowId, input: { n, sentAt } } } }),
    });
    if ((await response.text()).includes('"errors"')) refused++;
  });
  await Promise.all(sending);
  return { refused };
}

function spread(milliseconds: number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return `p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  longest ${sorted.at(-1)} ms`;
}
