import { Webhook } from "standardwebhooks";
import { openReceiver, type Receiver } from "../../server/src/testing/receiver.js";
import { openBrowser, type Visitor } from "./browser.js";
import { type Postern, startPostern } from "./postern.js";
import { stepsOf } from "./steps.js";

// The main job, walked through as an admin does it: each test goes on where the one before it ended.

const PASSWORD = "open sesame, open postern";

let postern: Postern;
let receiver: Receiver;
let visitor: Visitor;
/** What the admin copied from the one-time dialogs. */
const copied = { signingSecret: "", key: "" };
let workflowId = "";

const step = stepsOf(() => visitor);

beforeAll(async () => {
  receiver = await openReceiver(() => ({ body: JSON.stringify({ contacts: 42 }) }));
  postern = await startPostern();
  visitor = await openBrowser(postern.url);
});

afterAll(async () => {
  await visitor?.close();
  await postern?.stop();
  await receiver?.close();
});

step("the set-up link makes the first admin, and leaves no token in the address", async () => {
  const { page, look } = visitor;
  await page.goto(postern.setupLink);
  await page.getByRole("heading", { name: "Set up Postern" }).waitFor();
  expect(page.url()).toBe(`${postern.url}/setup`);
  await look("setup");

  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByText("Give an e-mail address").waitFor();
  await look("setup-faults");

  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.getByLabel("Name of the organization").fill("Analytical Engines");
  await page.getByLabel("Add a sample project").uncheck();
  await page.getByRole("button", { name: "Set up" }).click();
  await page.waitForURL("**/o/analytical-engines");
  await page.getByText("Create a project").waitFor();
  await look("projects-empty");
});

