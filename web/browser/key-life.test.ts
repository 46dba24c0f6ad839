import type { Page } from "playwright-core";
import { openReceiver, type Receiver } from "../../server/src/testing/receiver.js";
import { askAs } from "./ask-as.js";
import { openBrowser, type Visitor } from "./browser.js";
import { type Postern, startPostern } from "./postern.js";
import { runSample, samplesIn } from "./run-sample.js";
import { setUp } from "./set-up.js";
import { stepsOf } from "./steps.js";

// One key from its making to its end, as an admin lives with it: each test goes on where the one before ended.

const KEYS = "/o/analytical-engines/api-keys";

let postern: Postern;
let receiver: Receiver;
let visitor: Visitor;
let editor: Visitor;
let workflowId = "";
let projectId = "";
let organizationId = "";
/** What was copied: the key's first secret, then the one after its rotation. */
const secrets = { old: "", now: "" };

const step = stepsOf(() => visitor);

beforeAll(async () => {
  receiver = await openReceiver(() => ({ body: JSON.stringify({ contacts: 42 }) }));
  postern = await startPostern();
  visitor = await openBrowser(postern.url);
  editor = await openBrowser(postern.url);
  await setUp(visitor, postern);
  const { organization } = await ask<{ organization: { id: string } }>(
    '{ organization(slug: "analytical-engines") { id } }',
  );
  organizationId = organization.id;
  const { createProject } = await ask<{ createProject: { id: string } }>(
    "mutation ($input: CreateProjectInput!) { createProject(input: $input) { id } }",
    { organizationId, name: "CRM" },
  );
  projectId = createProject.id;
  const { createWorkflow } = await ask<{ createWorkflow: { workflow: { id: string } } }>(
    "mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { workflow { id } } }",
    { projectId, name: "Sync contacts", targetUrl: receiver.url },
  );
  workflowId = createWorkflow.workflow.id;
});

afterAll(async () => {
  await editor?.close();
  await visitor?.close();
  await postern?.stop();
  await receiver?.close();
});

/** Asks as a visitor, the admin unless another is named. */
const ask = <T>(query: string, input?: object, who: Visitor = visitor) => askAs<T>(who, query, { input });

/** Triggers the workflow as an integrator does, and gives the HTTP status. */
async function trigger(secret: string): Promise<number> {
  const response = await fetch(`${postern.url}/api/v1/workflows/${workflowId}/executions`, {
    method: "POST",
    headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
    body: '{"hello":"world"}',
  });
  return response.status;
}

/** Counts are written at most a minute late, and before the server goes. */
async function writeCounts(): Promise<void> {
  const { page } = visitor;
  const address = page.url();
  // A page that is open meanwhile would ask, and note that nobody answers.
  await page.goto("about:blank");
  await postern.halt();
  await postern.resume();
  await page.goto(address);
}

const drawer = () => visitor.page.getByRole("dialog", { name: "Nightly sync" });
const focused = () => visitor.page.evaluate(() => document.activeElement?.textContent);

