import { Execution } from "../execution/execution.entity.js";
import { trigger } from "../execution/trigger.js";
import { attemptsUnderWay } from "../testing/executions.js";
import { openReceiver, type Receiver, until } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import * as workflows from "../workflow/workflow.service.js";

let server: TestServer;
let slow: Receiver;
let quick: Receiver;
beforeAll(async () => {
  server = await startTestServer();
  slow = await openReceiver(() => ({ hang: true }));
  quick = await openReceiver();
});
afterAll(async () => {
  await server?.stop();
  await slow?.close();
  await quick?.close();
});

async function triggered({ workflow, owner }: Pick<World, "workflow" | "owner">): Promise<string> {
  const { execution } = await trigger(contextOf(server, owner), { workflowId: workflow.id });
  if (execution === null) throw new Error("Nothing was started.");
  return execution.id;
}

test("a slow workflow with 1,000 due executions does not hold up another one's single execution", async () => {
  const acme = await world(server, slow.url);
  await Promise.all(Array.from({ length: 1000 }, () => triggered(acme)));
  await slow.waitFor(64);
  const { workflow } = await workflows.create(contextOf(server, acme.owner), {
    projectId: acme.project.id,
    name: "Quick",
    targetUrl: quick.url,
  });
  const id = await triggered({ ...acme, workflow });
  const { read } = server.runtime.database;
  await until(async () => (await read.findOneByOrFail(Execution, { id })).status === "SUCCEEDED");
  expect(quick.received).toHaveLength(1);
  expect(await attemptsUnderWay(server, acme.workflow.id)).toBeLessThanOrEqual(64);

  // Nor after a restart, when nobody is told of anything and all of it is found in the rows, the slow ones first.
  const again = await triggered({ ...acme, workflow });
  await server.restart();
  const rows = server.runtime.database.read;
  await until(async () => (await rows.findOneByOrFail(Execution, { id: again })).status === "SUCCEEDED");
  // The slow one holds its half of the places, and no more.
  expect(await attemptsUnderWay(server, acme.workflow.id)).toBeLessThanOrEqual(64);
});
