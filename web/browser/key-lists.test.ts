import { createRequire } from "node:module";
import type { Request } from "playwright-core";
import { askAs } from "./ask-as.js";
import { openBrowser, type Visitor } from "./browser.js";
import { type Postern, startPostern } from "./postern.js";
import { setUp } from "./set-up.js";

// The server's own driver, which the web does without.
const { DatabaseSync } = createRequire(new URL("../../server/package.json", import.meta.url))(
  "@photostructure/sqlite",
) as { DatabaseSync: new (path: string) => { exec(statements: string): void; close(): void } };

// Lists with keys in every state, as an admin finds, compares and stops them.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const KEYS = "/o/analytical-engines/api-keys";

let postern: Postern;
let visitor: Visitor;
/** The secret of each key by its name. */
const secrets = new Map<string, string>();

interface Made {
  id: string;
}

/** Asks as the admin whom the visitor is. */
const ask = <T>(query: string, variables: object) => askAs<T>(visitor, query, variables);

const change = <T>(name: string, type: string, fields: string, input: object) =>
  ask<Record<string, T>>(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`, {
    input,
  }).then((data) => data[name] as T);

async function makeKey(where: object, name: string, more: object = {}): Promise<Made> {
  const ofProject = "projectId" in where;
  const made = await change<{ secret: string; apiKey: Made }>(
    ofProject ? "createProjectApiKey" : "createOrganizationApiKey",
    ofProject ? "CreateProjectApiKeyInput" : "CreateOrganizationApiKeyInput",
    "secret apiKey { id }",
    {
      ...where,
      name,
      ...(ofProject ? {} : { access: "ALL_PROJECTS" }),
      expiry: { policy: "DAYS_90" },
      ...more,
    },
  );
  secrets.set(name, made.secret);
  return made.apiKey;
}

async function call(name: string): Promise<void> {
  await fetch(`${postern.url}/graphql`, {
    method: "POST",
    headers: { Authorization: `Bearer ${secrets.get(name)}`, "Content-Type": "application/json" },
    body: JSON.stringify({ query: "{ viewer { __typename } }" }),
  });
}

/** What only time brings about, written into the database while the server is away. */
async function writeHistory(statements: string): Promise<void> {
  await postern.halt();
  const database = new DatabaseSync(postern.database);
  database.exec(statements);
  database.close();
  await postern.resume();
}

beforeAll(async () => {
  postern = await startPostern();
  visitor = await openBrowser(postern.url);
  await setUp(visitor, postern);
  const { organization } = await ask<{ organization: { id: string; projects: { nodes: Made[] } } }>(
    '{ organization(slug: "analytical-engines") { id projects { nodes { id } } } }',
    {},
  );
  const here = { organizationId: organization.id };
  const sample = { projectId: organization.projects.nodes[0]?.id };
  const crm = await change<Made>("createProject", "CreateProjectInput", "id", { ...here, name: "CRM" });
  const shop = await change<Made>("createProject", "CreateProjectInput", "id", { ...here, name: "Web shop" });
  const ended = { expiry: { policy: "CUSTOM", expiresAt: new Date(Date.now() + 6 * 60_000).toISOString() } };

  await makeKey(here, "Billing sync", {
    description: "Copies paid invoices from the shop to the ledger each night, and says when it could not",
    role: "VIEWER",
  });
  const revoked = await makeKey(here, "Old billing sync");
  await change("revokeApiKey", "RevokeApiKeyInput", "id", { id: revoked.id, reason: "Found in a log" });
  const idle = await makeKey(here, "Data warehouse", { role: "PRIVILEGED" });
  const expired = await makeKey(here, "Trade fair", ended);
  await makeKey(here, "Reports", {
    access: "SELECTED_PROJECTS",
    projectIds: [crm.id, shop.id, sample.projectId],
    expiry: { policy: "DAYS_7" },
  });
  await makeKey(here, "Demo for Monday", {
    expiry: { policy: "CUSTOM", expiresAt: new Date(Date.now() + 20 * HOUR).toISOString() },
  });
  const rotating = await makeKey(here, "Support desk", { description: "Zendesk" });
  const again = await change<{ secret: string }>("rotateApiKey", "RotateApiKeyInput", "secret", {
    id: rotating.id,
  });
  secrets.set("Support desk, old", secrets.get("Support desk") ?? "");
  secrets.set("Support desk", again.secret);
  const disabled = await makeKey(here, "Migration", { expiry: { policy: "NEVER" } });
  await change("updateApiKey", "UpdateApiKeyInput", "id", { id: disabled.id, enabled: false });
  await makeKey(here, "Ada's laptop", { kind: "PERSONAL", role: "PRIVILEGED" });
  await makeKey(here, "Nightly backup of everything that the engines have ever computed", {
    expiry: { policy: "NEVER" },
  });
  const gone = await makeKey(here, "Thrown away");
  await ask("mutation ($id: ID!) { deleteApiKey(id: $id) }", { id: gone.id });
  await makeKey({ projectId: crm.id }, "Contact import");
  await makeKey({ projectId: crm.id }, "Lead form", { role: "TRIGGER", kind: "PERSONAL" });
  await makeKey({ projectId: shop.id }, "Checkout", { role: "VIEWER" });

  for (const name of ["Billing sync", "Support desk", "Ada's laptop", "Contact import", "Checkout"])
    await call(name);
  const past = (days: number) =>
    `'${new Date(Date.now() - days * DAY).toISOString().replace("T", " ").replace("Z", "")}'`;
  const days = [
    "Billing sync",
    "Support desk",
    "Ada's laptop",
    "Data warehouse",
    "Contact import",
    "Checkout",
  ].flatMap((name, key) =>
    Array.from({ length: 29 }, (_, n) => {
      const date = new Date(Date.now() - (29 - n) * DAY).toISOString().slice(0, 10);
      const accepted = Math.round(40 * (1 + Math.sin(n / 3 + key)) * (key + 1) * (n % 7 < 2 ? 0.2 : 1));
      const denied = n % 9 === key ? 7 : 0;
      return `INSERT INTO api_key_usage_days SELECT id, '${date}', ${accepted}, ${denied} FROM api_keys WHERE name = '${name.replace("'", "''")}';`;
    }),
  );
  await writeHistory(`
    UPDATE api_keys SET expires_at = ${past(2)} WHERE id = '${expired.id}';
    UPDATE api_keys SET last_used_at = ${past(120)} WHERE id = '${idle.id}';
    UPDATE api_keys SET revoked_at = ${past(3.1)} WHERE id = '${revoked.id}';
    UPDATE api_keys SET created_at = ${past(8)} WHERE name IN ('Reports', 'Demo for Monday') OR name LIKE 'Nightly%';
    ${days.join("\n")}
  `);
});

