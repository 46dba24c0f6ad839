import { openBrowser, type Visitor } from "./browser.js";
import { type Postern, startPostern } from "./postern.js";
import { setUp } from "./set-up.js";

// Pages whose code is not there yet while the server is away, and after it came back as another version.

let postern: Postern;
let visitor: Visitor;

const SILENCE = "No answer from the server. Check the connection, then try again.";
const PROJECTS = "/o/analytical-engines";

beforeAll(async () => {
  postern = await startPostern();
  visitor = await openBrowser(postern.url);
  await setUp(visitor, postern);
});

afterAll(async () => {
  await visitor?.close();
  await postern?.stop();
});

afterEach(async () => {
  await visitor.page.unrouteAll();
  await postern.resume();
});

/** A page of its own: the code that it loaded before is no part of the next test. */
async function openProjects() {
  const { page } = visitor;
  await page.goto(PROJECTS);
  await page.getByRole("heading", { name: "Projects" }).waitFor();
  await page.waitForLoadState("networkidle");
  return page;
}

const keysTab = () => visitor.page.getByRole("link", { name: "API keys", exact: true });
const keysPage = () => visitor.page.getByText("These keys work in all projects");
const silence = () => visitor.page.getByRole("alert").filter({ hasText: SILENCE });
const mains = () => visitor.page.locator("main").count();

/** Whether the document is the one that was marked, not a later one. */
const mark = () => visitor.page.evaluate(() => document.documentElement.setAttribute("data-marked", ""));
const isMarked = () => visitor.page.evaluate(() => document.documentElement.hasAttribute("data-marked"));

test("code that does not come is no answer from the server, and comes by itself once there is one", async () => {
  const page = await openProjects();
  await mark();
  await postern.halt();
  await keysTab().click();
  await silence().waitFor();
  expect(await mains()).toBe(1);

  await page.getByRole("button", { name: "Retry" }).click();
  await page.waitForTimeout(500);
  await silence().waitFor();
  expect(await isMarked()).toBe(true);

  await postern.resume();
  await keysPage().waitFor();
  expect(page.url()).toBe(`${postern.url}${PROJECTS}/api-keys`);
});

test("going elsewhere takes the error away, and coming back asks again", async () => {
  const page = await openProjects();
  await postern.halt();
  await keysTab().click();
  await silence().waitFor();
  await page.getByRole("link", { name: "Projects", exact: true }).click();
  await page.getByRole("heading", { name: "Projects" }).waitFor();
  expect(await silence().count()).toBe(0);

  await postern.resume();
  await keysTab().click();
  await keysPage().waitFor();
});

test("a stylesheet that did not come is asked for again with its page", async () => {
  const page = await openProjects();
  await mark();
  await page.route("**/assets/*.css", (route) => route.abort());
  const failed = page.waitForEvent("requestfailed", (request) => request.url().endsWith(".css"));
  await keysTab().hover();
  const file = new URL((await failed).url()).pathname;
  await page.unroute("**/assets/*.css");

  await keysTab().click();
  await keysPage().waitFor();
  expect(await isMarked()).toBe(true);
  const unstyled = () =>
    [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")]
      .filter(({ sheet }) => sheet === null)
      .map(({ href }) => href);
  expect(await page.evaluate(unstyled)).toEqual([]);
  expect(await page.locator(`link[rel=stylesheet][href$="${file}"]`).count()).toBe(1);
});

test("a dialog whose code does not come does not stay broken", async () => {
  const page = await openProjects();
  await postern.halt();
  await page.getByRole("button", { name: "New project" }).click();
  await silence().waitFor();
  expect(await mains()).toBe(1);
  await postern.resume();
  await silence().waitFor({ state: "detached" });
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByLabel("Name", { exact: true }).waitFor();
});

test("the account's menu, too, comes once the server is back", async () => {
  const page = await openProjects();
  await postern.halt();
  await page.getByRole("button", { name: "Account of Ada Lovelace" }).click();
  await silence().waitFor();
  expect(await mains()).toBe(1);
  await postern.resume();
  await silence().waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Account of Ada Lovelace" }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
});

test("after an upgrade the old code is gone, and the address is loaded anew", async () => {
  const page = await openProjects();
  await mark();
  const old = "**/assets/organization-api-keys-*.js";
  // The document that is loaded anew finds the code there.
  let isAnew = false;
  page.on("request", (request) => {
    isAnew ||= request.isNavigationRequest();
  });
  await page.route(old, (route) => (isAnew ? route.fallback() : route.fulfill({ status: 404, body: "{}" })));
  await keysTab().click();
  await keysPage().waitFor();
  expect(await isMarked()).toBe(false);
  expect(page.url()).toBe(`${postern.url}${PROJECTS}/api-keys`);
});

test("code that stays gone loads the address anew once, not for ever", async () => {
  const page = await openProjects();
  await page.evaluate(() => window.sessionStorage.clear());
  const gone = "**/assets/organization-api-keys-*.js";
  await page.route(gone, (route) => route.fulfill({ status: 404, body: "{}" }));
  let documents = 0;
  page.on("domcontentloaded", () => documents++);
  await keysTab().click();
  await page.waitForTimeout(3_000);
  await silence().waitFor();
  expect(documents).toBe(1);
  await page.unroute(gone);
  await page.getByRole("button", { name: "Retry" }).click();
  await keysPage().waitFor();
});

test("an address in the shell that leads nowhere has one main element", async () => {
  const { page } = visitor;
  await page.goto(`${PROJECTS}/nowhere`);
  await page.getByText("This address leads nowhere").waitFor();
  expect(await mains()).toBe(1);
});
