import { setTimeout as sleep } from "node:timers/promises";
import { graphql } from "../testing/client.js";
import type { FirstWorkflow } from "../testing/first-workflow.js";
import type { Sent } from "./verify.js";

/** Callers that trigger one after another, each with a breath in between. */
const CALLERS = 16;
const BREATH_MS = 50;
/** After that a caller gives an answer up. */
const PATIENCE_MS = 10_000;

const TRIGGER = `mutation ($input: TriggerWorkflowInput!) {
  triggerWorkflow(input: $input) { execution { id } }
}`;
type Triggered = { triggerWorkflow: { execution: { id: string } } };

/** What a caller may be told while something is down. */
const EXPECTED = ["SERVICE_UNAVAILABLE"];

export interface Load {
  /** Triggers that wait for their answer at this moment. */
  underWay(): number;
  /** Sends nothing new, waits for what is under way, and says what became of all. */
  stop(): Promise<Sent[]>;
  /** Answers that nobody should get, whatever is down. */
  readonly strange: string[];
  /** How long the slowest answer took, acknowledgement or refusal, in milliseconds. */
  readonly slowestMs: number;
}

/** Begins to trigger the workflow, its callers spread over the servers, each trigger with a number of its own. */
export function startLoad(urls: string[], { workflowId, key }: FirstWorkflow): Load {
  const sent: Sent[] = [];
  const strange: string[] = [];
  let slowestMs = 0;
  let underWay = 0;
  let stopped = false;

  /** The execution's id; null where the trigger may or may not have been accepted. */
  async function trigger(url: string, input: object): Promise<string | null> {
    const began = Date.now();
    underWay++;
    try {
      const patience = AbortSignal.timeout(PATIENCE_MS);
      const answer = await graphql<Triggered>(url, { key }, TRIGGER, { input }, patience);
      slowestMs = Math.max(slowestMs, Date.now() - began);
      if (answer.code === "") return answer.data.triggerWorkflow.execution.id;
      if (!EXPECTED.includes(answer.code))
        strange.push(`HTTP ${answer.status} ${JSON.stringify(answer.errors)}`);
      return null;
    } catch (error) {
      // A connection that was refused, cut or silent for too long; half an answer is none.
      if (error instanceof SyntaxError) strange.push(`an answer that is not JSON: ${error.message}`);
      return null;
    } finally {
      underWay--;
    }
  }

  async function call(caller: number): Promise<void> {
    const url = urls[caller % urls.length] ?? "";
    while (!stopped) {
      const one: Sent = { n: sent.length, executionId: null };
      sent.push(one);
      one.executionId = await trigger(url, { workflowId, input: { n: one.n } });
      await sleep(BREATH_MS);
    }
  }

  const callers = Array.from({ length: CALLERS }, (_, caller) => call(caller));
  return {
    underWay: () => underWay,
    strange,
    get slowestMs() {
      return slowestMs;
    },
    stop: async () => {
      stopped = true;
      await Promise.all(callers);
      return sent;
    },
  };
}
