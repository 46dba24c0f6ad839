import { openReceiver, type Receiver, type Reply } from "../../server/src/testing/receiver.js";
import { askAs } from "./ask-as.js";
import { openBrowser, type Visitor } from "./browser.js";
import { type Postern, startPostern } from "./postern.js";
import { setUp } from "./set-up.js";

// What ran, as somebody follows it who wants to know why: one execution at a time, and all of them.

const PROJECT = "/o/analytical-engines/p/crm";

let postern: Postern;
let visitor: Visitor;
let receiver: Receiver;
let projectId: string;
let workflowId: string;
let otherWorkflowId: string;
const key = { id: "", secret: "" };
/** What the target answers next. */
let answer: () => Reply | Promise<Reply> = () => ({});

const OUTPUT = {
  contacts: 42,
  batches: [
    { id: 1, ok: true },
    { id: 2, ok: false },
  ],
  note: "<b>not bold</b>",
};
const succeeds = () => ({ body: JSON.stringify(OUTPUT) });
/** And asks for time: pages are looked at while the next attempt is waited for. */
const fails = () => ({
  status: 503,
  headers: { "retry-after": "15" },
  body: JSON.stringify({ error: "The ledger is locked" }),
});

beforeAll(async () => {
  receiver = await openReceiver(() => answer());
  postern = await startPostern();
  visitor = await openBrowser(postern.url);
  await setUp(visitor, postern);
  const { organizations } = await api<{ organizations: { nodes: { id: string }[] } }>(
    "{ organizations(first: 1) { nodes { id } } }",
  );
  const project = await make("createProject", "CreateProjectInput", "id", {
    organizationId: organizations.nodes[0]?.id,
    name: "CRM",
  });
  projectId = project.id;
  const workflow = { projectId, targetUrl: receiver.url, timeoutSeconds: 30 };
  const made = await make("createWorkflow", "CreateWorkflowInput", "workflow { id }", {
    ...workflow,
    name: "Sync contacts",
  });
  workflowId = made.workflow.id;
  const other = await make("createWorkflow", "CreateWorkflowInput", "workflow { id }", {
    ...workflow,
    name: "Send invoices",
    maxAttempts: 1,
  });
  otherWorkflowId = other.workflow.id;
  const { apiKey, secret } = await make(
    "createProjectApiKey",
    "CreateProjectApiKeyInput",
    "secret apiKey { id }",
    { projectId, name: "Billing sync", expiry: { policy: "DAYS_90" } },
  );
  Object.assign(key, { id: apiKey.id, secret });
});

afterAll(async () => {
  await visitor?.close();
  await postern?.stop();
  await receiver?.close();
});

afterEach(() => expect(visitor.complaints.splice(0)).toEqual([]));

const api = <T>(query: string, variables?: object) => askAs<T>(visitor, query, variables);

// biome-ignore lint/suspicious/noExplicitAny: what was made is whatever was asked for
const make = (name: string, type: string, fields: string, input: object): Promise<any> =>
  api<Record<string, unknown>>(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`, {
    input,
  }).then((data) => data[name]);

const TRIGGER = `mutation ($input: TriggerWorkflowInput!) {
  triggerWorkflow(input: $input) { replayed execution { id } }
}`;

interface Triggered {
  triggerWorkflow: { replayed: boolean; execution: { id: string } };
}

const trigger = async (input: object = { workflowId }) =>
  (await api<Triggered>(TRIGGER, { input })).triggerWorkflow.execution.id;

/** Lets the target hold what comes until it is let go; from then on it answers so at once. */
function hold(reply: () => Reply): () => void {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  answer = () => held.then(reply);
  return letGo;
}

/** The same by somebody who holds the key. */
async function triggerWithKey(input: object): Promise<Triggered["triggerWorkflow"]> {
  const response = await fetch(`${postern.url}/graphql`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key.secret}`, "Content-Type": "application/json" },
    body: JSON.stringify({ query: TRIGGER, variables: { input } }),
  });
  const { data } = (await response.json()) as { data: Triggered };
  return data.triggerWorkflow;
}

async function open(id: string) {
  const { page } = visitor;
  await page.goto(`${PROJECT}/executions/${id}`);
  await page.getByRole("heading", { name: /^Execution of/ }).waitFor();
  return page;
}

