import { setTimeout as sleep } from "node:timers/promises";
import { graphql } from "../testing/client.js";
import type { FirstWorkflow } from "../testing/first-workflow.js";
import type { Sent } from "./verify.js";

/** Callers that trigger one after another, each with a breath in between. */
const CALLERS = 16;
const BREATH_MS = 50;
/** After that a caller gives an answer up. */
const PATIENCE_MS = 10_000;
/** With an idempotency key a caller asks again for this long: longer than anything here is down. */
const ASK_AGAIN_MS = 240_000;

const TRIGGER = `mutation ($input: TriggerWorkflowInput!) {
  triggerWorkflow(input: $input) { execution { id } replayed }
}`;
type Triggered = { triggerWorkflow: { execution: { id: string }; replayed: boolean } };

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

/**
 * Begins to trigger the workflow, its callers spread over the servers, each trigger with a number of its own.
 * Every second one has an idempotency key and is sent again, to the servers in turn, until it is acknowledged.
 */
export function startLoad(urls: string[], { workflowId, key }: FirstWorkflow): Load {
  const sent: Sent[] = [];
  const strange: string[] = [];
  let slowestMs = 0;
  let underWay = 0;
  let stopped = false;

  /** Null where the trigger may or may not have been accepted. */
  async function ask(url: string, input: object): Promise<Triggered["triggerWorkflow"] | null> {
    const began = Date.now();
    underWay++;
    try {
      const patience = AbortSignal.timeout(PATIENCE_MS);
      const answer = await graphql<Triggered>(url, { key }, TRIGGER, { input }, patience);
      slowestMs = Math.max(slowestMs, Date.now() - began);
      if (answer.code === "") return answer.data.triggerWorkflow;
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

  async function trigger(one: Sent, caller: number): Promise<void> {
    const input = {
      workflowId,
      input: { n: one.n },
      ...(one.keyed && { idempotencyKey: `trigger ${one.n}` }),
    };
    const limit = Date.now() + (one.keyed ? ASK_AGAIN_MS : 0);
    for (let turn = caller; ; turn++) {
      const answer = await ask(urls[turn % urls.length] ?? "", input);
      one.executionId = answer?.execution.id ?? null;
      one.replayed = answer?.replayed ?? false;
      if (answer !== null || Date.now() > limit) return;
      await sleep(BREATH_MS);
    }
  }

  async function call(caller: number): Promise<void> {
    while (!stopped) {
      const n = sent.length;
      const one: Sent = { n, keyed: n % 2 === 1, executionId: null, replayed: false };
      sent.push(one);
      await trigger(one, caller);
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