afterAll(async () => {
  await visitor?.close();
  await postern?.stop();
});

afterEach(() => expect(visitor.complaints.splice(0)).toEqual([]));

async function openKeys(search = "") {
  const { page } = visitor;
  await page.goto(`${KEYS}${search}`);
  await page.getByRole("heading", { name: "API keys" }).waitFor();
  await page.getByRole("heading", { name: "Key safety" }).waitFor();
  return page;
}

test("the list shows each key's state, and what is over only when it is asked for", async () => {
  const page = await openKeys();
  for (const status of ["Active", "Idle", "Disabled", "Rotating", "Never used"])
    await page.getByText(status, { exact: true }).first().waitFor();
  expect(await page.getByText("Expires soon").count()).toBe(2);
  await page.getByText("2 revoked or expired keys are hidden.").waitFor();
  await page.getByText("Showing all 8").waitFor();
  expect(await page.getByText("Old billing sync").count()).toBe(0);
  await visitor.look("keys-list");

  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.waitForURL("**/api-keys?all=true");
  await page.getByText("Revoked", { exact: true }).waitFor();
  await page.getByText("Expired", { exact: true }).waitFor();
  await page.getByText("Showing all 10").waitFor();
  await page.getByRole("button", { name: "Show the 3 projects of Reports" }).click();
  await page.getByText("Web shop").waitFor();
  await visitor.look("keys-list-all");
});