/** Presses Tab until the focus is on what has this accessible text. */
async function tabTo(name: string): Promise<void> {
  const { page } = visitor;
  for (let presses = 0; presses < 60; presses++) {
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const label = (element as HTMLInputElement | null)?.labels?.[0]?.textContent;
      const spoken = element?.cloneNode(true) as HTMLElement | undefined;
      for (const silent of spoken?.querySelectorAll("[aria-hidden]") ?? []) silent.remove();
      return [label, element?.getAttribute("aria-label"), spoken?.textContent].filter(Boolean);
    });
    if (here.includes(name)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach ${name}.`);
}

step("a key is made and copied by keyboard alone", async () => {
  const { page, look } = visitor;
  await page.goto(KEYS);
  await page.getByText("No keys yet").waitFor();
  await tabTo("New API key");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "New organization key" }).waitFor();
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
  await page.keyboard.type("Nightly sync");
  await tabTo("More: description, IP ranges, rate");
  await page.keyboard.press("Enter");
  await tabTo("Description (optional)");
  await page.keyboard.type("Runs at night. Ask Ada.");
  await page.getByText("Can trigger workflows in all projects, also later ones, until").waitFor();
  await look("key-life-create");
  await tabTo("Create key");
  await page.keyboard.press("Enter");

  const dialog = page.getByRole("alertdialog", { name: "Your new key" });
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Copy key");
  await page.keyboard.press("Enter");
  await dialog.getByText("Copied").waitFor();
  secrets.old = await page.evaluate(() => navigator.clipboard.readText());
  expect(secrets.old).toMatch(/^pst_o_[0-9A-Za-z]{38}$/);
  await tabTo("Test this key");
  await page.keyboard.press("Enter");
  await dialog.getByText("It works. The server knows it as Nightly sync, role Trigger.").waitFor();
  await dialog.getByText("Triggers Sync contacts in CRM.").waitFor();
  for (const { text } of await samplesIn(dialog)) expect(text).toContain(workflowId);
  await look("key-life-secret");
  await tabTo("Close");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  await expectNowhere(secrets.old);
});

step("a key is made and copied with three clicks", async () => {
  const { page } = visitor;
  await page.getByRole("button", { name: "New API key" }).click();
  await page.getByRole("button", { name: "Create key" }).click();
  await page.getByRole("button", { name: "Copy key" }).click();
  const secret = await page.evaluate(() => navigator.clipboard.readText());
  expect(await trigger(secret)).toBe(202);
  await page.keyboard.press("Escape");
  const dialog = page.getByRole("alertdialog");
  await dialog.waitFor();
  // Each example runs as it stands, and the workflow's page shows the very same.
  const samples = await samplesIn(dialog);
  expect(samples.map(({ label }) => label)).toEqual(["curl", "JavaScript", "Python", "GraphQL"]);
  for (const sample of samples) expect(await runSample(sample, secret)).toMatch(/QUEUED/);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.goto("/o/analytical-engines/p/crm/workflows/sync-contacts");
  expect(await samplesIn(codeOn(page))).toEqual(samples);
});

const codeOn = (page: Page) => page.getByRole("tablist", { name: "Trigger it from code" }).locator("..");

step("examples run with whatever a workflow wants to be given", async () => {
  const { page } = visitor;
  const wanted = {
    name: 'O\'Neill "the" \\ ✓\n',
    rate: 1.5,
    on: true,
    off: false,
    none: null,
    list: ["a", { b: 1 }],
  };
  await ask("mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { signingSecret } }", {
    projectId,
    name: "Odd input",
    targetUrl: receiver.url,
    inputSchema: { const: wanted },
  });
  const { createProjectApiKey } = await ask<{ createProjectApiKey: { secret: string } }>(
    "mutation ($input: CreateProjectApiKeyInput!) { createProjectApiKey(input: $input) { secret } }",
    { projectId, name: "Examples", expiry: { policy: "DAYS_7" } },
  );
  await page.goto("/o/analytical-engines/p/crm/workflows/odd-input");
  for (const sample of await samplesIn(codeOn(page)))
    expect(await runSample(sample, createProjectApiKey.secret)).toMatch(/QUEUED/);
  await page.goto(KEYS);
});

step("an answer that was lost makes no second key, and leads to the first", async () => {
  const { page, look, complaints } = visitor;
  await page.getByRole("button", { name: "New API key" }).click();
  await page.getByLabel("Name (optional)").fill("Lost on the way");
  let lost = false;
  await page.route("**/graphql", async (route) => {
    const creates = route.request().postDataJSON()?.operationName === "CreateOrganizationApiKey";
    if (!creates || lost) return route.fallback();
    lost = true;
    await route.fetch();
    return route.abort();
  });
  await page.getByRole("button", { name: "Create key" }).click();
  await page.getByText("No answer from the server.").waitFor();
  expect(await page.getByLabel("Name (optional)").inputValue()).toBe("Lost on the way");
  await page.getByRole("button", { name: "Create key" }).click();
  await page.getByText("The key was made already").waitFor();
  await page.getByText("This request was carried out already.").waitFor();
  await page.unroute("**/graphql");
  await look("key-life-lost");
  complaints.splice(0);
  await page.getByRole("link", { name: "Open the key" }).click();
  await page.waitForURL("**/api-keys/key_*");
  await page.getByRole("dialog", { name: "Lost on the way" }).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL(`**${KEYS}`);
});

step("its holder triggers with it, and the drawer shows what became of it", async () => {
  const { page, look } = visitor;
  for (let calls = 0; calls < 3; calls++) expect(await trigger(secrets.old)).toBe(202);
  await receiver.waitFor(12);
  await writeCounts();
  await page.goto(`${KEYS}?sort=name`);
  await page.getByRole("link", { name: "Nightly sync" }).click();
  await page.waitForURL("**/api-keys/key_*?sort=name");
  await drawer().waitFor();
  await drawer().getByText("4 accepted", { exact: true }).waitFor();
  await drawer().getByText("Runs at night. Ask Ada.").waitFor();
  await drawer().getByText("Showing all 3").waitFor();
  await drawer().getByText("by Ada Lovelace").first().waitFor();
  expect(
    await drawer()
      .getByRole("img", { name: /4 calls accepted, 0 denied/ })
      .count(),
  ).toBe(1);
  expect(await drawer().getByRole("row").count()).toBeGreaterThan(30);
  await drawer().getByText("600 a minute (server default)", { exact: true }).waitFor();
  await page.waitForFunction(() => document.activeElement?.closest("[role=dialog]") !== null);
  await look("key-life-drawer");

  await page.keyboard.press("Escape");
  await page.waitForURL(`**${KEYS}?sort=name`);
  await page.waitForFunction(() => document.activeElement?.textContent === "Nightly sync");
});

step("the address is shared, and what does not exist says so", async () => {
  const { page, look } = visitor;
  await page.getByRole("link", { name: "Nightly sync" }).click();
  await drawer().waitFor();
  const id = new URL(page.url()).pathname.split("/").at(-1);
  await page.goto(`/keys/${id}`);
  await page.waitForURL(`**${KEYS}/${id}`);
  await drawer().waitFor();
  await page.goto(`${KEYS}/key_00000000000000000000000000`);
  await page.getByText("It was deleted, belongs elsewhere").waitFor();
  await look("key-life-unknown");
  await page.goto("/keys/key_00000000000000000000000000");
  await page.getByText("There is no such key").waitFor();
  await page.goto(`${KEYS}/${id}`);
  await drawer().waitFor();
});

step("its settings are changed where they stand", async () => {
  const { page, look } = visitor;
  await drawer().getByRole("button", { name: "Edit" }).click();
  await drawer().getByLabel("Allowed IP ranges (optional)").fill("not an address");
  await drawer().getByRole("button", { name: "Save changes" }).click();
  await drawer().getByText("Give an address or a CIDR range").waitFor();
  await drawer().getByLabel("Allowed IP ranges (optional)").fill("127.0.0.0/8\n::1");
  await drawer().getByLabel("Calls per minute (optional)").fill("600");
  await drawer().getByText("Viewer", { exact: true }).click();
  await drawer().getByText("Whoever holds the key may do more from now on.").waitFor();
  await drawer().getByRole("button", { name: "Change", exact: true }).click();
  await drawer().getByText("30 days", { exact: true }).click();
  await look("key-life-edit");
  await drawer().getByRole("button", { name: "Save changes" }).click();
  await page.getByText("Saved. It holds from the next call on.").waitFor();
  await drawer().getByText("::1/128", { exact: true }).waitFor();
  await drawer().getByText("Role: Trigger → Viewer").waitFor();
  await drawer().getByText("600 a minute", { exact: true }).waitFor();
  await drawer().getByText("Rate: server default → 600").waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Edit");
});

step("after a rotation both secrets work, calls with the old one are counted, and it is ended", async () => {
  const { page, look } = visitor;
  // Back leads to the list, within the application.
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Nightly sync" }).click();
  await drawer().getByRole("button", { name: "Rotate" }).click();
  const rotate = page.getByRole("dialog", { name: "Rotate Nightly sync" });
  await rotate.getByText("works until").first().waitFor();
  await rotate.getByText("The key's 30 days begin again").waitFor();
  await look("key-life-rotate");
  await rotate.getByText("Stop it now").click();
  await rotate.getByText("stops at once").waitFor();
  await rotate.getByText("7 days", { exact: true }).click();
  await rotate.getByRole("button", { name: "Make a new secret" }).click();
  const shown = page.getByRole("alertdialog", { name: "The new secret" });
  await shown.waitFor();
  await page.goBack();
  await shown.getByText("You have neither copied nor downloaded it").waitFor();
  await look("key-life-secret-back");
  await shown.getByRole("button", { name: "Go back" }).click();
  await page.waitForURL(`**${KEYS}/*`);
  await shown.getByRole("button", { name: "Copy key" }).click();
  secrets.now = await page.evaluate(() => navigator.clipboard.readText());
  expect(secrets.now).not.toBe(secrets.old);
  await shown.getByRole("button", { name: "Close", exact: true }).click();
  await expectNowhere(secrets.now);
  await drawer().getByText("No call came with it since the rotation.").waitFor();
  await drawer().getByText("It is too early to tell whether somebody still uses it.").waitFor();

  expect(await trigger(secrets.now)).toBe(202);
  expect(await trigger(secrets.old)).toBe(202);
  await writeCounts();
  await drawer().getByText("1 call came with it since the rotation").waitFor();
  await look("key-life-rotating");
  await drawer().getByRole("button", { name: "Finish now" }).click();
  const finish = page.getByRole("alertdialog", { name: "Finish the rotation now?" });
  await finish.waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Cancel");
  await look("key-life-finish");
  await finish.getByRole("button", { name: "Stop the old secret" }).click();
  await page.getByText("Only the new secret of Nightly sync works now.").waitFor();
  expect(await trigger(secrets.old)).toBe(401);
  expect(await trigger(secrets.now)).toBe(202);
});

step("it is disabled, which is asked about, and enabled", async () => {
  const { page, look } = visitor;
  await drawer().getByRole("button", { name: "Disable" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Disable Nightly sync?" });
  await dialog.getByText("Sync contacts").waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Cancel");
  await look("key-life-disable");
  expect(await dialog.getByRole("button", { name: "Disable key" }).isDisabled()).toBe(true);
  await dialog.getByLabel("Type Nightly sync to confirm").fill("Nightly sync");
  await dialog.getByRole("button", { name: "Disable key" }).click();
  await page.getByText("Nightly sync is disabled.").waitFor();
  expect(await trigger(secrets.now)).toBe(401);
  await drawer().getByRole("button", { name: "Enable" }).click();
  await page.getByText("Nightly sync works again.").waitFor();
  expect(await trigger(secrets.now)).toBe(202);
});

step("another key is made like it", async () => {
  const { page, look } = visitor;
  await drawer().getByRole("button", { name: "Duplicate settings" }).click();
  const dialog = page.getByRole("dialog", { name: "New organization key" });
  await dialog.waitFor();
  expect(await dialog.getByLabel("Allowed IP ranges (optional)").inputValue()).toBe("127.0.0.0/8\n::1/128");
  expect(await dialog.getByRole("radio", { name: "30 days" }).isChecked()).toBe(true);
  const name = dialog.getByLabel("Name (optional)");
  expect(await name.inputValue()).toBe("Nightly sync copy");
  expect(await page.evaluate(() => window.getSelection()?.toString())).toBe("Nightly sync copy");
  await look("key-life-duplicate");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await drawer().waitFor();
});

step("the organization's policy is shown and obeyed before anything is sent", async () => {
  const { page, look } = visitor;
  const policy = (maxLifetimeDays: number | null, requireAllowedIps: boolean) =>
    ask(
      "mutation ($input: UpdateApiKeyPolicyInput!) { updateApiKeyPolicy(input: $input) { maxLifetimeDays } }",
      { organizationId, maxLifetimeDays, requireAllowedIps },
    );
  await policy(30, true);
  await page.goto(KEYS);
  await page.getByRole("button", { name: "New API key" }).click();
  const dialog = page.getByRole("dialog", { name: "New organization key" });
  await dialog.getByText("The organization's policy allows at most 30 days.").waitFor();
  expect(await dialog.getByRole("radio", { name: "30 days" }).isChecked()).toBe(true);
  for (const name of ["60 days", "90 days", "Never"])
    expect(await dialog.getByRole("radio", { name }).isDisabled()).toBe(true);
  await dialog.getByRole("button", { name: "Create key" }).click();
  await dialog.getByText("The organization's policy demands at least one allowed IP range.").waitFor();
  await look("key-life-policy");
  await dialog.getByRole("radio", { name: "Privileged" }).click();
  await page.keyboard.press("Escape");
  const question = page.getByRole("alertdialog", { name: "Close without saving?" });
  await question.waitFor();
  await look("key-life-drop");
  await question.getByRole("button", { name: "Close and lose it" }).click();
  await dialog.waitFor({ state: "hidden" });

  // Opened by a key while nothing has the focus, it leaves it to the heading.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("c");
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");

  await policy(7, true);
  await page.goto(KEYS);
  await page.getByRole("link", { name: "Nightly sync" }).click();
  await drawer().getByRole("button", { name: "Rotate" }).click();
  const rotate = page.getByRole("dialog", { name: "Rotate Nightly sync" });
  await rotate.getByText("allows at most 7 days").waitFor();
  await look("key-life-rotate-rules");
  await rotate.getByRole("button", { name: "Edit the key" }).click();
  await page.waitForFunction(() => document.activeElement?.closest("form") !== null);
  await drawer().getByLabel("Name").waitFor();
  await page.goto(KEYS);
  await policy(null, false);
});

step("it is revoked with a reason, and says so; then it is deleted", async () => {
  const { page, look } = visitor;
  await page.getByRole("link", { name: "Nightly sync" }).click();
  await drawer().getByRole("button", { name: "Revoke" }).click();
  const revoke = page.getByRole("alertdialog", { name: "Revoke Nightly sync?" });
  await revoke.getByText("Sync contacts").waitFor();
  await revoke.getByLabel("Reason (optional)").fill("Replaced by the new billing");
  await revoke.getByLabel("Type Nightly sync to confirm").fill("Nightly sync");
  await look("key-life-revoke");
  await revoke.getByRole("button", { name: "Revoke key" }).click();
  await page.getByText("Nightly sync was revoked.").waitFor();
  expect(await trigger(secrets.now)).toBe(401);
  await writeCounts();
  await drawer().getByText("Revoked keys stay as they were.").waitFor();
  await drawer().getByText("The key was revoked", { exact: true }).waitFor();
  expect(await drawer().getByRole("button", { name: "Rotate" }).count()).toBe(0);
  expect(await drawer().getByRole("button", { name: "Edit" }).count()).toBe(0);
  await look("key-life-revoked");

  await drawer().getByRole("button", { name: "Delete" }).click();
  const remove = page.getByRole("alertdialog", { name: "Delete Nightly sync?" });
  await remove.getByText("It is revoked, so nothing breaks.").waitFor();
  await look("key-life-delete");
  await remove.getByRole("button", { name: "Delete key" }).click();
  await page.getByText("Nightly sync was deleted.").waitFor();
  await page.waitForURL(`**${KEYS}`);
  expect(await page.getByRole("link", { name: "Nightly sync" }).count()).toBe(0);
});

step("inherited and protected keys say why they are not changed here", async () => {
  const { page, look } = visitor;
  await page.goto("/o/analytical-engines/p/crm/api-keys");
  await page.getByRole("link", { name: "Lost on the way" }).click();
  const inherited = page.getByRole("dialog", { name: "Lost on the way" });
  await inherited.getByText("Managed by the organization: it works in this project").waitFor();
  expect(await inherited.getByRole("button", { name: "Revoke" }).count()).toBe(0);
  await look("key-life-inherited");
  await inherited.getByRole("link", { name: "Open it at the organization" }).click();
  await page.waitForURL(`**${KEYS}/key_*`);
  await inherited.getByRole("button", { name: "Revoke" }).waitFor();

  await page.goto("/o/analytical-engines/p/crm/api-keys");
  await page.getByRole("link", { name: "Automator" }).click();
  const automator = page.getByRole("dialog", { name: "Automator", exact: true });
  await automator.getByText("Protected: it belongs to the project").waitFor();
  expect(await automator.getByRole("button", { name: "Delete" }).count()).toBe(0);
  await automator.getByRole("button", { name: "Rotate" }).click();
  await page.getByText("Nobody has one until its first rotation").waitFor();
  await look("key-life-automator");
  await page.getByRole("button", { name: "Make a new secret" }).click();
  await page.getByRole("button", { name: "Copy key" }).click();
  const secret = await page.evaluate(() => navigator.clipboard.readText());
  expect(await trigger(secret)).toBe(202);
  await page.getByRole("button", { name: "Close", exact: true }).click();
});

step("an editor makes a personal key in the project, and nothing else is offered", async () => {
  const { page, look } = editor;
  await inviteEditor();
  await page.goto("/o/analytical-engines/p/crm/api-keys");
  await page.getByRole("button", { name: "New personal key" }).click();
  await page.getByLabel("Name (optional)").fill("Grace's laptop");
  await page.getByText("This is a personal key: it stands for you").waitFor();
  await look("key-life-personal");
  await page.getByRole("button", { name: "Create key" }).click();
  await page.getByRole("button", { name: "Copy key" }).click();
  const secret = await page.evaluate(() => navigator.clipboard.readText());
  expect(await trigger(secret)).toBe(202);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("link", { name: "Grace's laptop" }).click();
  const own = page.getByRole("dialog", { name: "Grace's laptop" });
  await own.getByRole("button", { name: "Rotate" }).waitFor();
  expect(await own.getByRole("heading", { name: "History" }).count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Automator" }).click();
  const automator = page.getByRole("dialog", { name: "Automator", exact: true });
  await automator.getByText("Protected").first().waitFor();
  expect(await automator.getByRole("button", { name: "Rotate" }).count()).toBe(0);
  expect(editor.complaints).toEqual([]);
});

/** Grace accepts an invitation, and becomes an editor of the project. */
async function inviteEditor(): Promise<void> {
  const { inviteMember } = await ask<{ inviteMember: { url: string } }>(
    "mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url } }",
    { organizationId, email: "grace@example.com", role: "MEMBER" },
  );
  const token = /[#/=]([^#/=]+)$/.exec(inviteMember.url)?.[1];
  await ask(
    "mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }",
    { token, name: "Grace Hopper", password: "a bug taped into the log" },
    editor,
  );
  const { organization } = await ask<{
    organization: { members: { nodes: { id: string; user: { name: string } }[] } };
  }>('{ organization(slug: "analytical-engines") { members { nodes { id user { name } } } } }');
  const grace = organization.members.nodes.find(({ user }) => user.name === "Grace Hopper");
  await ask("mutation ($input: SetProjectRoleInput!) { setProjectRole(input: $input) { id } }", {
    membershipId: grace?.id,
    projectId,
    role: "EDITOR",
  });
}

/** The secret is in no place where a browser keeps things for longer than a dialog, Apollo's cache among them. */
async function expectNowhere(secret: string): Promise<void> {
  const { page } = visitor;
  const places = await page.evaluate(async () => {
    const root = document.getElementById("root") as HTMLElement;
    // Everything that React's tree holds, so also Apollo's cache and the state of hooks.
    const fiberKey = Object.keys(root).find((key) => key.startsWith("__reactContainer"));
    const seen = new Set<object>();
    const texts: string[] = [];
    const queue: unknown[] = [(root as unknown as Record<string, unknown>)[fiberKey ?? ""]];
    while (queue.length > 0 && seen.size < 400_000) {
      const value = queue.pop();
      if (typeof value === "string") texts.push(value);
      if (typeof value !== "object" || value === null || value instanceof Node || value === window) continue;
      if (seen.has(value)) continue;
      seen.add(value);
      const inner = value instanceof Map || value instanceof Set ? [...value] : Object.values(value);
      queue.push(...inner);
    }
    return [
      window.location.href,
      JSON.stringify(window.history.state),
      JSON.stringify({ ...window.localStorage }),
      JSON.stringify({ ...window.sessionStorage }),
      document.cookie,
      document.documentElement.outerHTML,
      fiberKey === undefined ? "no React tree was found" : "",
      texts.filter((text) => text.includes("pst_")).join("\n"),
    ];
  });
  expect(places).not.toContain("no React tree was found");
  for (const place of places) expect(place).not.toContain(secret);
  expect(await focused()).not.toBe("");
}
