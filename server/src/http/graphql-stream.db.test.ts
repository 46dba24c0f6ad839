import { once } from "node:events";
import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { inTransaction } from "../database/unit-of-work.js";
import { changed } from "../execution/changed.js";
import { Execution } from "../execution/execution.entity.js";
import * as executions from "../execution/start.js";
import { graphql } from "../testing/client.js";
import { openReceiver, type Receiver, until } from "../testing/receiver.js";
import { openStream } from "../testing/stream.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type Person, person, type World, world } from "../testing/world.js";
import { requireWorkflow } from "../workflow/workflow.access.js";

let server: TestServer;
let receiver: Receiver;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
  receiver = await openReceiver();
  acme = await world(server, receiver.url);
});
afterAll(async () => {
  await receiver?.close();
  await server?.stop();
});

async function triggered(input: string | null = null): Promise<string> {
  const { execution } = await executions.start(contextOf(server, acme.owner), {
    choose: (ctx) => requireWorkflow(ctx, acme.workflow.id, "workflow:trigger"),
    input,
    idempotencyKey: null,
    validateOnly: false,
    retryOfId: null,
  });
  return execution?.id ?? "";
}

const read = (id: string) => server.runtime.database.read.findOneByOrFail(Execution, { id });

const PROJECT =
  "subscription ($id: ID!) { projectExecutionUpdated(projectId: $id) { id status input output } }";

test.each([
  ["a query", "{ viewer { __typename } }", "/graphql; only subscriptions"],
  ["a mutation", "mutation { signOut }", "/graphql; only subscriptions"],
  ["no document", "subscription {", "Syntax Error"],
  ["an unknown field", "subscription { nothing }", "nothing"],
  [
    "two at once",
    'subscription { a: executionUpdated(id: "a") { id } b: executionUpdated(id: "b") { id } }',
    "only one",
  ],
  [
    "one that is too deep",
    `subscription { executionUpdated(id: "a") ${"{ project { workflows(first: 1) { nodes ".repeat(6)}{ id } ${"} } }".repeat(6)} }`,
    "depth",
  ],
  [
    "one that asks for too many rows",
    'subscription { executionUpdated(id: "a") { project { executions(first: 100) { nodes { project { executions(first: 100) { nodes { project { executions(first: 2) { nodes { id } } } } } } } } } } }',
    "rows",
  ],
  ["a variable of a wrong type", "subscription ($id: ID!) { executionUpdated(id: $id) { id } }", "id"],
])("%s is refused with 400 and JSON, before anything is sent", async (_, query, says) => {
  const stream = await openStream(server.url, acme.owner, query, { id: { a: 1 } });
  await stream.ended();
  expect(stream.status).toBe(400);
  expect(stream.headers.get("content-type")).toContain("application/json");
  expect(JSON.parse(stream.text()).errors[0].message).toContain(says);
});

test("a subscription at /graphql is shown the way", async () => {
  const { code, errors } = await graphql(
    server.url,
    await person(server, "Ada"),
    'subscription { executionUpdated(id: "a") { id } }',
  );
  expect(code).toBe("BAD_USER_INPUT");
  expect(errors[0]?.message).toContain("/graphql/stream");
});

test("a page of another site cannot open a stream with somebody's cookie", async () => {
  const response = await fetch(`${server.url}/graphql/stream`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      cookie: acme.owner.cookie ?? "",
      origin: "https://evil.example",
    },
    body: JSON.stringify({ query: 'subscription { executionUpdated(id: "a") { id } }' }),
  });
  expect(response.status).toBe(403);
});

/** Opens a stream of the project whose reader takes nothing until it is told to. */
async function openUnread(who: Person): Promise<{ request: ClientRequest; response: IncomingMessage }> {
  const request = httpRequest(`${server.url}/graphql/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: who.cookie ?? "" },
  });
  request.end(JSON.stringify({ query: PROJECT, variables: { id: acme.project.id } }));
  const [response] = (await once(request, "response")) as [IncomingMessage];
  return { request, response };
}

test("for a reader who takes nothing, states are not piled up: what it reads later is the present", async () => {
  const { request, response } = await openUnread(acme.viewer);
  const CHANGES = 200;
  // Far more, all states together, than a kernel takes off a server's hands.
  const id = await triggered(JSON.stringify("x".repeat(250_000)));
  await until(async () => (await read(id)).finishedAt !== null);
  for (let count = 1; count <= CHANGES; count++) {
    await inTransaction(contextOf(server, acme.owner), async (ctx) => {
      await ctx.db.update(Execution, { id }, { fence: count + 10, output: String(count) });
      changed(ctx, { id, projectId: acme.project.id });
    });
    await sleep(25);
  }
  let text = "";
  response.on("data", (chunk) => {
    text += chunk;
  });
  await until(() => text.includes(`"output":${CHANGES}}`));
  expect(text.split("event: next").length - 1).toBeLessThan(CHANGES / 2);
  request.destroy();
  await until(() => server.runtime.events.listeners() === 0);
});

test("a stream on which nothing happens shows that it lives", async () => {
  const stream = await openStream(server.url, acme.viewer, PROJECT, { id: acme.project.id });
  await until(() => stream.text().length > 3);
  expect(stream.text()).toBe(":\n\n:\n\n");
  expect(stream.results).toEqual([]);
  stream.close();
});

test("a server that stops ends its streams at once, incomplete, so that their readers connect again", async () => {
  const streams = await Promise.all(
    Array.from({ length: 20 }, () => openStream(server.url, acme.viewer, PROJECT, { id: acme.project.id })),
  );
  // Whoever reads nothing does not hold it up either.
  await openUnread(acme.owner);
  const restarted = server.restart();
  for (const stream of streams) await stream.ended();
  for (const stream of streams) {
    expect(stream.end()).toBe("cut");
    expect(stream.text()).toContain(": the server stops; connect again\n");
  }
  await restarted;
  const again = await openStream(server.url, acme.viewer, PROJECT, { id: acme.project.id });
  await triggered();
  await again.waitFor(1);
  again.close();
});
