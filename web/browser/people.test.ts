import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { until } from "../../server/src/testing/receiver.js";
import { askAs } from "./ask-as.js";
import { openBrowser, type Visitor } from "./browser.js";
import { type Postern, startPostern } from "./postern.js";
import { ADMIN, setUp, signIn } from "./set-up.js";

// People come, get rights and leave; what they did can be read; what was made can be ended.

const GUEST = { name: "Grace Hopper", email: "grace@example.com", password: "nanoseconds in a drawer" };
const NEW_PASSWORD = "a drawer of nanoseconds";
const HERE = "/o/analytical-engines";
const OTHER_SESSION = "End the session of Chrome on Linux from 127.0.0.1";

let postern: Postern;
let owner: Visitor;
let guest: Visitor;
let elsewhere: Visitor;
let organizationId: string;

interface Made {
  id: string;
}

const change = (who: Visitor, name: string, input: object, fields = "id") =>
  askAs<Record<string, Made>>(
    who,
    `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { made: ${name}(input: $input) { ${fields} } }`,
    { input },
  ).then(({ made }) => made as Made);

async function open({ page }: Visitor, path: string, heading: string): Promise<Page> {
  await page.goto(path);
  await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
  return page;
}

beforeAll(async () => {
  postern = await startPostern();
  [owner, guest, elsewhere] = await Promise.all([
    openBrowser(postern.url),
    openBrowser(postern.url),
    openBrowser(postern.url),
  ]);
  await setUp(owner, postern);
  const { organization } = await askAs<{ organization: Made }>(
    owner,
    '{ organization(slug: "analytical-engines") { id } }',
  );
  organizationId = organization.id;
  await change(owner, "createProject", { organizationId, name: "CRM" });
  const key = { organizationId, access: "ALL_PROJECTS" };
  const made = { fields: "apiKey { id }", never: { policy: "NEVER" } };
  await change(
    owner,
    "createOrganizationApiKey",
    { ...key, name: "Data warehouse", expiry: made.never },
    made.fields,
  );
  await change(
    owner,
    "createOrganizationApiKey",
    { ...key, name: "Billing sync", expiry: { policy: "DAYS_90" } },
    made.fields,
  );
  await change(
    owner,
    "createOrganizationApiKey",
    { ...key, name: "Ada's laptop", kind: "PERSONAL", expiry: { policy: "DAYS_7" } },
    made.fields,
  );
});

afterAll(async () => {
  for (const visitor of [owner, guest, elsewhere]) await visitor?.close();
  await postern?.stop();
});

afterEach(() => {
  for (const { complaints } of [owner, guest, elsewhere]) expect(complaints.splice(0)).toEqual([]);
});

let link: string;

