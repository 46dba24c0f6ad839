import { setTimeout as sleep } from "node:timers/promises";
import { graphql } from "../testing/client.js";
import { countExecutions } from "../testing/first-workflow.js";
import type { Stage } from "./stage.js";
import type { Kept } from "./verify.js";

/** All that was accepted must have come to its end by then: past the third attempt, five minutes after the second. */
const DRAIN_WITHIN_MS = 420_000;
/** The longest page that there is. */
const PAGE = 100;

const ALL = `query ($id: ID!, $first: Int!, $after: String) {
  workflow(id: $id) { executions(first: $first, after: $after) {
    nodes { id status input } pageInfo { hasNextPage endCursor }
  } }
}`;
interface Page {
  nodes: { id: string; status: string; input: { n?: number } | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Waits until nothing is queued or running any more; what still is after the limit is for `verify` to tell. */
export async function drained({ servers, workflow }: Stage): Promise<void> {
  const limit = Date.now() + DRAIN_WITHIN_MS;
  // Right after a fault the server may still be looking for its database, and not know.
  const open = () => countExecutions(servers[0]?.url ?? "", workflow, ["QUEUED", "RUNNING"]);
  while (Date.now() < limit && (await open()) !== 0) await sleep(250);
}

/** All executions of the load's workflow, page by page. */
export async function executions({ servers, workflow: { cookie, workflowId } }: Stage): Promise<Kept[]> {
  const pageAfter = async (after: string | null): Promise<Page> => {
    const variables = { id: workflowId, first: PAGE, after };
    const listed = await graphql<{ workflow: { executions: Page } }>(
      servers[0]?.url ?? "",
      { cookie },
      ALL,
      variables,
    );
    return listed.data.workflow.executions;
  };
  const kept: Kept[] = [];
  let page = await pageAfter(null);
  for (;;) {
    kept.push(...page.nodes.map(({ id, status, input }) => ({ id, status, n: input?.n ?? null })));
    if (!page.pageInfo.hasNextPage) return kept;
    page = await pageAfter(page.pageInfo.endCursor);
  }
}
