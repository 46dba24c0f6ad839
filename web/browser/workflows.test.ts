import { Webhook } from "standardwebhooks";
import { openReceiver, type Receiver, until } from "../../server/src/testing/receiver.js";
import { askAs } from "./ask-as.js";
import { openBrowser, type Visitor } from "./browser.js";
import { type Postern, startPostern } from "./postern.js";
import { setUp } from "./set-up.js";
import { stepsOf } from "./steps.js";

// A workflow's life, as an editor of the project leads it: each test goes on where the one before it ended.

const PROJECT = "/o/analytical-engines/p/crm";
const WORKFLOW = `${PROJECT}/workflows/import-contacts`;
const SCHEMA = `{
  "type": ["object", "null"],
  "properties": {
    "since": { "type": "string", "minLength": 10 },
    "limit": { "type": "integer", "maximum": 500 }
  },
  "required": ["since"],
  "additionalProperties": false
}`;

let postern: Postern;
let visitor: Visitor;
let receiver: Receiver;
/** How the target answers next. */
let status = 200;
let projectId = "";
/** Signing secrets, as they were copied. */
const secrets: string[] = [];

beforeAll(async () => {
  receiver = await openReceiver(() => ({ status }));
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
  projectId = createProject.id;
});

afterAll(async () => {
  await visitor?.close();
  await postern?.stop();
  await receiver?.close();
});

const step = stepsOf(() => visitor);

const api = <T>(query: string, input?: object) => askAs<T>(visitor, query, { input });

const button = (name: string | RegExp) => visitor.page.getByRole("button", { name, exact: true });
const dialog = () => visitor.page.getByRole("dialog");

async function copySecret(): Promise<void> {
  const { page } = visitor;
  const shown = page.getByRole("alertdialog");
  await shown.getByRole("button", { name: "Copy secret" }).click();
  await shown.getByText("Copied").waitFor();
  secrets.push(await page.evaluate(() => navigator.clipboard.readText()));
}

/** Ends the one-time dialog, whose secret was copied. */
async function closeSecret(): Promise<void> {
  const shown = visitor.page.getByRole("alertdialog");
  await shown.getByRole("button", { name: "Close", exact: true }).click();
  await shown.waitFor({ state: "hidden" });
}

step("a workflow is made with every setting, and each fault is said at its place", async () => {
  const { page, look } = visitor;
  await page.goto(PROJECT);
  await button("New workflow").first().click();
  await page.getByLabel("Name", { exact: true }).fill("Import contacts");
  await page.getByLabel("Target URL").fill(receiver.url);
  await page.getByLabel("Description (optional)").fill("Takes what changed in the shop into the CRM.");
  await button("More settings").click();

  await page.getByLabel("Run by itself").check();
  await page.getByLabel("How often").selectOption("weekdays");
  await page.getByRole("combobox", { name: "Time zone" }).fill("Berlin");
  await page.getByRole("option", { name: "Europe/Berlin" }).click();
  await dialog().getByText("Every weekday at 09:00, Europe/Berlin").waitFor();
  await page.getByLabel("Input schema").fill('{\n  "type": "thing",\n}');
  await button("Add a header").click();
  await page.getByLabel("Name of header 1").fill("Content-Type");
  await page.getByLabel("Value of header 1").fill("token-of-the-target");
  await page.getByLabel("Attempts").fill("11");
  await button("Create workflow").click();
  await page.getByText("Give a whole number from 1 to 10.").waitFor();
  await page.getByText("Choose another header: Postern or HTTP itself writes this one.").waitFor();
  await page.getByText("This is not JSON.").waitFor();
  await look("workflow-create-faults");
  await button("Line 3, column 1").click();
  await page.waitForFunction(() => (document.activeElement as HTMLTextAreaElement).selectionStart === 21);

  await page.getByLabel("Input schema").fill('{\n  "type": "thing"\n}');
  await page.getByLabel("Name of header 1").fill("Authorization");
  await page.getByLabel("Attempts").fill("3");
  await button("Create workflow").click();
  await page.getByText("/type", { exact: false }).first().waitFor();
  await button("Line 2, column 11").waitFor();
  await look("workflow-create-schema-fault");
  await page.getByLabel("Input schema").fill(SCHEMA);
  await button("Create workflow").click();
  await copySecret();
  await closeSecret();
  await page.getByText("Every weekday at 09:00, Europe/Berlin").waitFor();
  await look("workflows-scheduled");
});

step("its page says all of it, the next run in words and on the clock among it", async () => {
  const { page, look } = visitor;
  await page.getByRole("link", { name: "Import contacts", exact: true }).click();
  await page.getByText("Every weekday at 09:00, Europe/Berlin").waitFor();
  await page.getByText(/Next run .*(in|tomorrow|hour|day).*: \w{3}, \d/).waitFor();
  await page.getByText("Authorization: ••••••••").waitFor();
  await page.getByText("Up to 3 attempts, 15 seconds each").waitFor();
  expect(await page.content()).not.toContain("token-of-the-target");
  await page.getByText("Must fit the schema").first().click();
  await look("workflow-page");
});