test("search, filters and order are in the address; a filter is taken away where it stands", async () => {
  const page = await openKeys();
  await page.getByRole("searchbox", { name: "Search keys" }).fill("billing");
  await page.waitForURL("**/api-keys?q=billing");
  await page.getByText("Showing all 1").waitFor();
  await page.getByText("1 revoked or expired key is hidden.").waitFor();
  await page.getByRole("button", { name: "Clear the search" }).click();
  await page.waitForURL("**/api-keys");

  await page.getByRole("button", { name: "Name", exact: true }).click();
  await page.waitForURL("**/api-keys?sort=name");
  await page.getByRole("columnheader", { name: "Name" }).and(page.locator("[aria-sort=ascending]")).waitFor();
  await page.getByRole("rowheader").first().filter({ hasText: "Ada's laptop" }).waitFor();

  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByLabel("Kind").selectOption("Service");
  await page.getByLabel("Last used").selectOption("not for 30 days");
  await page.locator("label", { hasText: "Disabled" }).click();
  await asked({ kind: "SERVICE", status: "DISABLED", unused: "30", sort: "name" });
  await page.getByText("Showing all 1").waitFor();
  await visitor.look("keys-filters");
  await page.getByRole("button", { name: "Remove the filter Status: Disabled" }).click();
  await asked({ kind: "SERVICE", unused: "30", sort: "name" });
  await page.goBack();
  await page.getByRole("button", { name: "Remove the filter Status: Disabled" }).waitFor();
  await page.getByLabel("Role").selectOption("Viewer");
  await page.getByText("No key matches").waitFor();
  await visitor.look("keys-no-match");
  await page.getByRole("button", { name: "Clear all" }).last().click();
  await page.waitForURL("**/api-keys?sort=name");
});

test("every word of the status column, and never, is a filter that finds the rows that say it", async () => {
  const page = await openKeys();
  await page.getByRole("button", { name: "Filters" }).click();
  const said = ["Active", "Expires soon", "Rotating", "Idle", "Never used", "Disabled", "Expired", "Revoked"];
  let rows = 0;
  for (const word of said) {
    const chip = page.getByRole("group", { name: "Status" }).getByText(word, { exact: true });
    await chip.click();
    await page.getByRole("button", { name: `Remove the filter Status: ${word}` }).waitFor();
    await page.locator(".key-results[aria-busy=false]").waitFor();
    const words = await page.locator("tbody .status-word").allTextContents();
    expect([word, ...new Set(words)]).toEqual([word, word]);
    rows += words.length;
    await chip.click();
    await page.waitForURL("**/api-keys");
  }
  // Each key says one word, so together they are all keys.
  expect(rows).toBe(10);
  await page.locator("label", { hasText: "Idle" }).click();
  await page.locator("label", { hasText: "Rotating" }).click();
  await asked({ status: "ROTATING,IDLE" });
  await page.getByText("Showing all 2").waitFor();
  await visitor.look("keys-filter-states");
  await page.getByRole("button", { name: "Clear all" }).click();
  await page.getByLabel("Last used").selectOption("never");
  await page.getByLabel("Expires", { exact: true }).selectOption("never");
  await asked({ unused: "never", expires: "never" });
  await page.getByText("Showing all 2").waitFor();
  await page.getByText("Migration").waitFor();
});

test("columns are chosen, and stay chosen", async () => {
  const page = await openKeys();
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Created by" }).uncheck();
  await visitor.look("keys-columns");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.textContent === "Columns");
  await page.reload();
  await page.getByText("Billing sync").first().waitFor();
  expect(await page.getByRole("columnheader", { name: "Created by" }).count()).toBe(0);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("button", { name: "Show all" }).click();
});

test("a pasted key says whose it is, and stays nowhere", async () => {
  const page = await openKeys();
  const told: string[] = [];
  const listen = (request: Request) => {
    const { pathname } = new URL(request.url());
    const secret = (secrets.get("Old billing sync") ?? "?").slice(10);
    const holds = (text: string | null) => text?.includes(secret) === true;
    if (holds(request.url()) || holds(JSON.stringify(request.headers()))) told.push(request.url());
    else if (holds(request.postData())) told.push(`${request.method()} ${pathname}`);
  };
  page.on("request", listen);
  await paste(secrets.get("Old billing sync"));
  await page.getByText("This is Old billing sync, revoked 3 days ago.").waitFor();
  await page.waitForLoadState("networkidle");
  page.off("request", listen);
  // Once, in the body of a question.
  expect(told).toEqual(["POST /graphql"]);
  await expectNowhere(secrets.get("Old billing sync"));
  await visitor.look("keys-pasted-revoked");
  await paste(secrets.get("Support desk, old"));
  await page.getByText("You pasted its older secret, which works until its grace ends").waitFor();
  await paste(secrets.get("Thrown away"));
  await page.getByText("No key here has this secret").waitFor();
  await expectNowhere(secrets.get("Thrown away"));
  await visitor.look("keys-pasted-unknown");
  await page.keyboard.insertText((secrets.get("Contact import") ?? "").slice(0, 30));
  await page.getByText("This is not a whole key").waitFor();
  await page.getByRole("button", { name: "Close the result" }).click();
  await page.keyboard.press("Tab");
});