test("an owner invites somebody; the link is shown once", async () => {
  const page = await open(owner, `${HERE}/members`, "Members");
  await page.getByText("Admin in every project").waitFor();
  await page.getByRole("button", { name: "Invite member" }).click();
  await page.getByRole("button", { name: "Create invitation link" }).click();
  await page.getByText("Give an e-mail address, such as ada@example.com.").waitFor();
  await page.getByLabel("E-mail", { exact: true }).fill(ADMIN.email);
  await page.getByRole("button", { name: "Create invitation link" }).click();
  await page.getByText("This person is a member already.").waitFor();
  await owner.look("members-invite");
  await page.getByLabel("E-mail", { exact: true }).fill(GUEST.email);
  await page.getByRole("button", { name: "Create invitation link" }).click();

  const dialog = page.getByRole("alertdialog", { name: "Invitation link" });
  link = (await dialog.locator("output").textContent()) ?? "";
  expect(link).toMatch(/\/invitations\/pst_i_[0-9a-f]{64}$/);
  await owner.look("members-invitation-link");
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("button", { name: "Go back" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByText(GUEST.email).waitFor();
  await page.locator("button:focus", { hasText: "Invite member" }).waitFor();
  expect(await page.content()).not.toContain(link.split("/").at(-1));
  await owner.look("members-invitations");
});

test("an invitation is taken back, and makes room for another", async () => {
  const page = await open(owner, `${HERE}/members`, "Members");
  await page.getByRole("button", { name: `Revoke the invitation of ${GUEST.email}` }).click();
  await page.getByText("stops working at once").waitFor();
  await owner.look("members-revoke");
  await page.getByRole("button", { name: "Revoke invitation" }).click();
  await page.getByText("None is open any more.").waitFor();
  await page.locator("h2:focus", { hasText: "Open invitations" }).waitFor();
  await open(guest, link, "This invitation does not work");
  const input = { organizationId, email: GUEST.email, role: "MEMBER" };
  const made = (await change(owner, "inviteMember", input, "url")) as unknown as { url: string };
  link = made.url;
});

test("a link that does not work says so; one for somebody else offers to sign out", async () => {
  const page = await open(guest, "/invitations/pst_i_nonsense", "This invitation does not work");
  await guest.look("invitation-over");
  await page.getByRole("link", { name: "Go to sign-in" }).click();
  await page.waitForURL("**/sign-in");
  const other = await open(owner, link, "This invitation is for somebody else");
  await owner.look("invitation-other");
  await other.getByRole("link", { name: "Stay signed in" }).click();
  await other.waitForURL(`**${HERE}`);
});

test("the invited person sees who invites into what, and joins", async () => {
  const page = await open(guest, link, "Join Analytical Engines");
  await page.getByText("Ada Lovelace invites you as a member.").waitFor();
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByText("Use at least 12 characters.").waitFor();
  await guest.look("invitation");
  await page.getByText("I have one").click();
  await page.getByLabel("Your password").fill(GUEST.password);
  await page.getByRole("button", { name: "Join" }).click();
  // Who has no account is asked for a name.
  await page.getByText("Give your name: the account is new.").waitFor();
  guest.complaints.splice(0);
  await page.getByLabel("Your name").fill(GUEST.name);
  await page.getByLabel("Choose a password").fill(GUEST.password);
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL(`**${HERE}`);
  await page.getByText("No projects yet").waitFor();
});

/** What the tabs lead to. */
const tabs = (page: Page) => page.getByRole("navigation", { name: "Main" }).getByRole("link").allInnerTexts();

test("a member sees the members and nothing to change, and no log, and the rules", async () => {
  const page = await open(guest, `${HERE}/members`, "Members");
  await page.getByText("No project yet").waitFor();
  expect(await tabs(page)).toEqual(["Projects", "Members", "Settings"]);
  expect(await page.getByRole("button", { name: "Invite member" }).count()).toBe(0);
  expect(await page.getByRole("button", { name: /Edit access|Remove/ }).count()).toBe(0);
  await guest.look("members-as-member");
  for (const address of ["audit", "api-keys"]) {
    await open(guest, `${HERE}/${address}`, "You may not open this page");
    await page.getByText("ask one of the organization's owners or admins").waitFor();
    await guest.look(`forbidden-${address}`);
  }
  await page.getByRole("link", { name: "See who they are" }).click();
  await page.waitForURL(`**${HERE}/members`);
  await open(guest, `${HERE}/settings`, "Settings");
  await page.getByText("There are no rules").waitFor();
  expect(await page.getByRole("button", { name: /Save|Delete/ }).count()).toBe(0);
  await guest.look("settings-as-member");
});

test("the owner adds the member to a project, and the member sees that one", async () => {
  const page = await open(owner, `${HERE}/members`, "Members");
  await page.getByRole("button", { name: "Edit access of Grace Hopper" }).click();
  await page.getByRole("combobox", { name: "Add a project" }).fill("cr");
  await page.getByRole("option", { name: "CRM" }).click();
  await page.getByLabel("Role in CRM").selectOption("Editor");
  await owner.look("members-access");
  await page.getByRole("button", { name: "Save access" }).click();
  await page.getByText("The access of Grace Hopper was saved.").waitFor();
  await page.locator('[aria-label="Edit access of Grace Hopper"]:focus').waitFor();
  await page.getByRole("listitem").filter({ hasText: "Grace" }).getByRole("link", { name: "CRM" }).waitFor();
  await page.getByRole("searchbox").fill("grace");
  await page.waitForURL("**/members?q=grace");
  await page.getByText("Showing all 1").waitFor();
  await owner.look("members-search");

  await open(guest, HERE, "Projects");
  await guest.page.getByRole("link", { name: "CRM", exact: true }).waitFor();
  expect(await guest.page.getByRole("article").count()).toBe(1);
  await open(guest, `${HERE}/p/crm/settings`, "Settings");
  expect(await guest.page.getByRole("button", { name: /Save|Delete/ }).count()).toBe(0);
});

test("whoever is removed is told what stops; the last owner stays", async () => {
  const { organization } = await askAs<{ organization: { project: Made } }>(
    guest,
    '{ organization(slug: "analytical-engines") { project(slug: "crm") { id } } }',
  );
  const own = { projectId: organization.project.id, name: "Grace's laptop", kind: "PERSONAL" };
  await change(guest, "createProjectApiKey", { ...own, expiry: { policy: "DAYS_30" } }, "apiKey { id }");
  const page = await open(owner, `${HERE}/members`, "Members");
  await page.getByRole("button", { name: "Remove Grace Hopper" }).click();
  await page.getByText("1 working personal key is affected: Grace's laptop.").waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Cancel");
  await owner.look("members-remove");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.locator('[aria-label="Remove Grace Hopper"]:focus').waitFor();

  await page.getByText("The only owner cannot leave.").waitFor();
  expect(await page.getByRole("button", { name: "Leave" }).count()).toBe(0);
  const edits = await page.getByRole("button", { name: /^Edit access of/ }).all();
  const places = await Promise.all(edits.map(async (edit) => (await edit.boundingBox())?.x));
  expect(places).toHaveLength(2);
  expect(new Set(places).size).toBe(1);
  await owner.look("members-last-owner");
  await page.getByLabel("Search by name or e-mail").fill("Ada");
  await page.waitForURL("**/members?q=Ada");
  await page.getByText("The only owner cannot leave.").waitFor();
  expect(await page.getByRole("button", { name: "Leave" }).count()).toBe(0);
  await page.getByRole("heading", { name: "Members", level: 1 }).click();
  await page.keyboard.press("c");
  await page.getByRole("dialog", { name: "Invite a member" }).waitFor();
});

test("a name without a place to break stays in its card", async () => {
  const name = "Supercalifragilistic".repeat(5);
  const { id } = await change(owner, "createProject", { organizationId, name });
  const page = await open(owner, HERE, "Projects");
  await page.getByRole("link", { name, exact: true }).waitFor();
  await owner.look("projects-long-name");
  await askAs(owner, "mutation ($id: ID!) { deleteProject(id: $id) }", { id });
});

test("a password change ends the sessions elsewhere", async () => {
  await elsewhere.page.goto("/sign-in");
  await signIn(elsewhere, GUEST);
  await elsewhere.page.waitForURL(`**${HERE}`);
  await guest.page.getByRole("button", { name: "Account of Grace Hopper" }).click();
  await guest.page.getByRole("link", { name: "Account" }).click();
  const page = guest.page;
  await page.getByRole("heading", { name: "Account", level: 1 }).waitFor();
  await page.getByRole("link", { name: "Grace's laptop" }).waitFor();
  await page.getByRole("button", { name: OTHER_SESSION }).waitFor();
  await page.getByRole("textbox", { name: "Current password" }).fill("not the password");
  await page.getByRole("textbox", { name: "New password" }).fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText("The current password is wrong.").waitFor();
  expect(await page.getByText("Chrome on Linux").count()).toBe(2);
  await guest.look("account");
  await page.getByRole("textbox", { name: "Current password" }).fill(GUEST.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText("Your password was changed.").waitFor();
  await page.getByRole("button", { name: OTHER_SESSION }).waitFor({ state: "detached" });

  await elsewhere.page.goto(`${HERE}/members`);
  await elsewhere.page.waitForURL("**/sign-in?next=**");
  await signIn(elsewhere, { ...GUEST, password: NEW_PASSWORD });
  await elsewhere.page.waitForURL(`**${HERE}/members`);
  await page.reload();
  await page.getByRole("button", { name: OTHER_SESSION }).click();
  await page.getByText("The session was ended.").waitFor();
  await elsewhere.page.goto(`${HERE}/members`);
  await elsewhere.page.waitForURL("**/sign-in?next=**");
});

test("rules for keys name the keys that break them", async () => {
  const page = await open(owner, `${HERE}/settings`, "Settings");
  await page.getByText("Every key keeps the rules.").waitFor();
  await page.getByLabel("Longest life of a key, in days").fill("0");
  await page.getByRole("button", { name: "Save rules" }).click();
  await page.getByText("Give a whole number from 1 to 3,650, or leave it empty.").waitFor();
  await page.getByLabel("Longest life of a key, in days").fill("30");
  await page.getByRole("button", { name: "Save rules" }).click();
  await page.getByText("The rules for keys were saved.").waitFor();
  const rows = page.getByRole("list", { name: "Keys that break the rules" }).getByRole("listitem");
  await rows.filter({ hasText: "Data warehouse" }).getByText("Never expires").waitFor();
  await rows.filter({ hasText: "Billing sync" }).getByText("Expires after the limit").waitFor();
  expect(await rows.count()).toBe(2);
  await owner.look("settings");
});

test("the audit log says who did what, and all that was recorded of it", async () => {
  const page = await open(owner, `${HERE}/audit`, "Audit log");
  await page.getByText("joined the organization").first().waitFor();
  await page.getByText("Longest life in days: none → 30").waitFor();
  await page.getByText("Role: none → Editor").waitFor();
  await page.getByRole("link", { name: "Grace's laptop" }).waitFor();
  await owner.look("audit");
  await page.setViewportSize({ width: 320, height: 640 });
  for (const name of ["Export CSV", "Export NDJSON"]) {
    const label = page.getByRole("link", { name }).locator(".mantine-Button-label");
    const [link, words] = [await page.getByRole("link", { name }).boundingBox(), await label.boundingBox()];
    expect(words?.width).toBeGreaterThan(60);
    const middle = (box: typeof link) => (box ? box.y + box.height / 2 : Number.NaN);
    expect(Math.abs(middle(link) - middle(words))).toBeLessThan(2);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page
    .getByRole("button", { name: "Details: Ada Lovelace, Rules for keys changed, Analytical Engines" })
    .click();
  await page.getByText("apiKeyPolicy.update").waitFor();
  await owner.look("audit-details");
});

test("the audit log is filtered by the address, and exported as it is filtered", async () => {
  const page = await open(owner, `${HERE}/audit`, "Audit log");
  await page.getByLabel("From", { exact: true }).fill("2026-03-02");
  await page.getByLabel("To", { exact: true }).fill("2026-03-01");
  await page.getByText("This day is before the first one.").waitFor();
  await owner.look("audit-backwards");
  await page.getByRole("button", { name: "Clear all" }).first().click();
  await page.waitForURL("**/audit");

  await page.getByRole("combobox", { name: "Project" }).fill("sam");
  await page.getByRole("option", { name: "Sample project" }).click();
  await page.waitForURL("**/audit?project=proj_*");
  await page.getByRole("button", { name: "Clear all" }).first().click();
  // Found by the address, which the list does not show.
  await page.getByRole("combobox", { name: "Who" }).fill(GUEST.email);
  await page.getByRole("option", { name: GUEST.name }).click();
  await page.waitForURL("**/audit?actor=user_*");
  await page.reload();
  const who = page.getByRole("combobox", { name: "Who" });
  await until(async () => (await who.inputValue()) === GUEST.name);
  await page.getByLabel("What").selectOption("Key created");
  await page.getByText("Showing all 1").waitFor();
  await owner.look("audit-filtered");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("Grace's laptop");
  const [ndjson] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export NDJSON" }).click(),
  ]);
  const [entry = ""] = (await readFile(await ndjson.path(), "utf8")).trim().split("\n");
  expect(JSON.parse(entry)).toMatchObject({ action: "apiKey.create", targetName: "Grace's laptop" });

  await page.getByLabel("From").fill("2000-01-01");
  await page.getByLabel("To", { exact: true }).fill("2000-01-02");
  await page.getByText("No entry fits").waitFor();
  await owner.look("audit-none");
  await page.getByRole("button", { name: "Clear all" }).last().click();
  await page.getByText("joined the organization").first().waitFor();
});

test("a project is renamed, moves with its address, and is deleted by its name", async () => {
  const page = await open(owner, `${HERE}/p/crm/settings`, "Settings");
  await page.getByLabel("Short name in addresses").fill("Customers!");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Use lower-case letters a-z, digits, and single hyphens between them.").waitFor();
  await page.getByLabel("Name", { exact: true }).fill("Customers");
  await page.getByLabel("Short name in addresses").fill("customers");
  await owner.look("project-settings");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/p/customers/settings");
  await page.getByRole("navigation").getByRole("link", { name: "Customers" }).waitFor();

  await page.getByRole("button", { name: "Delete project" }).click();
  await page.getByText("In it now: 1 own key made by people.").waitFor();
  const confirm = page.getByRole("alertdialog").getByRole("button", { name: "Delete project" });
  await confirm.click();
  await page.getByText("That is not the name.").waitFor();
  await owner.look("project-delete");
  await page.getByLabel("To go on, type Customers").fill("Customers");
  await confirm.click();
  await page.getByText("Customers was deleted.").waitFor();
  await page.waitForURL(`**${HERE}`);
  await page.getByRole("link", { name: "Customers" }).waitFor({ state: "detached" });

  await page.goto(`${HERE}/p/customers`);
  await page.getByRole("heading", { name: "Nothing here", level: 1 }).waitFor();
  expect(await page.getByRole("navigation", { name: "Main" }).count()).toBe(0);
  await owner.look("not-found-project");

  // What led there says what it was, and leads nowhere.
  await open(owner, `${HERE}/audit`, "Audit log");
  const entries = page.getByRole("list", { name: "Entries" }).getByRole("listitem");
  await entries.filter({ hasText: "deleted the project" }).getByText("Customers").waitFor();
  await page.getByText("created the project").first().waitFor();
  expect(await entries.getByRole("link", { name: /Customers|CRM|Grace's laptop/ }).count()).toBe(0);
});

test("an admin changes everybody but owners, and does not delete the organization", async () => {
  const page = await open(owner, `${HERE}/members`, "Members");
  await page.getByRole("button", { name: "Edit access of Grace Hopper" }).click();
  await page.getByRole("radio", { name: "Admin" }).check();
  await page.getByRole("button", { name: "Save access" }).click();
  await page.getByText("The access of Grace Hopper was saved.").waitFor();

  await open(guest, `${HERE}/members`, "Members");
  await guest.page.getByText("Only owners change an owner.").waitFor();
  expect(await guest.page.getByRole("button", { name: /(Edit access|Remove).* Ada/ }).count()).toBe(0);
  await guest.page.getByRole("button", { name: "Edit access of Grace Hopper" }).click();
  await guest.page.getByRole("radio", { name: "Admin" }).waitFor();
  expect(await guest.page.getByRole("radio").count()).toBe(2);
  await guest.page.getByRole("radio", { name: "Member" }).check();
  await guest.page.getByText("You lose the right to manage this organization").waitFor();
  await guest.look("members-as-admin");
  await guest.page.getByRole("button", { name: "Cancel" }).click();
  await open(guest, `${HERE}/settings`, "Settings");
  await guest.page.getByText("Only an owner deletes the organization.").waitFor();
});

test("an organization moves with its address, and is deleted by its name", async () => {
  const page = await open(owner, `${HERE}/settings`, "Settings");
  await page.getByLabel("Short name in addresses").fill("engines");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL("**/o/engines/settings");
  await page.getByRole("button", { name: "Delete organization" }).click();
  await page.getByText(/In it now: 1 project, \d keys? made by people, and 2 members\./).waitFor();
  await owner.look("organization-delete");
  await page.getByLabel("To go on, type Analytical Engines").fill("Analytical Engines");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete organization" }).click();
  await page.getByText("Analytical Engines was deleted.").waitFor();
  await page.getByText("You belong to no organization yet").waitFor();

  await page.goto("/o/engines/members");
  await page.getByRole("heading", { name: "Nothing here", level: 1 }).waitFor();
  expect(await page.getByRole("navigation").count()).toBe(0);
  await owner.look("not-found-organization");
});
