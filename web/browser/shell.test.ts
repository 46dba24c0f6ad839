import { askAs } from "./ask-as.js";
import { openBrowser, type Visitor } from "./browser.js";
import { type Postern, startPostern } from "./postern.js";
import { setUp } from "./set-up.js";

// What stands around every page: the keyboard, the palette, and what it does while the server is away.

let postern: Postern;
let visitor: Visitor;

const PROJECTS = "/o/analytical-engines";

beforeAll(async () => {
  postern = await startPostern();
  visitor = await openBrowser(postern.url);
  await setUp(visitor, postern);
  await makeKey("Billing sync");
});

afterAll(async () => {
  await visitor?.close();
  await postern?.stop();
});

afterEach(() => postern.resume());

/** Asks the API as the one who is signed in. */
// biome-ignore lint/suspicious/noExplicitAny: what was made is whatever was asked for
const ask = (query: string, variables = {}) => askAs<any>(visitor, query, variables);

/** A key of the organization for all projects; its secret. */
async function makeKey(name: string): Promise<string> {
  const { organization } = await ask(`{ organization(slug: "analytical-engines") { id } }`);
  const { createOrganizationApiKey } = await ask(
    `mutation ($input: CreateOrganizationApiKeyInput!) {
      createOrganizationApiKey(input: $input) { secret }
    }`,
    {
      input: {
        organizationId: organization.id,
        name,
        kind: "SERVICE",
        role: "VIEWER",
        access: "ALL_PROJECTS",
        expiry: { policy: "DAYS_90" },
      },
    },
  );
  return createOrganizationApiKey.secret;
}

async function open(path: string, heading: string) {
  const { page } = visitor;
  await page.goto(path);
  await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  return page;
}

const field = () => visitor.page.getByRole("combobox", { name: "Search projects" });
const option = (name: string | RegExp) => visitor.page.getByRole("option", { name });

/** Everything by the keyboard alone. */
async function find(query: string, name: RegExp) {
  const { page } = visitor;
  await page.keyboard.press("Control+k");
  await field().waitFor();
  await page.keyboard.type(query);
  await option(name).waitFor();
  for (let presses = 0; presses < 20; presses++) {
    if ((await option(name).getAttribute("aria-selected")) === "true") break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
}

test("the palette finds a project, a workflow and a key by the keyboard alone", async () => {
  const page = await open(PROJECTS, "Projects");
  await page.keyboard.press("Control+k");
  await field().waitFor();
  await option(/New project/).waitFor();
  await visitor.look("palette");
  await page.keyboard.press("Escape");
  await field().waitFor({ state: "detached" });

  await find("samp", /Sample.*Analytical Engines/);
  await page.waitForURL(`**${PROJECTS}/p/sample*`);
  await page.getByRole("heading", { name: "Workflows", level: 1 }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");

  await find("hello", /Say hello/);
  await page.waitForURL(`**${PROJECTS}/p/sample*/workflows/**`);
  await page.getByRole("heading", { level: 1 }).waitFor();

  await find("billing s", /Billing sync/);
  await page.waitForURL("**/api-keys/**");
});

test("the palette does what the page offers, and what is offered everywhere", async () => {
  const page = await open(PROJECTS, "Projects");
  await find("dark", /Dark colors/);
  await page.waitForFunction(
    () => document.documentElement.getAttribute("data-mantine-color-scheme") === "dark",
  );
  await find("colors of the", /Colors of the system/);
  await find("new api key", /New API key in Analytical/);
  await page.waitForURL(`**${PROJECTS}/api-keys`);
  await page.getByRole("dialog", { name: /New organization key/ }).waitFor();
  // A dialog is not interrupted.
  await page.keyboard.press("Control+k");
  await page.waitForTimeout(200);
  expect(await field().count()).toBe(0);
});

test("nothing found says so, and a pasted key is neither kept nor sent", async () => {
  const page = await open(PROJECTS, "Projects");
  const secret = await makeKey("Pasted");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.postData() ?? ""));
  await page.keyboard.press("Control+k");
  await field().fill("zzzz");
  await page.getByText("No project, workflow, key or command").waitFor();
  await visitor.look("palette-nothing");
  await field().fill(secret);
  await page.getByText("That was a key").waitFor();
  expect(await field().inputValue()).toBe("");
  await page.waitForTimeout(400);
  expect(sent.filter((body) => body.includes(secret))).toEqual([]);
  await page.keyboard.press("Escape");
});

