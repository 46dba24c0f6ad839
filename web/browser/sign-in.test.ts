import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { openBrowser, type Visitor } from "./browser.js";
import { type Postern, startPostern } from "./postern.js";
import { setUp, signIn } from "./set-up.js";

// Where a sign-in leads to, as a link sent by a stranger could name it.

let postern: Postern;
let visitor: Visitor;
let stranger: Server;
/** What was asked of the stranger's server. */
const caught: string[] = [];

beforeAll(async () => {
  stranger = createServer(({ url = "" }, response) => {
    caught.push(url);
    response.end("caught");
  }).listen(0, "127.0.0.1");
  await once(stranger, "listening");
  postern = await startPostern();
  visitor = await openBrowser(postern.url);
  await setUp(visitor, postern);
});

afterAll(async () => {
  await visitor?.close();
  await postern?.stop();
  stranger?.closeAllConnections();
  stranger?.close();
});

const spellings: [string, (host: string) => string][] = [
  ["a URL", (host) => `http://${host}/phish`],
  ["a URL in capitals", (host) => `HTTP://${host}/phish`],
  ["a URL after a space", (host) => ` http://${host}/phish`],
  ["no scheme", (host) => `//${host}/phish`],
  ["a backslash", (host) => `/\\${host}/phish`],
  ["a tab between the slashes", (host) => `/\t/${host}/phish`],
  ["a script", (host) => `javascript:location.assign("http://${host}/phish")`],
];

describe.each(spellings)("a foreign place to go on to, spelled with %s,", (_name, spell) => {
  const address = () => {
    const { port } = stranger.address() as AddressInfo;
    return `/sign-in?next=${encodeURIComponent(spell(`127.0.0.1:${port}`))}`;
  };

  test("is not followed by somebody who is signed in", async () => {
    const { page } = visitor;
    await page.goto(address());
    await page.getByRole("heading", { name: "Projects" }).waitFor();
    expect(page.url()).toBe(`${postern.url}/o/analytical-engines`);
    expect(caught).toEqual([]);
  });

  test("is not followed after signing in", async () => {
    const { page } = visitor;
    await page.context().clearCookies();
    await page.goto(address());
    await signIn(visitor);
    await page.getByRole("heading", { name: "Projects" }).waitFor();
    expect(page.url()).toBe(`${postern.url}/o/analytical-engines`);
    expect(caught).toEqual([]);
  });
});

test("a place of the application is followed, signed in or not", async () => {
  const { page } = visitor;
  const address = `/sign-in?next=${encodeURIComponent("/o/analytical-engines/api-keys?tab=projects")}`;
  await page.goto(address);
  await page.waitForURL("**/o/analytical-engines/api-keys?tab=projects");
  await page.context().clearCookies();
  await page.goto(address);
  await signIn(visitor);
  await page.waitForURL("**/o/analytical-engines/api-keys?tab=projects");
});

test("what an address says wrongly about a page is not there for the page", async () => {
  const { page } = visitor;
  await page.goto("/?all=yes");
  await page.waitForURL("**/o/analytical-engines");
  await page.goto("/o/analytical-engines/api-keys?tab=nonsense&project=%7B%7D");
  await page.getByRole("tab", { name: "Organization keys", selected: true }).waitFor();
});