test("selected keys are stopped at once, each with its outcome", async () => {
  const page = await openKeys("?sort=name");
  await page.getByRole("checkbox", { name: "Select Ada's laptop" }).click();
  await page.getByRole("checkbox", { name: "Select Demo for Monday" }).click({ modifiers: ["Shift"] });
  await page.getByText("4 selected").waitFor();
  await visitor.look("keys-selected");
  // Somebody else is faster with one of them.
  const { organization } = await ask<{ organization: { id: string; apiKeys: { nodes: Made[] } } }>(
    '{ organization(slug: "analytical-engines") { id apiKeys(filter: { search: "Demo" }) { nodes { id } } } }',
    {},
  );
  await change("revokeApiKey", "RevokeApiKeyInput", "id", { id: organization.apiKeys.nodes[0]?.id });
  await page.getByRole("button", { name: "Revoke" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Revoke 4 keys?" });
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Cancel");
  await dialog.getByLabel("Reason (optional)").fill("Spring cleaning");
  await visitor.look("keys-bulk-question");
  expect(await dialog.getByRole("button", { name: "Revoke" }).isDisabled()).toBe(true);
  await dialog.getByLabel("Type 4 to confirm").fill("4");
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await page.getByText("1 of 4 were refused").waitFor();
  await page.getByText("The key is revoked already.").waitFor();
  await visitor.look("keys-bulk-outcome");
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByText("Showing all 4").waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Filters");
});

test("key safety narrows the list to what deserves a look, and says what to do", async () => {
  const page = await openKeys();
  await page.getByRole("button", { name: /never used in a week/ }).click();
  await page.waitForURL("**/api-keys?insight=NEVER_USED");
  await page.getByText("They were made 7 days ago or earlier, and no call was ever made").waitFor();
  await visitor.look("keys-safety");
  await page.getByRole("button", { name: "Select all shown" }).click();
  await page.getByRole("region", { name: "Selected keys" }).waitFor();
  await page.getByRole("button", { name: "Clear selection" }).click();
  await page.getByRole("button", { name: "Show all keys" }).click();
  await page.waitForURL("**/api-keys");

  // What a card proposes is done from there.
  await page.getByRole("button", { name: /never expiring/ }).click();
  await page.getByRole("button", { name: "Set an end: this one" }).click();
  await page.getByLabel("Ends after").selectOption("30 days from now");
  await visitor.look("keys-safety-fix");
  await page.getByRole("button", { name: "Set the end" }).click();
  await page.getByText("1 key changed").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByText("No key is left here").waitFor();
});

test("all projects' keys, and the inherited ones in a project, locked", async () => {
  const { page } = visitor;
  await page.goto(`${KEYS}?tab=projects`);
  await page.getByText("Checkout").waitFor();
  expect(await page.getByText("Protected", { exact: true }).count()).toBe(3);
  expect(await page.getByRole("checkbox", { name: "Select Automator" }).count()).toBe(0);
  await visitor.look("keys-of-projects");
  await page.goto("/o/analytical-engines/p/crm/api-keys");
  await page.getByText("Managed by the organization").first().waitFor();
  await page.getByText("Contact import").waitFor();
  expect(await page.getByRole("checkbox", { name: "Select Support desk" }).count()).toBe(0);
  await visitor.look("keys-of-project");
});

test("a key's name leads to it, and the list behind stays as it was asked for", async () => {
  const page = await openKeys("?kind=SERVICE&sort=name");
  await page.getByRole("link", { name: "Support desk" }).click();
  await page.waitForURL("**/api-keys/key_*?kind=SERVICE&sort=name");
  await page.goBack();
  await page.getByRole("button", { name: "Remove the filter Kind: Service" }).waitFor();
});

test("names of every length and direction stay in their rows", async () => {
  const shop = { projectId: (await projects()).find(({ slug }) => slug === "web-shop")?.id };
  await makeKey(shop, "W".repeat(100), { description: "Nothing".repeat(60) });
  await makeKey(shop, "\u0645\u0641\u062a\u0627\u062d \u0627\u0644\u0641\u0648\u062a\u0631\u0629", {
    description: "Billing, in Arabic",
  });
  await makeKey(shop, '<b>bold</b> & "quoted"');
  const { page } = visitor;
  await page.goto("/o/analytical-engines/p/web-shop/api-keys");
  await page.getByText("<b>bold</b>").waitFor();
  await visitor.look("keys-names");
});

test("no list spills out of its card at any width, however long its names and descriptions are", async () => {
  const shop = { projectId: (await projects()).find(({ slug }) => slug === "web-shop")?.id };
  await makeKey(shop, "Nightly contact sync to the data warehouse");
  await makeKey(shop, "CI", { description: "Starts the nightly contact import and reads what came of it" });
  const { page } = visitor;
  for (const address of [
    `${KEYS}?all=true`,
    `${KEYS}?tab=projects`,
    "/o/analytical-engines/p/web-shop/api-keys",
  ]) {
    await page.goto(address);
    await page.getByRole("rowheader").first().waitFor();
    for (const width of [992, 1200, 1280, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const { spilled, sideways } = await page.locator(".key-table-scroll").evaluate((card) => ({
        spilled: getComputedStyle(card).overflowX === "auto" ? 0 : card.scrollWidth - card.clientWidth,
        sideways: document.documentElement.scrollWidth - innerWidth,
      }));
      expect([address, width, spilled, sideways]).toEqual([address, width, 0, 0]);
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByText("Starts the nightly contact import").waitFor();
  await visitor.look("keys-descriptions");
});

test("Back and a reload ask while keys are being changed", async () => {
  const page = await openKeys();
  await page.getByRole("link", { name: "Members" }).click();
  await page.getByRole("heading", { name: "Members" }).waitFor();
  await page.getByRole("link", { name: "API keys" }).click();
  await page.getByRole("checkbox", { name: "Select Support desk" }).click();
  await page.getByRole("checkbox", { name: "Select Reports" }).click();
  let answer = () => {};
  const answered = new Promise<void>((done) => {
    answer = done;
  });
  await page.route("**/graphql", async (route) => {
    if (route.request().postData()?.includes("SetApiKeyEnabled")) await answered;
    await route.continue();
  });
  await page.getByRole("button", { name: "Disable", exact: true }).click();
  const question = page.getByRole("alertdialog", { name: "Disable 2 keys?" });
  await question.getByLabel("Type 2 to confirm").fill("2");
  await question.getByRole("button", { name: "Disable" }).click();
  await page.getByRole("alertdialog", { name: "Working on 2 keys" }).waitFor();

  await page.evaluate(() => window.history.back());
  await page.getByText("Keys are still being changed. If you leave").waitFor();
  await visitor.look("keys-bulk-leave");
  await page.getByRole("button", { name: "Stay" }).click();
  const asked = page.waitForEvent("dialog");
  void page.evaluate(() => window.location.reload());
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  answer();
  await page.getByText("2 keys disabled").waitFor();
  await page.unrouteAll({ behavior: "wait" });
  await page.getByRole("button", { name: "Close" }).click();
  await page.waitForURL(`**${KEYS}`);
  // As they were, for who comes next.
  for (const name of ["Support desk", "Reports"])
    await page.getByRole("checkbox", { name: `Select ${name}` }).click();
  await page.getByRole("button", { name: "Enable", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Enable" }).click();
  await page.getByText("2 keys enabled").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
});

test("a key that somebody else deletes meanwhile is said to be gone, and the list is right again", async () => {
  const page = await openKeys("?sort=name");
  await page.getByRole("checkbox", { name: "Select Migration" }).click();
  await page.getByRole("checkbox", { name: "Select Support desk" }).click();
  const { organization } = await ask<{ organization: { apiKeys: { nodes: Made[] } } }>(
    '{ organization(slug: "analytical-engines") { id apiKeys(filter: { search: "Migration" }) { nodes { id } } } }',
    {},
  );
  await ask("mutation ($id: ID!) { deleteApiKey(id: $id) }", { id: organization.apiKeys.nodes[0]?.id });
  const bar = page.getByRole("region", { name: "Selected keys" });
  await bar.getByRole("button", { name: "Delete" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Delete 2 keys?" });
  await dialog.getByLabel("Type 2 to confirm").fill("2");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await page.getByText("Was already deleted").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByText("Support desk").waitFor({ state: "detached" });
  expect(await page.getByText("Migration").count()).toBe(0);
});

test("a viewer sees the keys of the project, why they are locked, and nothing that is refused", async () => {
  const { page } = visitor;
  await becomeViewerOf("crm");
  await page.goto("/o/analytical-engines/p/crm/api-keys");
  await page.getByText("Contact import").waitFor();
  expect(await page.getByRole("button", { name: "New API key" }).count()).toBe(0);
  expect(await page.getByRole("button", { name: /^Delete/ }).count()).toBe(0);
  expect(await page.getByRole("checkbox", { name: /^Select (?!all)/ }).count()).toBe(0);
  expect(await page.getByText("Cannot be selected: you may not stop it.").count()).toBeGreaterThan(0);
  expect(await page.getByRole("link", { name: /Open the organization's keys/ }).count()).toBe(0);
  await visitor.look("keys-of-project-viewer");
  await page.goto(KEYS);
  await page.getByRole("heading", { name: "You may not open this page" }).waitFor();
});

const projects = () =>
  ask<{ organization: { id: string; projects: { nodes: { id: string; slug: string }[] } } }>(
    '{ organization(slug: "analytical-engines") { id projects { nodes { id slug } } } }',
    {},
  ).then(({ organization }) => organization.projects.nodes);

/** Invites somebody who reads that project alone, and signs the visitor in as them. */
async function becomeViewerOf(slug: string): Promise<void> {
  const { organization } = await ask<{ organization: Made }>(
    '{ organization(slug: "analytical-engines") { id } }',
    {},
  );
  const email = "viola@example.com";
  const password = "an open door is no door";
  const invited = await change<{ url: string }>("inviteMember", "InviteMemberInput", "url", {
    organizationId: organization.id,
    email,
    role: "MEMBER",
  });
  const token = invited.url.split(/[/#=]/).at(-1);
  await fetch(`${postern.url}/graphql`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: postern.url },
    body: JSON.stringify({
      query: "mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }",
      variables: { input: { token, name: "Viola", password } },
    }),
  });
  const { organization: found } = await ask<{ organization: { members: { nodes: Made[] } } }>(
    '{ organization(slug: "analytical-engines") { id members(search: "Viola") { nodes { id } } } }',
    {},
  );
  const projectId = (await projects()).find((project) => project.slug === slug)?.id;
  const input = { membershipId: found.members.nodes[0]?.id, projectId, role: "VIEWER" };
  await change("setProjectRole", "SetProjectRoleInput", "id", input);
  await change("signIn", "SignInInput", "__typename", { email, password });
}

/** Until the address says this and nothing else. */
const asked = (search: Record<string, string>) =>
  visitor.page.waitForURL(({ searchParams }) => {
    const found = [...searchParams.entries()];
    return (
      found.length === Object.keys(search).length && found.every(([name, value]) => search[name] === value)
    );
  });

async function paste(secret = "") {
  const { page } = visitor;
  await page.evaluate((text) => navigator.clipboard.writeText(text), secret);
  await page.getByRole("searchbox", { name: "Search keys" }).focus();
  await page.keyboard.press("ControlOrMeta+V");
}

async function expectNowhere(secret = "") {
  const places = await visitor.page.evaluate(() => [
    window.location.href,
    JSON.stringify(window.history.state),
    JSON.stringify({ ...window.localStorage }),
    JSON.stringify({ ...window.sessionStorage }),
    document.querySelector<HTMLInputElement>("#key-search")?.value,
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .join(" "),
    document.documentElement.outerHTML,
  ]);
  for (const place of places) expect(place).not.toContain(secret.slice(10));
}