test("single keys lead to the search, the primary action and the help, and not while typing", async () => {
  const page = await open(`${PROJECTS}/api-keys`, "API keys");
  await page.getByRole("row", { name: /Billing sync/ }).waitFor();
  await page.keyboard.press("/");
  const search = page.locator("#key-search");
  await page.locator("#key-search:focus").waitFor();
  await page.keyboard.type("c?/");
  expect(await search.inputValue()).toBe("c?/");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());

  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await visitor.look("keyboard-help");
  await page.getByRole("switch").click();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("c");
  await page.waitForTimeout(200);
  expect(await page.getByRole("dialog").count()).toBe(0);

  await find("keyboard", /Keyboard shortcuts/);
  await page.getByRole("switch").click();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("c");
  await page.getByRole("dialog", { name: /New organization key/ }).waitFor();
});

async function runOperation(tab: string) {
  const { page } = visitor;
  await page.getByRole("tab", { name: tab }).click();
  await page.getByRole("button", { name: /Execute query/ }).click();
}

test("the explorer runs operations as the reader and with a key, and keeps nothing", async () => {
  const secret = await makeKey("Explorer key");
  visitor.complaints.length = 0;
  const page = await open("/explorer", "API explorer");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.getByRole("tab", { name: "WhoAmI" }).waitFor();
  await page.locator(".graphiql-query-editor .view-lines").getByText("WhoAmI").first().waitFor();
  await runOperation("WhoAmI");
  await page.locator(".result-window .view-lines").getByText("Ada Lovelace").waitFor();
  await visitor.look("explorer", { except: ".explorer-workbench" });

  await page.locator("label").filter({ hasText: "An API key" }).click();
  await page.getByLabel("API key", { exact: true }).fill("pst_o_short");
  await page.keyboard.press("Enter");
  await page.getByText("This is not a whole key").waitFor();
  await page.getByLabel("API key", { exact: true }).fill(secret);
  await page.keyboard.press("Enter");
  await page.getByText("Queries run as Explorer key").waitFor();
  await runOperation("WhoAmI");
  await page.locator(".result-window .view-lines").getByText("Explorer key").waitFor();
  await runOperation("Trigger");
  await page.locator(".result-window .view-lines").getByText("replayed").waitFor();
  await visitor.look("explorer-key", { except: ".explorer-workbench" });

  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]),
  );
  expect(kept).not.toContain(secret.slice(8));
  expect(kept).not.toContain("graphiql");
  expect(requests.filter((url) => !url.startsWith(postern.url) && !url.startsWith("blob:"))).toEqual([]);
  expect(visitor.complaints).toEqual([]);
});

const bar = () => visitor.page.getByText("The server does not answer.");
const offlineBar = () => visitor.page.getByText("You are offline.");

test("while the server restarts the page says so, and recovers by itself", async () => {
  const page = await open(PROJECTS, "Projects");
  await postern.halt();
  await page.getByRole("link", { name: "Sample project", exact: true }).click();
  await bar().waitFor();
  await visitor.look("server-away");
  // It is said for a moment, which may come before the server's start is known here.
  const again = page.getByText("Connected again.").waitFor();
  await postern.resume();
  await again;
  await page.getByRole("heading", { name: "Workflows", level: 1 }).waitFor();
  await page.getByRole("link", { name: "Say hello" }).waitFor();
  await bar().waitFor({ state: "detached" });
});

