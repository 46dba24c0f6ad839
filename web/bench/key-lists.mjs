// How soon the lists of keys show their rows: from a click, or a key pressed, to the frame in which they stand.
// Run by `pnpm bench web`, which starts a server with 10,000 keys and gives its address and an account.
import { chromium } from "playwright-core";
import { findChromium } from "../../server/dist/testing/find-binary.js";

const ROUNDS = Number(process.env.POSTERN_ROUNDS ?? 5);
const GIVE_UP_MS = 10_000;
const { POSTERN_URL: url, POSTERN_EMAIL: email, POSTERN_PASSWORD: password } = process.env;

/** In the order in which they are done; each starts from what the one before left. */
const STEPS = [
  ["list: open the page", (page) => page.getByRole("link", { name: "API keys" }).click()],
  ["sort by name", (page) => page.getByRole("button", { name: "Name", exact: true }).click()],
  ["sort by last use", (page) => page.getByRole("button", { name: "Last used", exact: true }).click()],
  ["load more", (page) => page.getByRole("button", { name: "Load more" }).click()],
  ["search, last letter to rows", (page) => search(page, "Zapier 1", "2")],
  ["search, nothing found", (page) => search(page, "Zapier 12", "x")],
  ["clear the search", (page) => page.getByRole("button", { name: "Clear the search" }).click()],
  ["filter by role", (page) => page.getByLabel("Role").selectOption("PRIVILEGED"), openFilters],
  ["filter by last use", (page) => page.getByLabel("Last used").selectOption("90")],
  ["clear all filters", (page) => page.getByRole("button", { name: "Clear all" }).click()],
  ["show revoked and expired", (page) => page.getByRole("button", { name: "Show", exact: true }).click()],
  ["safety: never used", (page) => page.getByRole("button", { name: /never used/ }).click()],
  ["project keys", (page) => page.getByRole("tab", { name: "Project keys" }).click()],
  [
    "project keys, sort by expiry",
    (page) => page.getByRole("button", { name: "Expires", exact: true }).click(),
  ],
  ["project keys, load more", (page) => page.getByRole("button", { name: "Load more" }).click()],
];

async function openFilters(page) {
  await page.getByRole("button", { name: "Filters", exact: true }).click();
  await page.getByLabel("Role").waitFor();
}

async function search(page, before, letter) {
  const field = page.getByRole("searchbox", { name: "Search keys" });
  // What stands there already is not asked for again.
  if ((await field.inputValue()) !== before) {
    await field.fill(before);
    await page.waitForURL((address) => address.searchParams.get("q") === before);
  }
  await settled(page);
  await page.evaluate(() => window.postern.begin());
  await field.press("End");
  await field.press(letter);
}

/** Loaded into the page: marks the last input, and the first frame in which other rows stand than before. */
function instrument() {
  /** The names, and how many keys there are in all: a filter may leave the first rows as they are. */
  const rows = () =>
    [...document.querySelectorAll(".key-results [role=status], .key-table tbody th")]
      .map(({ textContent }) => textContent)
      .join();
  const isStill = () => {
    const results = document.querySelector(".key-results");
    return (
      results !== null &&
      !results.hasAttribute("data-stale") &&
      !document.querySelector("main [aria-busy=true]")
    );
  };
  let asked = 0;
  let turn = 0;
  for (const type of ["pointerup", "keydown", "change"]) {
    window.addEventListener(type, ({ timeStamp }) => (asked = timeStamp), { capture: true });
  }
  window.postern = {
    isStill,
    begin() {
      asked = 0;
      const mine = ++turn;
      performance.clearMarks();
      performance.clearResourceTimings();
      const before = rows();
      window.postern.rows = new Promise((done) => {
        const look = () => {
          if (mine !== turn) return;
          if (asked === 0 || !isStill() || rows() === before) return requestAnimationFrame(look);
          // The frame in which they were found is painted when the next one begins.
          requestAnimationFrame((at) => {
            performance.mark("asked", { startTime: asked });
            performance.mark("rows", { startTime: at });
            done();
          });
        };
        requestAnimationFrame(look);
      });
    },
    async measured(limit) {
      const late = new Promise((resolve) => setTimeout(resolve, limit, "late"));
      if ((await Promise.race([window.postern.rows, late])) === "late") return null;
      const { duration } = performance.measure("rows", "asked", "rows");
      const requests = performance.getEntriesByType("resource");
      const questions = requests.filter(({ name }) => name.endsWith("/graphql"));
      return {
        milliseconds: duration,
        questions: questions.length,
        files: requests.length - questions.length,
        server: Math.max(0, ...questions.map(({ responseEnd, requestStart }) => responseEnd - requestStart)),
      };
    },
  };
}

async function settled(page) {
  await page.waitForFunction(() => window.postern.isStill());
  await page.waitForLoadState("networkidle");
}

async function round(page, results) {
  await page.goto(`${url}/o/seed-1`);
  await page.getByRole("link", { name: "API keys" }).waitFor();
  await page.waitForLoadState("networkidle");
  for (const [name, act, prepare] of STEPS) {
    await prepare?.(page);
    await page.evaluate(() => window.postern.begin());
    await act(page);
    const measured = await page.evaluate((limit) => window.postern.measured(limit), GIVE_UP_MS);
    if (measured === null) throw new Error(`"${name}" changed no row within ${GIVE_UP_MS} ms.`);
    results.set(name, [...(results.get(name) ?? []), measured]);
    await settled(page);
  }
}

function report(results) {
  const line = ([name, ...cells]) => {
    const columns = cells.map((cell) => String(cell).padStart(10)).join("");
    process.stdout.write(`    ${name.padEnd(32)}${columns}\n`);
  };
  line(["milliseconds", "median", "worst", "questions", "answered"]);
  for (const [name, all] of results) {
    const sorted = all.map(({ milliseconds }) => Math.round(milliseconds)).sort((a, b) => a - b);
    const answered = all.map(({ server }) => Math.round(server)).sort((a, b) => a - b);
    const questions = Math.max(...all.map(({ questions }) => questions));
    const middle = Math.floor(all.length / 2);
    line([name, sorted[middle], sorted.at(-1), questions, answered[middle]]);
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? findChromium(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
  });
  await context.addInitScript(instrument);
  const response = await context.request.post(`${url}/graphql`, {
    headers: { Origin: url },
    data: {
      query: "mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }",
      variables: { input: { email, password } },
    },
  });
  const { errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  const page = await context.newPage();
  const results = new Map();
  for (let n = 0; n < ROUNDS; n++) await round(page, results);
  report(results);
} finally {
  await browser.close();
}
