import { openReceiver, type Receiver, until } from "../../server/src/testing/receiver.js";
import { askAs } from "./ask-as.js";
import { openBrowser, type Visitor } from "./browser.js";
import { type Postern, startPostern } from "./postern.js";
import { setUp } from "./set-up.js";

// Pages that follow what runs, through the stream and without one.

const PROJECT = "/o/analytical-engines/p/crm";

let postern: Postern;
let visitor: Visitor;
let receiver: Receiver;
let workflowId: string;
/** Lets the target answer what it holds. */
let letGo = () => {};
/** Names of the operations that the page sent. */
const sent: string[] = [];

beforeAll(async () => {
  receiver = await openReceiver(
    () =>
      new Promise((resolve) => {
        letGo = () => resolve({ body: JSON.stringify({ contacts: 42 }) });
      }),
  );
  postern = await startPostern();
  visitor = await openBrowser(postern.url);
  await setUp(visitor, postern);
  const { organizations } = await api<{ organizations: { nodes: { id: string }[] } }>(
    "{ organizations(first: 1) { nodes { id } } }",
  );
  const { createProject } = await api<{ createProject: { id: string } }>(
    "mutation ($input: CreateProjectInput!) { createProject(input: $input) { id } }",
    { organizationId: organizations.nodes[0]?.id, name: "CRM" },
  );
  const { createWorkflow } = await api<{ createWorkflow: { workflow: { id: string } } }>(
    "mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { workflow { id } } }",
    { projectId: createProject.id, name: "Sync contacts", targetUrl: receiver.url, timeoutSeconds: 30 },
  );
  workflowId = createWorkflow.workflow.id;
  visitor.page.on("request", (request) => {
    if (request.url().endsWith("/graphql")) sent.push(request.postDataJSON().operationName);
  });
});

afterAll(async () => {
  await visitor?.close();
  letGo();
  await postern?.stop();
  await receiver?.close();
});

beforeEach(() => sent.splice(0));
afterEach(() => visitor.page.unrouteAll());

const api = <T>(query: string, input?: object) => askAs<T>(visitor, query, { input });

/** An execution that its target holds. */
async function trigger(): Promise<string> {
  const before = receiver.received.length;
  const { triggerWorkflow } = await api<{ triggerWorkflow: { execution: { id: string } } }>(
    "mutation ($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { execution { id } } }",
    { workflowId },
  );
  await receiver.waitFor(before + 1);
  return triggerWorkflow.execution.id;
}

const count = (operation: string) => sent.filter((name) => name === operation).length;

test("an execution's page follows it to its end through the stream, without asking once more", async () => {
  const { page, complaints } = visitor;
  const opened = page.waitForRequest("**/graphql/stream");
  await page.goto(`${PROJECT}/executions/${await trigger()}`);
  await page.getByText("Running").waitFor();
  await opened;
  // Longer than the page would wait before it asked again.
  await page.waitForTimeout(6_000);
  expect(count("Execution")).toBe(1);
  letGo();
  await page.getByText("Succeeded").waitFor();
  await page.getByText('"contacts": 42').waitFor();
  expect(count("Execution")).toBe(1);
  expect(complaints.splice(0)).toEqual([]);
});

test("a list shows new executions, and each state of those that it shows, through the stream", async () => {
  const { page, complaints } = visitor;
  const opened = page.waitForResponse("**/graphql/stream");
  await page.goto(`${PROJECT}/workflows/sync-contacts`);
  await page.getByRole("row", { name: "Succeeded" }).waitFor();
  await opened;
  await trigger();
  await page.getByRole("row", { name: "Running" }).waitFor();
  // The row is there: once nothing is asked any more, its states come by themselves.
  let before: number;
  do {
    before = count("ProjectExecutions");
    await page.waitForTimeout(1_500);
  } while (count("ProjectExecutions") > before);
  letGo();
  await page.getByRole("row", { name: "Running" }).waitFor({ state: "hidden" });
  expect(await page.getByRole("row", { name: "Succeeded" }).count()).toBe(2);
  expect(count("ProjectExecutions")).toBe(before);
  expect(complaints.splice(0)).toEqual([]);
});

test("where no stream comes about, the page asks again and again, and reaches the end as well", async () => {
  const { page, complaints } = visitor;
  await page.route("**/graphql/stream", (route) => route.abort());
  await page.goto(`${PROJECT}/executions/${await trigger()}`);
  await page.getByText("Running").waitFor();
  await until(async () => count("Execution") > 1);
  letGo();
  await page.getByText("Succeeded").waitFor();
  // The browser itself notes each request that failed.
  expect(complaints.splice(0).filter((line) => !line.includes("ERR_FAILED"))).toEqual([]);
});

test("a page outlives a restart of the server: it connects again, and follows to the end", async () => {
  const { page, complaints } = visitor;
  await page.goto(`${PROJECT}/executions/${await trigger()}`);
  await page.getByText("Running").waitFor();
  const before = receiver.received.length;
  await postern.halt();
  const again = page.waitForResponse("**/graphql/stream");
  await postern.resume();
  await again;
  await receiver.waitFor(before + 1);
  const asked = count("Execution");
  await page.waitForTimeout(2_500);
  expect(count("Execution") - asked).toBeLessThanOrEqual(1);
  letGo();
  await page.getByText("Succeeded").waitFor();
  complaints.splice(0);
});

test("a page that cannot be seen keeps no connection, and is up to date when it can be seen again", async () => {
  const { page } = visitor;
  await page.goto(`${PROJECT}/executions/${await trigger()}`);
  await page.getByText("Running").waitFor();
  const closed = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/graphql/stream"));
  await setVisibility("hidden");
  await closed;
  letGo();
  await page.waitForTimeout(1_000);
  expect(await page.getByText("Running").count()).toBe(1);
  await setVisibility("visible");
  await page.getByText("Succeeded").waitFor();
});

/** As the browser does when another tab comes to the front. */
const setVisibility = (state: DocumentVisibilityState) =>
  visitor.page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    Object.defineProperty(document, "hidden", { value: state === "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
