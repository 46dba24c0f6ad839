import type { Page } from "playwright-core";
import { openBrowser, type Visitor } from "./browser.js";
import { type Postern, startPostern } from "./postern.js";
import { ADMIN, setUp } from "./set-up.js";

// Sessions that end while somebody works, and tabs of one browser that belong to the same person or to nobody.

const GRACE = { name: "Grace Hopper", email: "grace@example.com", password: "nanoseconds in a drawer" };
const HERE = "/o/analytical-engines";

let postern: Postern;
let visitor: Visitor;

/** Asks the API from another place; what it answers, and the cookie that comes with it. */
async function ask(query: string, variables: object = {}, cookie = "") {
  const response = await fetch(`${postern.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: postern.url, cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Record<string, never>; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return { data, cookie: response.headers.getSetCookie()[0]?.split(";", 1)[0] ?? "" };
}

const SIGN_IN = "mutation SignIn($input: SignInInput!) { signIn(input: $input) { user { id } } }";
const credentials = ({ email, password }: typeof GRACE) => ({ input: { email, password } });

/** Ends every session of the admin but a new one elsewhere, which it names. */
async function endFromElsewhere(): Promise<string> {
  const { cookie } = await ask(SIGN_IN, credentials(ADMIN));
  await ask("mutation { endOtherSessions }", {}, cookie);
  return cookie;
}

/** At once: at no moment does the browser belong to nobody. */
async function becomeInBrowser(person: typeof GRACE) {
  const [name = "", value = ""] = (await ask(SIGN_IN, credentials(person))).cookie.split("=");
  await visitor.page.context().addCookies([{ name, value, url: postern.url }]);
}

beforeAll(async () => {
  postern = await startPostern();
  visitor = await openBrowser(postern.url);
  await setUp(visitor, postern);
  const { cookie } = await ask(SIGN_IN, credentials(ADMIN));
  const { data } = await ask('{ organization(slug: "analytical-engines") { id } }', {}, cookie);
  const { id: organizationId } = data["organization"] as unknown as { id: string };
  const invited = await ask(
    "mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url } }",
    { input: { organizationId, email: GRACE.email, role: "MEMBER" } },
    cookie,
  );
  const { url } = invited.data["inviteMember"] as unknown as { url: string };
  await ask("mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }", {
    input: { token: url.split("/").pop(), name: GRACE.name, password: GRACE.password },
  });
}, 120_000);

afterAll(async () => {
  await visitor?.close();
  await postern?.stop();
});

beforeEach(() => becomeInBrowser(ADMIN));
afterEach(async () => {
  for (const tab of visitor.page.context().pages()) if (tab !== visitor.page) await tab.close();
  // The browser itself notes the requests that were refused or failed.
  const complaints = visitor.complaints.splice(0).filter((line) => !/401|ERR_FAILED/.test(line));
  expect(complaints).toEqual([]);
});

const over = (page: Page) => page.getByRole("alertdialog", { name: "Your session has ended" });

async function open(page: Page, path: string, heading: string): Promise<Page> {
  await page.goto(path);
  await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
  return page;
}

async function givePassword(page: Page, password = ADMIN.password) {
  await over(page).getByRole("textbox", { name: "Password" }).fill(password);
  await over(page).getByRole("button", { name: "Sign in", exact: true }).click();
}

async function signIn(page: Page, { email, password }: typeof GRACE) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a form outlives its session: its user signs in over it, and presses the button again", async () => {
  const page = await open(visitor.page, HERE, "Projects");
  await page.getByRole("button", { name: "New project" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill("Typed before lunch");
  await endFromElsewhere();
  await page.getByRole("button", { name: "Create project" }).click();
  await over(page).waitFor();
  expect(await over(page).getByLabel("E-mail").inputValue()).toBe(ADMIN.email);
  await page.waitForFunction(() => document.activeElement?.getAttribute("type") === "password");
  await visitor.look("session-over");

  // Esc is not for the form behind.
  await page.keyboard.press("Escape");
  await givePassword(page, "not the password");
  await over(page).getByText("The e-mail address or the password is wrong.").waitFor();
  await visitor.look("session-over-wrong");
  await givePassword(page);
  await over(page).waitFor({ state: "detached" });

  await page.getByRole("alert").filter({ hasText: "Your session had ended" }).waitFor();
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Typed before lunch");
  // What had the focus, a button that was busy, could not keep it: so it is where the dialog had it first.
  await page.waitForFunction(() => document.activeElement?.matches("[role=dialog] [data-autofocus]"));
  await visitor.look("session-over-again");
  await page.getByRole("button", { name: "Create project" }).click();
  await page.waitForURL("**/p/typed-before-lunch");
});

test("a page that is asked for without its session comes after the sign-in", async () => {
  const page = await open(visitor.page, HERE, "Projects");
  await endFromElsewhere();
  await page.getByRole("link", { name: "API keys", exact: true }).click();
  await over(page).waitFor();
  await givePassword(page);
  await over(page).waitFor({ state: "detached" });
  await page.getByText("These keys work in all projects").waitFor();
  await page.getByText("No keys yet").waitFor();
  expect(page.url()).toBe(`${postern.url}${HERE}/api-keys`);
});

test("the list of organizations is not empty because nobody asks for it", async () => {
  const page = await open(visitor.page, HERE, "Projects");
  await page.getByRole("button", { name: "Account of Ada Lovelace" }).click();
  const link = page.getByRole("link", { name: "All organizations" });
  await link.waitFor();
  await endFromElsewhere();
  // Not with the mouse: whatever else the page asked may have brought the dialog before it.
  await link.dispatchEvent("click");
  await over(page).waitFor();
  await givePassword(page);
  await page.getByRole("main").getByRole("link", { name: "Analytical Engines" }).waitFor();
});

test("a page that follows executions goes on to follow them", async () => {
  const { page } = visitor;
  const opened = page.waitForResponse("**/graphql/stream");
  await open(page, `${HERE}/p/sample-project/executions`, "Executions");
  await opened;
  const cookie = await endFromElsewhere();
  const trigger = () =>
    ask(
      "mutation ($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { replayed } }",
      { input: { workflow: "say-hello", projectId } },
      cookie,
    );
  const { data } = await ask(
    '{ organization(slug: "analytical-engines") { project(slug: "sample-project") { id } } }',
    {},
    cookie,
  );
  const { project } = data["organization"] as unknown as { project: { id: string } };
  const projectId = project.id;
  await trigger();
  await over(page).waitFor();
  const again = page.waitForResponse("**/graphql/stream");
  await givePassword(page);
  await again;
  await page.getByRole("row", { name: "Succeeded" }).waitFor();
  await trigger();
  await page.getByRole("row", { name: "Succeeded" }).nth(1).waitFor();
  expect(await over(page).count()).toBe(0);
});

test("a dialog whose code did not come beforehand comes when it is needed", async () => {
  const { page } = visitor;
  const failed = page.waitForEvent("requestfailed", (request) =>
    request.url().includes("session-over-dialog"),
  );
  await page.route("**/assets/session-over-dialog-*.js", (route) => route.abort(), { times: 1 });
  await open(page, HERE, "Projects");
  await page.getByRole("button", { name: "New project" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill("Still here");
  await failed;
  await endFromElsewhere();
  await page.getByRole("button", { name: "Create project" }).click();
  await givePassword(page);
  await over(page).waitFor({ state: "detached" });
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Still here");
  // React, too, notes what a boundary caught.
  const others = visitor.complaints.splice(0).filter((line) => !/401|ERR_FAILED|^PartMissing/.test(line));
  expect(others).toEqual([]);
});

test("somebody else signs in on the page for that, which says why one is there", async () => {
  const page = await open(visitor.page, `${HERE}/members`, "Members");
  await endFromElsewhere();
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await over(page).waitFor();
  await page.getByRole("button", { name: "Sign in as somebody else" }).click();
  await page.waitForURL("**/sign-in?next=**");
  await page.getByText("Your session has ended. Sign in to go on").waitFor();
  await visitor.look("sign-in-ended");
  await signIn(page, GRACE);
  await page.waitForURL(`**${HERE}/settings`);
  await page.getByRole("button", { name: "Account of Grace Hopper" }).waitFor();
});

test("a page that is visited without a session leads to the sign-in and back to it", async () => {
  const { page } = visitor;
  await page.context().clearCookies();
  await page.goto(`${HERE}/members`);
  await page.waitForURL("**/sign-in?next=**");
  await page.getByText("Sign in to go on to the page that you asked for.").waitFor();
  await visitor.look("sign-in-next");
  await signIn(page, ADMIN);
  await page.waitForURL(`**${HERE}/members`);
});

test("where the server answers as to another user, nothing of the page stays", async () => {
  const page = await open(visitor.page, `${HERE}/p/sample-project/executions`, "Executions");
  await page.getByRole("link", { name: "Sample project" }).waitFor();
  await becomeInBrowser(GRACE);
  // She sees nothing of the project, so the server finds nothing.
  await page.getByRole("button", { name: /^Failed/ }).click();
  await page.waitForURL(`**${HERE}`);
  await page.getByRole("button", { name: "Account of Grace Hopper" }).waitFor();
  await page.getByText("No projects yet").waitFor();
});

test("who signs out has signed out in every tab, and who signs in, signed in", async () => {
  const { page } = visitor;
  const other = await page.context().newPage();
  await open(page, `${HERE}/p/sample-project`, "Workflows");
  await page.getByRole("button", { name: "New workflow" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill("Something of mine");
  await open(other, HERE, "Projects");
  await other.getByRole("button", { name: "Account of Ada Lovelace" }).click();
  await other.getByRole("button", { name: "Sign out" }).click();
  await other.getByRole("heading", { name: "Sign in" }).waitFor();

  await page.getByText("You signed out in another tab").waitFor();
  expect(new URL(page.url()).searchParams.get("next")).toBe(null);
  await visitor.look("sign-in-signed-out");
  await page.goBack();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(await page.content()).not.toMatch(/Sample project|Something of mine/);

  await signIn(other, ADMIN);
  await page.getByRole("button", { name: "Account of Ada Lovelace" }).waitFor();
});

test("one password ends the wait of all tabs; another user's starts them again", async () => {
  const { page } = visitor;
  const other = await page.context().newPage();
  await open(page, HERE, "Projects");
  await open(other, HERE, "Projects");
  await endFromElsewhere();
  for (const tab of [page, other]) {
    await tab.getByRole("link", { name: "Members", exact: true }).click();
    await over(tab).waitFor();
  }
  await givePassword(other);
  for (const tab of [page, other]) {
    await over(tab).waitFor({ state: "detached" });
    await tab.getByRole("heading", { name: "Members", level: 1 }).waitFor();
    await tab.getByText("Grace Hopper").waitFor();
  }

  await page.getByRole("button", { name: "Invite member" }).click();
  await page.context().clearCookies();
  await other.goto("/sign-in");
  await signIn(other, GRACE);
  await page.getByRole("button", { name: "Account of Grace Hopper" }).waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.waitForURL(`**${HERE}`);
});

test("a page that the browser kept whole is loaded anew", async () => {
  const page = await open(visitor.page, HERE, "Projects");
  const anew = page.waitForEvent("domcontentloaded");
  await page.evaluate(() => {
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await anew;
  await page.getByRole("heading", { name: "Projects", level: 1 }).waitFor();
});