test("offline the page says so, keeps what was typed, and recovers by itself", async () => {
  const page = await open(PROJECTS, "Projects");
  await page.getByRole("button", { name: "New project" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill("Made after a tunnel");
  await page.context().setOffline(true);
  await offlineBar().waitFor();
  await page.getByRole("button", { name: "Create project" }).click();
  await page.getByRole("alert").filter({ hasText: "No answer from the server" }).waitFor();
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Made after a tunnel");
  await visitor.look("offline");
  await page.context().setOffline(false);
  await offlineBar().waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Create project" }).click();
  await page.waitForURL("**/p/made-after-a-tunnel");
});

/** What can be pressed inside of `front` and shares a place with the toast. */
const belowToast = (front: string) =>
  visitor.page.evaluate((front) => {
    const toast = document.querySelector(".mantine-Notification-root")?.getBoundingClientRect();
    if (toast === undefined) throw new Error("There is no toast.");
    return [...document.querySelectorAll(`${front} :is(button, a, input, select, textarea)`)]
      .filter((element) => {
        const { top, bottom, left, right, width } = element.getBoundingClientRect();
        const meets = top < toast.bottom && bottom > toast.top && left < toast.right && right > toast.left;
        return width > 2 && meets;
      })
      .map((element) => element.outerHTML.slice(0, 160));
  }, front);

test("a toast covers nothing that can be pressed, in a dialog, over a list or at a page's end", async () => {
  const page = await open(PROJECTS, "Projects");
  await page.keyboard.press("c");
  await page.getByLabel("Name", { exact: true }).fill("Made for a toast");
  await page.keyboard.press("Enter");
  const toast = page.getByRole("alert").filter({ hasText: "Made for a toast was created." });
  // Under the pointer it stays; all the rest is done by the keyboard.
  await toast.hover();
  await page.getByRole("heading", { name: "Workflows", level: 1 }).waitFor();
  await page.keyboard.press("c");
  await page.getByRole("dialog", { name: "New workflow" }).waitFor();
  await visitor.look("toast-dialog");
  for (const size of [
    { width: 1280, height: 700 },
    { width: 375, height: 640 },
  ]) {
    await page.setViewportSize(size);
    await toast.hover();
    expect(await belowToast("[role=dialog]")).toEqual([]);
    const end = page.getByRole("dialog").getByRole("button", { name: "Create workflow" });
    await end.scrollIntoViewIfNeeded();
    expect(await belowToast("[role=dialog]")).toEqual([]);
  }
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await page.getByRole("link", { name: "Analytical Engines", exact: true }).press("Enter");
  await page.getByRole("link", { name: "API keys", exact: true }).press("Enter");
  await page.getByRole("checkbox", { name: "Select Billing sync" }).press("Space");
  await page.locator(".key-bar").waitFor();
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 300 });
    await toast.hover();
    expect(await belowToast(".key-bar")).toEqual([]);
  }
  await page.getByRole("checkbox", { name: "Select Billing sync" }).press("Space");
  await page.locator(".key-bar").waitFor({ state: "detached" });
  await page.setViewportSize({ width: 375, height: 640 });
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await toast.hover();
  expect(await belowToast("#content")).toEqual([]);

  await page.getByRole("link", { name: "Billing sync" }).first().press("Enter");
  const drawer = page.getByRole("dialog", { name: "Billing sync" });
  await drawer.getByRole("button", { name: "Edit" }).press("Enter");
  await drawer.getByRole("button", { name: "Cancel" }).waitFor();
  await toast.hover();
  expect(await belowToast(".key-edit-end")).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
});

test("the account's menu, the organizations and an address that leads nowhere", async () => {
  const page = await open(PROJECTS, "Projects");
  await page.getByRole("button", { name: "Account of Ada Lovelace" }).click();
  await page.getByRole("link", { name: "API explorer" }).waitFor();
  await visitor.look("account-menu");
  await page.getByRole("link", { name: "All organizations" }).click();
  await page.getByRole("heading", { name: "Organizations", level: 1 }).waitFor();
  await visitor.look("organizations");
  await page.goto(`${PROJECTS}/p/nowhere`);
  await page.getByRole("heading", { name: "Nothing here" }).waitFor();
  await visitor.look("not-found");
});

test("a member is told why a page is locked, and the palette does not offer it", async () => {
  const { page } = visitor;
  const { organization } = await ask(`{ organization(slug: "analytical-engines") { id } }`);
  const { inviteMember } = await ask(
    "mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url } }",
    { input: { organizationId: organization.id, email: "mary@example.com", role: "MEMBER" } },
  );
  const token = String(inviteMember.url).split("/").pop();
  await page.context().clearCookies();
  await ask("mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }", {
    input: { token, name: "Mary Somerville", password: "on the connexion of the sciences" },
  });

  await open(`${PROJECTS}/api-keys`, "You may not open this page");
  await page.keyboard.press("Control+k");
  await field().fill("api key");
  await page.getByText("No project, workflow, key or command").waitFor();
  expect(await page.getByRole("option").count()).toBe(0);
  // What a member may not read takes nothing from what is found.
  expect(await page.getByRole("dialog").getByRole("alert").count()).toBe(0);
});