step("the input is checked without starting anything, and a fault is said at its line", async () => {
  const { page, look } = visitor;
  const input = page.getByLabel("Input (JSON)");
  await input.fill('{\n  "since": "2026-11-01",\n  "limit": 501\n}');
  await button("Check only").click();
  await page.getByText("Must be at most 500.").waitFor();
  await button("Line 3, column 12").waitFor();
  await look("workflow-input-fault");
  await input.fill('{ "since": "2026-11-01" }');
  await button("Check only").click();
  await page.getByText("The input is fine. Nothing was started.").waitFor();
  expect(receiver.received).toEqual([]);
  await page.getByLabel("Idempotency key (optional)").fill("ümlaut");
  await button("Trigger workflow").click();
  await page.getByText("Use 1 to 255 printable ASCII characters.").waitFor();
});

step("an idempotency key starts one execution, however often it is sent", async () => {
  const { page } = visitor;
  await page.getByLabel("Idempotency key (optional)").fill("import-1");
  await button("Trigger workflow").click();
  await page.waitForURL("**/executions/*");
  const first = page.url();
  await receiver.waitFor(1);
  expect(receiver.received[0]?.headers.authorization).toBe("token-of-the-target");

  await page.goto(WORKFLOW);
  await page.getByLabel("Input (JSON)").fill('{ "since": "2026-11-02" }');
  await page.getByLabel("Idempotency key (optional)").fill("import-1");
  await button("Trigger workflow").click();
  await page.getByText("This idempotency key came with another input").waitFor();
  await page.getByLabel("Input (JSON)").fill('{ "since": "2026-11-01" }');
  await button("Check only").click();
  await page.getByText("exists already; nothing new would start").waitFor();
  await button("Trigger workflow").click();
  await page.waitForURL("**/executions/*");
  expect(page.url()).toBe(first);
  expect(receiver.received).toHaveLength(1);
});

step("while the signing secret rotates, deliveries carry both signatures", async () => {
  const { page, look } = visitor;
  await page.goto(WORKFLOW);
  await button("Rotate").click();
  await page.getByText(/Both signatures until \w{3}/).waitFor();
  await look("workflow-rotate");
  await dialog().getByLabel("7 days").check();
  await button("Rotate secret").click();
  await copySecret();
  await look("workflow-rotated");
  await closeSecret();
  expect(await page.content()).not.toContain(secrets[1]);
  await page.getByText("Both signatures until").waitFor();

  await trigger();
  const [, delivery] = await receiver.waitFor(2);
  expect(new Set(secrets).size).toBe(2);
  for (const secret of secrets) {
    const headers = delivery?.headers as Record<string, string>;
    expect(new Webhook(secret).verify(delivery?.body ?? "", headers)).toMatchObject({
      type: "workflow.triggered",
    });
  }
  await button("Rotate").click();
  await page.getByText("A rotation is under way.").waitFor();
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "hidden" });
});

step("every setting can be changed, and what was masked stays as it was", async () => {
  const { page, look } = visitor;
  await button("Edit").click();
  await page.getByLabel("Name", { exact: true }).fill("Import people");
  await page.getByLabel("Short name in addresses").fill("import-people");
  await page.getByLabel("How often").selectOption("custom");
  await page.getByLabel("Cron expression").fill("61 * * * *");
  await page.getByLabel("Timeout of an attempt").fill("5");
  await page.getByLabel("Time to report the outcome").fill("2");
  await page.getByLabel("Unit").selectOption("hours");
  await button("Add a header").click();
  await page.getByLabel("Name of header 2").fill("X-Tenant");
  await page.getByLabel("Value of header 2").fill("acme");
  await look("workflow-edit");
  await button("Save changes").click();
  await page.getByText("“61” does not fit the minute, the first field").waitFor();
  await page.getByLabel("Cron expression").fill("*/15 8-18 * * 1-5");
  await dialog().getByText("Every 15 minutes from 08:00 to 18:00, on each weekday").waitFor();
  await button("Save changes").click();
  await page.waitForURL("**/workflows/import-people");
  await page.getByRole("heading", { name: "Import people" }).waitFor();
  await page.getByText("Up to 3 attempts, 5 seconds each").waitFor();
  await page.getByText("has 2 hours to report").waitFor();
  await trigger();
  const delivery = (await receiver.waitFor(3))[2];
  expect(delivery?.headers).toMatchObject({ authorization: "token-of-the-target", "x-tenant": "acme" });
});