const status = (word: string) => visitor.page.getByRole("status").getByText(word, { exact: true });

test("a failed attempt is told in words, the next one is counted down to, and the page reaches its end", async () => {
  const letFail = hold(fails);
  const page = await open(await trigger({ workflowId, input: { since: "2026-11-01", ids: [1, 2, 3] } }));
  await page.getByText("Under way", { exact: true }).waitFor();
  letFail();
  await page.getByText("The target answered with HTTP 503.").waitFor();
  answer = succeeds;
  await page.getByText(/^in \d+ s$/).waitFor();
  await status("Running").waitFor();
  await visitor.look("execution-waiting");
  await status("Succeeded").waitFor();
  await page.getByText("after 2 attempts").waitFor();
  await page.getByText('"contacts": 42').waitFor();
  expect(await page.getByText("<b>not bold</b>").count()).toBe(1);
  await visitor.look("execution-succeeded");
});

test("a target that answers 202 works on, and ends the execution by its report", async () => {
  answer = () => ({ status: 202, body: "" });
  const before = receiver.received.length;
  const page = await open(await trigger());
  await page.getByText("The target works on").waitFor();
  await page.getByText("its time to report ends").waitFor();
  await visitor.look("execution-works-on");
  const [delivery] = (await receiver.waitFor(before + 1)).slice(-1);
  const { completion } = JSON.parse(delivery?.body ?? "").data;
  const report = await fetch(completion.url, {
    method: "POST",
    headers: { Authorization: `Bearer ${completion.token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ status: "SUCCEEDED", output: OUTPUT }),
  });
  expect(report.ok).toBe(true);
  await status("Succeeded").waitFor();
  await page.getByText(/^The target worked on for/).waitFor();
});

test("what the target holds is under way until it lets go", async () => {
  const letGo = hold(succeeds);
  const page = await open(await trigger());
  await page.getByText("Under way", { exact: true }).waitFor();
  await visitor.look("execution-under-way");
  letGo();
  await status("Succeeded").waitFor();
});

test("an execution that waits is canceled after a question, whose focus is on keeping it", async () => {
  const letFail = hold(fails);
  const page = await open(await trigger());
  await page.getByText("Under way", { exact: true }).waitFor();
  letFail();
  await page.getByText(/^in \d+ s$/).waitFor();
  await page.getByRole("button", { name: "Cancel execution" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Cancel this execution?" });
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Keep it going");
  await visitor.look("execution-cancel");
  await dialog.getByRole("button", { name: "Cancel execution" }).click();
  await dialog.waitFor({ state: "hidden" });
  await status("Canceled").waitFor();
  await page.getByText("Stopped by somebody").waitFor();
  await page.getByText("The execution was canceled.").waitFor({ state: "hidden" });
  await visitor.look("execution-canceled");
});

test("a failed one is retried with a click; the new one leads back to it", async () => {
  answer = fails;
  const first = await trigger({ workflowId: otherWorkflowId, input: "just text" });
  const page = await open(first);
  await page.getByText("Why it failed").waitFor();
  await visitor.look("execution-failed");
  answer = succeeds;
  await page.getByRole("button", { name: "Retry" }).click();
  await page.waitForURL((url) => !url.href.includes(first));
  await status("Succeeded").waitFor();
  await page.getByRole("link", { name: "An earlier execution" }).waitFor();

  await page.getByRole("button", { name: "Retry" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Run it again although it succeeded?" });
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Leave it");
  await visitor.look("execution-retry");
  await dialog.getByRole("button", { name: "Leave it" }).click();
  await page.getByRole("link", { name: "An earlier execution" }).click();
  await page.waitForURL(`**/executions/${first}`);
  await status("Failed").waitFor();
});

test("a replayed trigger is the same execution, which shows its idempotency key and who triggered it", async () => {
  answer = succeeds;
  const input = { workflowId, idempotencyKey: "import-2026-11-21" };
  const first = await triggerWithKey(input);
  const again = await triggerWithKey(input);
  expect(again).toEqual({ replayed: true, execution: first.execution });
  const page = await open(first.execution.id);
  await page.getByText("import-2026-11-21").waitFor();
  await page.getByText("starts no second one").waitFor();
  const link = page.getByRole("link", { name: "Billing sync" });
  expect(await link.getAttribute("href")).toBe(`/keys/${key.id}`);
  await status("Succeeded").waitFor();
  await visitor.look("execution-replayed");
});

test("what cannot be retried says why", async () => {
  answer = succeeds;
  const id = await trigger({ workflowId: otherWorkflowId });
  await make("updateWorkflow", "UpdateWorkflowInput", "id", { id: otherWorkflowId, enabled: false });
  const page = await open(id);
  await status("Succeeded").waitFor();
  const retry = page.getByRole("button", { name: "Retry" });
  await retry.focus();
  await page.getByRole("tooltip").getByText("The workflow is disabled").waitFor();
  await retry.press("Enter");
  expect(await page.getByRole("alertdialog").count()).toBe(0);
  await make("updateWorkflow", "UpdateWorkflowInput", "id", { id: otherWorkflowId, enabled: true });
});

test("all executions are listed with their counts, and filtered in the address", async () => {
  answer = succeeds;
  const { page } = visitor;
  await page.goto(PROJECT);
  const all = page.getByRole("link", { name: "All executions" });
  await all.waitFor();
  // What loads above it may move it from under the mouse.
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  await all.click();
  await page.waitForURL("**/p/crm/executions");
  await page.getByRole("heading", { name: "Executions", exact: true }).waitFor();
  await page.getByRole("button", { name: "Failed 1" }).waitFor();
  await page.getByRole("button", { name: "Canceled 1" }).waitFor();
  await visitor.look("executions");

  await page.getByRole("button", { name: "Failed 1" }).click();
  await page.waitForURL("**/executions?status=FAILED");
  await page.getByText("Showing all 1").waitFor();
  await page.getByRole("button", { name: "Filters (1)" }).click();
  await page.getByRole("combobox", { name: "Workflow" }).click();
  await page.getByRole("option", { name: "Sync contacts" }).click();
  await page.waitForURL(`**/executions?status=FAILED&workflow=${workflowId}`);
  await page.getByText("No execution matches").waitFor();
  await visitor.look("executions-no-match");
  await page.getByRole("button", { name: "Remove the filter Status: Failed" }).click();
  await page.waitForFunction(() => document.activeElement?.textContent === "Filters (1)");
  await page.getByRole("combobox", { name: "API key" }).click();
  await page.getByRole("option", { name: "Billing sync" }).click();
  await page.getByText("Showing all 1").waitFor();
  await page.getByLabel("Triggered", { exact: true }).selectOption("in the last hour");
  await page.waitForURL(`**/executions?workflow=${workflowId}&key=${key.id}&within=hour`);
  await page.getByText("Showing all 1").waitFor();
  await visitor.look("executions-filters");
  await page.getByLabel("Triggered", { exact: true }).selectOption("between …");
  await page.getByLabel("Until").fill("2026-01-01T10:00");
  await page.getByText("No execution matches").waitFor();
  await page.reload();
  await page.getByRole("button", { name: /^Remove the filter Triggered: before 1 Jan 2026/ }).waitFor();
  await page.getByRole("button", { name: "Remove the filter Workflow: Sync contacts" }).waitFor();
  await page.getByRole("button", { name: "Clear all" }).last().click();
  await page.waitForURL("**/p/crm/executions");
});

test("a workflow's page lists and filters its own executions in the address", async () => {
  const { page } = visitor;
  await page.goto(`${PROJECT}/workflows/sync-contacts`);
  const rows = page.getByRole("table", { name: "Executions" }).getByRole("row");
  await page.getByRole("button", { name: /^Succeeded [1-9]/ }).waitFor();
  expect(await page.getByRole("columnheader", { name: "Workflow" }).count()).toBe(0);
  await visitor.look("workflow-executions");
  await page.getByRole("button", { name: /^Failed / }).click();
  await page.waitForURL("**/workflows/sync-contacts?status=FAILED");
  await page.getByText("No execution matches").waitFor();
  await page.reload();
  await page.getByText("No execution matches").waitFor();
  await page.getByRole("button", { name: "Filters (1)" }).click();
  await page.getByRole("combobox", { name: "API key" }).waitFor();
  expect(await page.getByRole("combobox", { name: "Workflow" }).count()).toBe(0);
  await page.getByRole("button", { name: "Clear all" }).last().click();
  await page.waitForURL("**/workflows/sync-contacts");
  await rows.nth(1).waitFor();

  const shown = await rows.count();
  let letGo = () => {};
  answer = () => new Promise((resolve) => (letGo = () => resolve(succeeds())));
  const before = receiver.received.length;
  await trigger();
  await receiver.waitFor(before + 1);
  await page.getByRole("row", { name: /so far/ }).waitFor();
  expect(await rows.count()).toBe(shown + 1);
  letGo();
  await page.getByRole("row", { name: /so far/ }).waitFor({ state: "detached" });
});

test("the list and its counts renew themselves", async () => {
  const letGo = hold(succeeds);
  const { page } = visitor;
  const opened = page.waitForResponse("**/graphql/stream");
  await page.goto(`${PROJECT}/executions?status=RUNNING`);
  await page.getByText("No execution matches").waitFor();
  await opened;
  const before = receiver.received.length;
  await trigger();
  await receiver.waitFor(before + 1);
  await page.getByRole("row", { name: /so far/ }).waitFor();
  await page.getByRole("button", { name: "Running 1" }).waitFor();
  letGo();
  await page.getByText("No execution matches").waitFor();
  await page.getByRole("button", { name: "Running 0" }).waitFor();
});

test("an empty organization is led from its first project to its first run, ticked by what happened", async () => {
  answer = succeeds;
  const { page } = visitor;
  const made = await make("createOrganization", "CreateOrganizationInput", "id slug", {
    name: "Difference Co",
  });
  await page.goto(`/o/${made.slug}`);
  const steps = page.getByRole("region", { name: "Four steps to the first run" });
  await steps.getByText("0 of 4 done").waitFor();
  expect(await page.getByText("No projects yet").count()).toBe(0);
  await visitor.look("onboarding-empty");

  await steps.getByRole("button", { name: "New project" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Ledger");
  await page.getByRole("button", { name: "Create project" }).click();
  await page.waitForURL("**/p/ledger");
  await page.goto(`/o/${made.slug}`);
  await steps.getByText("1 of 4 done").waitFor();
  await steps.getByRole("link", { name: "Add one to Ledger" }).click();
  await page.waitForURL("**/p/ledger");
  const { organization } = await api<{ organization: { project: { id: string } } }>(
    'query ($slug: String!) { organization(slug: $slug) { project(slug: "ledger") { id } } }',
    { slug: made.slug },
  );
  const ledger = { projectId: organization.project.id };
  const { workflow } = await make("createWorkflow", "CreateWorkflowInput", "workflow { id }", {
    ...ledger,
    name: "Book it",
    targetUrl: receiver.url,
  });
  await page.goto(`/o/${made.slug}`);
  await steps.getByText("2 of 4 done").waitFor();
  await visitor.look("onboarding-key");
  await steps.getByRole("link", { name: "Make one in Ledger" }).click();
  await page.waitForURL("**/p/ledger/api-keys");
  await make("createProjectApiKey", "CreateProjectApiKeyInput", "apiKey { id }", {
    ...ledger,
    expiry: { policy: "DAYS_90" },
  });
  await page.goto(`/o/${made.slug}`);
  await steps.getByRole("link", { name: "Go to Book it" }).click();
  await page.getByRole("button", { name: "Trigger workflow" }).click();
  await status("Succeeded").waitFor();
  await page.getByRole("link", { name: "Difference Co" }).click();
  await page.getByRole("link", { name: "Ledger", exact: true }).first().waitFor();
  await steps.waitFor({ state: "hidden" });
  expect(workflow.id).toBeTruthy();
});

test("the first steps are hidden for an organization when somebody says so", async () => {
  const { page } = visitor;
  const made = await make("createOrganization", "CreateOrganizationInput", "slug", { name: "Quiet Co" });
  await page.goto(`/o/${made.slug}`);
  await page.getByRole("button", { name: "Hide these steps" }).click();
  await page.getByText("No projects yet").waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Projects");
  await page.reload();
  await page.getByText("No projects yet").waitFor();
  expect(await page.getByText("Four steps to the first run").count()).toBe(0);
});
