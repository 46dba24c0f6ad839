import { graphql } from "../testing/client.js";
import { countExecutions } from "../testing/first-workflow.js";
import { openStage, type Stage } from "./stage.js";

const AT_ONCE = 18;

const TRIGGER = `mutation ($input: TriggerWorkflowInput!) {
  triggerWorkflow(input: $input) { execution { id } replayed }
}`;
type Triggered = { triggerWorkflow: { execution: { id: string }; replayed: boolean } };

export interface Rounds {
  rounds: number;
  triggers: number;
  executions: number;
  /** Rounds whose triggers did not all answer with one execution, made once and replayed to the others. */
  wrong: string[];
  seconds: number;
}

/** Rounds of identical triggers, all at once on two servers: each round makes one execution. */
export async function playRounds(rounds: number): Promise<Rounds> {
  const stage = await openStage({ database: "mariadb", servers: [{}, {}] });
  try {
    const began = Date.now();
    const wrong: string[] = [];
    const ids = new Set<string>();
    for (let n = 0; n < rounds; n++) {
      const answers = await identicalTriggers(stage, n);
      const [first] = answers;
      if (first?.id) ids.add(first.id);
      const same = answers.every(({ id }) => id !== "" && id === first?.id);
      const made = answers.filter(({ replayed }) => !replayed).length;
      if (!same || made !== 1) wrong.push(`round ${n}: ${JSON.stringify(answers)}`);
    }
    const seconds = (Date.now() - began) / 1000;
    const executions = (await countExecutions(stage.doors[0] ?? "", stage.workflow)) ?? -1;
    if (executions !== ids.size) wrong.push(`${executions} executions are there, ${ids.size} were named`);
    return { rounds, triggers: rounds * AT_ONCE, executions, wrong, seconds };
  } finally {
    await stage.close(false);
  }
}

/** What each of the round's callers was told; the id is empty where it was refused. */
async function identicalTriggers(
  { doors, workflow: { workflowId, key } }: Stage,
  n: number,
): Promise<{ id: string; replayed: boolean; code: string }[]> {
  const input = { workflowId, input: { n }, idempotencyKey: `round ${n}` };
  const asked = Array.from({ length: AT_ONCE }, async (_, caller) => {
    const door = doors[caller % doors.length] ?? "";
    const { code, data } = await graphql<Triggered | null>(door, { key }, TRIGGER, { input });
    const { execution, replayed = false } = data?.triggerWorkflow ?? {};
    return { id: execution?.id ?? "", replayed, code };
  });
  return Promise.all(asked);
}

/** The result as a line for a person. */
export function tellRounds({ rounds, triggers, executions, wrong, seconds }: Rounds): string {
  const verdict = wrong.length === 0 ? "each round made one" : `${wrong.length} wrong, such as ${wrong[0]}`;
  return `identical triggers: ${rounds} rounds, ${triggers} triggers on two servers, ${executions} executions, ${seconds.toFixed(0)} s: ${verdict}\n`;
}