step("a slug that is taken is refused at its field, and what was typed stays", async () => {
  const { page } = visitor;
  await api("mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { signingSecret } }", {
    projectId,
    name: "Other",
    targetUrl: receiver.url,
  });
  await button("Edit").click();
  await page.getByLabel("Short name in addresses").fill("other");
  await page.getByLabel("Description (optional)").fill("Typed with care.");
  await button("Save changes").click();
  await dialog().getByText(/slug/i).nth(1).waitFor();
  expect(await page.getByLabel("Description (optional)").inputValue()).toBe("Typed with care.");
  await page.keyboard.press("Escape");
  await button("Close and lose it").click();
  await dialog().waitFor({ state: "hidden" });
});

step("a disabled workflow says so everywhere, and is enabled where it says it", async () => {
  const { page, look } = visitor;
  await button("Disable").click();
  const question = page.getByRole("alertdialog", { name: "Disable Import people?" });
  await question.waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Cancel");
  await look("workflow-disable");
  await button("Disable workflow").click();
  await page.getByText("This workflow is disabled").waitFor();
  await page.getByText("It does not run while the workflow is disabled.").waitFor();
  expect(await button("Trigger workflow").isDisabled()).toBe(true);
  await look("workflow-disabled");
  await button("Enable").click();
  await page.getByText("This workflow is disabled").waitFor({ state: "hidden" });
});

step("a target that is gone for good disables it, and the reason is said", async () => {
  const { page, look } = visitor;
  status = 410;
  await trigger();
  await until(async () => !(await workflow()).enabled);
  await page.goto(PROJECT);
  await page.getByText("The target answered that it is gone (HTTP 410).").waitFor();
  await look("workflows-disabled");
  await page.getByRole("link", { name: "Import people", exact: true }).click();
  await page.getByText("Postern disabled it: The target answered that it is gone").waitFor();
  await look("workflow-gone");
  status = 200;
  await button("Enable").click();
  await page.getByText("Import people is enabled.").waitFor();
});

step("its hours are pictured, read out by the arrow keys, and there as a table", async () => {
  const { page, look } = visitor;
  await page.getByText("Executions by hour").first().waitFor();
  const legend = page.getByRole("listitem").filter({ hasText: "Failed", hasNot: page.getByRole("button") });
  await until(async () => (await legend.textContent()) === "Failed 1");
  await page.getByRole("region", { name: "Executions by hour" }).first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Home");
  await until(async () => (await legend.textContent()) === "Failed 0");
  await page.getByText("As a table").click();
  await look("workflow-hours");
  await page.getByText("7 days", { exact: true }).click();
  await page.waitForURL("**?range=week");
  await look("workflow-hours-week");
});

step("the organization's cards count what each project has and how its day went", async () => {
  const { page, look } = visitor;
  await page.goto("/o/analytical-engines");
  const card = page.getByRole("article").filter({ hasText: "CRM" });
  await card.getByText("Import people").waitFor();
  const figures = await card.locator("dl > div").allTextContents();
  expect(figures).toEqual(["Workflows2", "Keys0", "Executions, 24 h4", "Failures, 24 h 1"]);
  await look("project-cards");
  await card.getByRole("link", { name: "Show the 1 failure of CRM" }).click();
  await page.waitForURL("**/p/crm/executions?status=FAILED&within=day");
});

step("deleting says what it cancels, and leaves the list without it", async () => {
  const { page, look } = visitor;
  status = 503;
  await page.goto(`${PROJECT}/workflows/import-people`);
  await trigger();
  await receiver.waitFor(5);
  await button("Delete workflow").click();
  const question = page.getByRole("alertdialog", { name: "Delete Import people?" });
  await question.getByText("1 execution that has not ended is canceled.").waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Cancel");
  await look("workflow-delete");
  await question.getByRole("button", { name: "Delete workflow" }).click();
  await page.waitForURL(`**${PROJECT}`);
  await page.getByText("Import people was deleted.").waitFor();
  await page.getByRole("link", { name: "Other", exact: true }).waitFor();
  expect(await page.getByRole("link", { name: "Import people", exact: true }).count()).toBe(0);
  await page.goto(`${PROJECT}/workflows/import-people`);
  await page.getByText("There is no such workflow").waitFor();
});

async function workflow(): Promise<{ id: string; enabled: boolean }> {
  const { organization } = await api<{
    organization: { project: { workflows: { nodes: { id: string; name: string; enabled: boolean }[] } } };
  }>(
    '{ organization(slug: "analytical-engines") { project(slug: "crm") { workflows { nodes { id name enabled } } } } }',
  );
  const found = organization.project.workflows.nodes.find(({ name }) => name.startsWith("Import"));
  if (!found) throw new Error("There is no such workflow.");
  return found;
}

/** Starts one execution past the page. */
async function trigger(): Promise<void> {
  await api("mutation ($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { replayed } }", {
    workflowId: (await workflow()).id,
    input: { since: "2026-11-01" },
  });
}
