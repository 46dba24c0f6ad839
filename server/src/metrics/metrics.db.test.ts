import { graphql } from "../testing/client.js";
import { openReceiver, type Receiver, until } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { world } from "../testing/world.js";

let server: TestServer;
let receiver: Receiver;
beforeAll(async () => {
  server = await startTestServer({ METRICS_PORT: "0" });
  receiver = await openReceiver();
});
afterAll(async () => {
  await receiver?.close();
  await server?.stop();
});

const scrape = async () => (await fetch(`http://127.0.0.1:${server.metricsPort}/metrics`)).text();

/** The value of a series; null where there is none. */
function readingOf(text: string, series: string): number | null {
  const line = text.split("\n").find((line) => line.startsWith(`${series} `));
  return line === undefined ? null : Number(line.slice(series.length + 1));
}

const TRIGGER =
  "mutation ($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { execution { id } } }";

test("metrics tell what was asked, triggered and delivered, and hold nothing that names anybody", async () => {
  const acme = await world(server, receiver.url);
  const caller = await acme.organizationKey();
  const trigger = (input: object) =>
    graphql(server.url, caller, TRIGGER, { input: { workflowId: acme.workflow.id, ...input } });
  await trigger({ idempotencyKey: "invoice-2041" });
  await trigger({ idempotencyKey: "invoice-2041" });
  await trigger({ validateOnly: true });
  await trigger({ workflowId: "wf_00000000000000000000000000" });
  await graphql(server.url, { key: `${caller.key?.slice(0, -1)}!` }, "{ viewer { __typename } }");
  await fetch(`${server.url}/projects/${acme.project.id}?secret=hunter2`);
  await until(
    async () => readingOf(await scrape(), 'postern_executions_ended_total{status="SUCCEEDED"}') === 1,
  );

  const text = await scrape();
  const values = {
    'postern_triggers_total{result="accepted"}': 1,
    'postern_triggers_total{result="replayed"}': 1,
    'postern_triggers_total{result="validated"}': 1,
    'postern_triggers_total{result="NOT_FOUND"}': 1,
    'postern_key_authentications_total{result="accepted"}': 4,
    'postern_key_authentications_total{result="INVALID"}': 1,
    'postern_attempt_duration_seconds_count{outcome="SUCCEEDED"}': 1,
    'postern_http_request_duration_seconds_count{method="POST",route="/graphql",status="200"}': 4,
    'postern_http_request_duration_seconds_count{method="POST",route="/graphql",status="401"}': 1,
    postern_database_up: 1,
    postern_executions_due: 0,
    postern_deliveries_under_way: 0,
    postern_deliveries_max: 128,
  };
  const found = Object.keys(values).map((series) => [series, readingOf(text, series)]);
  expect(Object.fromEntries(found)).toEqual(values);
  expect(readingOf(text, "process_cpu_seconds_total")).toBeGreaterThan(0);

  for (const named of [
    caller.key,
    caller.id,
    acme.project.id,
    acme.workflow.id,
    acme.organization.name,
    "invoice-2041",
    "hunter2",
    receiver.url,
  ]) {
    expect(text).not.toContain(named);
  }
});

test("the API does not serve metrics, and the metrics' port nothing else", async () => {
  expect(await (await fetch(`${server.url}/metrics`)).text()).not.toContain("postern_");
  expect((await fetch(`http://127.0.0.1:${server.metricsPort}/graphql`)).status).toBe(404);
});
