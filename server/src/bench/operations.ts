import { countExecutions } from "../testing/first-workflow.js";
import { graphqlRequest, type Measured, measure, restTrigger, TRIGGER } from "./measure.js";
import { type BenchDatabase, type BenchSetting, say, withWorkflow } from "./setting.js";

/** What a server answers a second on both databases, and how they compare. */
export async function benchOperations({ databases, options: { seconds } }: BenchSetting): Promise<void> {
  const all: Measured[][] = [];
  for (const database of databases) all.push(await benchOn(database, seconds));
  const [sqlite = [], mariadb = []] = all;
  say("\nMariaDB to SQLite");
  mariadb.forEach(({ name, perSecond }, index) => {
    say(`  ${name.padEnd(30)}${(perSecond / (sqlite[index]?.perSecond ?? 1)).toFixed(2)}`);
  });
}

async function benchOn(database: BenchDatabase, seconds: number): Promise<Measured[]> {
  return withWorkflow(database, async ({ server: { url }, ...workflow }) => {
    const { key, workflowId } = workflow;
    const measured = [
      await measure("{ __typename }, no key", graphqlRequest(url, null, "{ __typename }"), seconds),
      await measure(
        "viewer, with a key",
        graphqlRequest(url, key, "{ viewer { ... on ApiKey { id name } } }"),
        seconds,
      ),
      await measure(
        "triggerWorkflow, with a key",
        graphqlRequest(url, key, TRIGGER, { id: workflowId }),
        seconds,
      ),
      await measure("REST trigger, with a key", restTrigger(url, key, workflowId), seconds),
    ];
    print(database.name, measured);
    const accepted = await countExecutions(url, workflow);
    const succeeded = await countExecutions(url, workflow, ["SUCCEEDED"]);
    say(`  at the end of the load ${succeeded} of ${accepted} executions were delivered; the rest follow`);
    return measured;
  });
}

function print(database: string, measured: Measured[]): void {
  const base = measured[0]?.perSecond ?? 1;
  say(`\n${database}`);
  for (const { name, perSecond, p50, p99, failed } of measured) {
    const ratio = (perSecond / base).toFixed(2);
    say(
      `  ${name.padEnd(30)}${perSecond.toFixed(0).padStart(7)}/s  ratio ${ratio}  p50 ${p50} ms  p99 ${p99} ms  failed ${failed}`,
    );
  }
}