step("a project and a workflow are made, and the signing secret is shown once", async () => {
  const { page, look } = visitor;
  await page.getByRole("button", { name: "New project" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill("CRM");
  await look("project-create");
  await page.getByRole("button", { name: "Create project" }).click();
  await page.waitForURL("**/p/crm");
  await page.getByText("No workflows yet").waitFor();
  await look("workflows-empty");

  // The page's one primary action, which the list will take the place of.
  await page.getByRole("button", { name: "New workflow" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Sync contacts");
  await page.getByLabel("Target URL").fill("ftp://example.com");
  await page.getByRole("button", { name: "Create workflow" }).click();
  await page.getByText("Give an absolute URL").waitFor();
  await page.getByLabel("Target URL").fill(receiver.url);
  await look("workflow-create");
  await page.getByRole("button", { name: "Create workflow" }).click();

  const dialog = page.getByRole("alertdialog", { name: "Signing secret" });
  copied.signingSecret = await copySecret(visitor, /^whsec_/);
  await look("workflow-secret");
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  await expectNowhere(visitor, copied.signingSecret);
  await page.getByRole("link", { name: "Sync contacts" }).waitFor();
});

step("a key for all projects is made, shown once, tried, and gone with the dialog", async () => {
  const { page, look } = visitor;
  await page.getByRole("link", { name: "Analytical Engines" }).click();
  await page.getByRole("link", { name: "API keys", exact: true }).click();
  await page.getByText("No keys yet").waitFor();
  await look("organization-keys-empty");

  // The empty list's own button, which goes when the key is there, and leaves the secret.
  await page.getByRole("button", { name: "New API key" }).last().click();
  await page.getByLabel("Name (optional)").fill("Billing sync");
  await page.getByText("Can trigger workflows in all projects, also later ones, until").waitFor();
  await look("key-create");
  await page.getByText("Selected projects", { exact: true }).click();
  await page.getByRole("combobox", { name: "Projects" }).click();
  await page.getByRole("option", { name: "CRM" }).click();
  await page.getByText("Can trigger workflows in CRM until").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Never", { exact: true }).click();
  await page.getByText("Can trigger workflows in CRM until somebody deletes it.").waitFor();
  await look("key-create-selected");
  await page.getByText("All projects", { exact: true }).click();
  await page.getByText("90 days").click();
  await page.getByRole("button", { name: "Create key" }).click();

  const dialog = page.getByRole("alertdialog", { name: "Your new key" });
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Copy key");
  await page.keyboard.press("Escape");
  await page.mouse.click(5, 5);
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  await dialog.getByText("You have neither copied nor downloaded it").waitFor();
  await look("key-secret-question");
  await dialog.getByRole("button", { name: "Go back" }).click();

  copied.key = await copySecret(visitor, /^pst_o_[0-9A-Za-z]{38}$/);
  await dialog.getByRole("button", { name: "Test this key" }).click();
  await dialog.getByText("It works. The server knows it as Billing sync, role Trigger.").waitFor();
  await dialog.getByText("Triggers Sync contacts in CRM.").waitFor();
  await look("key-secret");
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });

  await expectNowhere(visitor, copied.key);
  await page.getByText("Billing sync").waitFor();
  await look("organization-keys");
  await page.reload();
  await page.getByText("Billing sync").waitFor();
  await expectNowhere(visitor, copied.key);
  await page.goBack();
  await page.goForward();
  await page.getByText("Billing sync").waitFor();
  await expectNowhere(visitor, copied.key);
});

step(
  "its holder triggers the workflow; the delivery is signed, and the execution names the key",
  async () => {
    const { page, look } = visitor;
    await page.goto("/o/analytical-engines/p/crm/workflows/sync-contacts");
    workflowId = (await page.locator("dd.mono, dd .mono").nth(1).textContent()) ?? "";
    await look("workflow");

    const answer = await callWithKey(
      "mutation ($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { execution { id status } } }",
      { input: { workflowId, input: { since: "2026-11-01" } } },
    );
    const execution = answer.body.data.triggerWorkflow.execution.id;
    const [delivery] = await receiver.waitFor(1);
    const event = new Webhook(copied.signingSecret).verify(
      delivery?.body ?? "",
      delivery?.headers as Record<string, string>,
    );
    expect(event).toMatchObject({
      type: "workflow.triggered",
      data: { executionId: execution, input: { since: "2026-11-01" } },
    });

    await page.goto(`/o/analytical-engines/p/crm/executions/${execution}`);
    await page.getByText("Succeeded", { exact: true }).first().waitFor();
    await page.getByText("Billing sync").waitFor();
    await page.getByText('"contacts": 42').waitFor();
    await look("execution");
  },
);

step("a key manages no keys", async () => {
  const { body } = await callWithKey(
    "mutation ($input: CreateProjectApiKeyInput!) { createProjectApiKey(input: $input) { secret } }",
    { input: { projectId: await projectId(), expiry: { policy: "NEVER" } } },
  );
  expect(body.errors[0].extensions.code).toBe("FORBIDDEN");
});

step("the project lists the inherited key, locked", async () => {
  const { page, look } = visitor;
  await page.goto("/o/analytical-engines/p/crm/api-keys");
  await page.getByText("Managed by the organization").waitFor();
  expect(await page.getByRole("button", { name: "Delete Billing sync" }).count()).toBe(0);

  await page.getByRole("button", { name: "New API key" }).click();
  await page.getByLabel("Name (optional)").fill("Nightly import");
  await page.getByText("Date", { exact: true }).click();
  await page.getByRole("button", { name: "Create key" }).click();
  await page.getByText("Choose a date and a time.").waitFor();
  await look("key-create-date");
  await page.getByText("7 days", { exact: true }).click();
  await page.getByRole("button", { name: "Create key" }).click();
  await copySecret(visitor, /^pst_p_/);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByText("Expires soon").waitFor();
  await look("project-keys");

  await page.getByRole("link", { name: /Managed by the organization/ }).click();
  await page.waitForURL("**/o/analytical-engines/api-keys");
  await page.getByRole("tab", { name: "Project keys" }).click();
  await page.waitForURL("**/api-keys?tab=projects");
  await page.getByText("Nightly import").waitFor();
  await look("all-project-keys");
});

step("the workflow is triggered by hand, and wrong JSON is refused where it was typed", async () => {
  const { page, look } = visitor;
  await page.goto("/o/analytical-engines/p/crm");
  await look("workflows");
  await page.getByRole("link", { name: "Sync contacts", exact: true }).click();
  await page.getByLabel("Input (JSON)").fill("{ nope");
  await page.getByRole("button", { name: "Trigger workflow" }).click();
  await page.getByText("This is not JSON").waitFor();
  await look("workflow-json-fault");
  await page.getByLabel("Input (JSON)").fill('{ "by": "hand" }');
  await page.getByRole("button", { name: "Trigger workflow" }).click();
  await page.waitForURL("**/executions/*");
  await page.getByText("Succeeded", { exact: true }).first().waitFor();
  await page.getByText("Ada Lovelace", { exact: true }).last().waitFor();
});

step("a deleted key is refused from the next call on", async () => {
  const { page, look } = visitor;
  await page.goto("/o/analytical-engines/api-keys");
  await page.getByRole("button", { name: "Delete Billing sync" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Delete Billing sync?" });
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Cancel");
  await dialog.getByText("Sync contacts").waitFor();
  await look("key-delete");
  // It was used today and covers all projects.
  expect(await dialog.getByRole("button", { name: "Delete key" }).isDisabled()).toBe(true);
  await dialog.getByLabel("Type Billing sync to confirm").fill("Billing sync");
  await dialog.getByRole("button", { name: "Delete key" }).click();
  await page.getByText("Billing sync was deleted.").waitFor();
  await page.getByText("No keys yet").waitFor();

  const { status, body } = await callWithKey("{ viewer { __typename } }", {});
  expect(status).toBe(401);
  expect(body.errors[0].extensions.code).toBe("UNAUTHENTICATED");
});

step("signing out and in again leads back to the same page", async () => {
  const { page, look, complaints } = visitor;
  await page.goto("/o/analytical-engines");
  await page.getByRole("link", { name: "CRM" }).first().waitFor();
  await look("projects");
  await page.getByRole("button", { name: "Account of Ada Lovelace" }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
  await look("account-menu");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  await look("sign-in");

  await page.goto("/o/analytical-engines/api-keys?tab=projects");
  await page.waitForURL("**/sign-in?next=*");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByRole("textbox", { name: "Password" }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("Sign-in failed").waitFor();
  // The browser itself notes an answer with status 401.
  expect(complaints.splice(0).filter((line) => !line.includes("401"))).toEqual([]);
  await look("sign-in-failed");
  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/o/analytical-engines/api-keys?tab=projects");
  await page.getByText("Nightly import").waitFor();
});

step("an ended session asks for the password in front of the page, which goes on", async () => {
  const { page } = visitor;
  await page.context().clearCookies();
  await page.getByRole("link", { name: "Projects", exact: true }).click();
  const dialog = page.getByRole("alertdialog", { name: "Your session has ended" });
  await dialog.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/o/analytical-engines");
  await page.getByRole("link", { name: "CRM" }).first().waitFor();
});

step("what does not exist says so", async () => {
  const { page, look } = visitor;
  await page.goto("/o/analytical-engines/p/nowhere");
  await page.getByText("There is no such project").waitFor();
  await look("not-found-project");
  await page.goto("/nowhere/at/all");
  await page.getByText("This address leads nowhere").waitFor();
  await look("not-found");
  await page.goto("/?all=true");
  await page.getByRole("link", { name: "Analytical Engines" }).waitFor();
  await look("organizations");
});

/** Copies from the open one-time dialog, and gives what came to the clipboard. */
async function copySecret({ page }: Visitor, shape: RegExp): Promise<string> {
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: /^Copy (key|secret)$/ }).click();
  await dialog.getByText("Copied").waitFor();
  const secret = await page.evaluate(() => navigator.clipboard.readText());
  expect(secret).toMatch(shape);
  expect(await dialog.getByRole("status").textContent()).toBe(secret);
  return secret;
}

/** The secret is in no place where a browser keeps things for longer than a dialog. */
async function expectNowhere({ page }: Visitor, secret: string) {
  const places = await page.evaluate(async () => ({
    address: window.location.href,
    history: JSON.stringify(window.history.state),
    local: JSON.stringify({ ...window.localStorage }),
    session: JSON.stringify({ ...window.sessionStorage }),
    cookies: document.cookie,
    databases: (await window.indexedDB.databases()).length,
    caches: (await window.caches.keys()).length,
  }));
  expect(places).toMatchObject({ databases: 0, caches: 0 });
  for (const text of [...Object.values(places), await page.content()])
    expect(String(text)).not.toContain(secret);
}

// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever the server sent
async function callWithKey(query: string, variables: object): Promise<{ status: number; body: any }> {
  const response = await fetch(`${postern.url}/graphql`, {
    method: "POST",
    headers: { Authorization: `Bearer ${copied.key}`, "Content-Type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: await response.json() };
}

/** The project's id, asked for with the admin's session. */
async function projectId(): Promise<string> {
  return visitor.page.evaluate(async () => {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        query: '{ organization(slug: "analytical-engines") { project(slug: "crm") { id } } }',
      }),
    });
    return (await response.json()).data.organization.project.id;
  });
}
