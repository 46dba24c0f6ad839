import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type axe from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "../../server/src/testing/find-binary.js";

const SCREENSHOTS = fileURLToPath(new URL("../screenshots/", import.meta.url));
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SCHEMES = ["light", "dark"] as const;
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 375, height: 812 };
const WIDTHS = [
  { width: 320, height: 640 },
  PHONE,
  { width: 768, height: 1024 },
  WIDE,
  { width: 1920, height: 1080 },
];

/** One browser with one page, and everything that was wrong with what it saw. */
export interface Visitor {
  page: Page;
  /** Where the server is, without a slash at its end. */
  origin: string;
  /** Errors on the console, breaches of the content security policy among them, and uncaught exceptions. */
  complaints: string[];
  /**
   * Looks at the page as it is, in both colour schemes, wide and on a phone: takes screenshots, and throws
   * where axe finds a violation of WCAG 2.2 AA, or where at any of five widths the page scrolls sideways or
   * text is cut or spills over a border. `except` names what is not ours to mend.
   */
  look(name: string, options?: { except?: string }): Promise<void>;
  close(): Promise<void>;
}

export async function openBrowser(baseURL: string): Promise<Visitor> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? findChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const context = await browser.newContext({
    baseURL,
    viewport: WIDE,
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  return visitorOf(browser, context, baseURL);
}

async function visitorOf(browser: Browser, context: BrowserContext, origin: string): Promise<Visitor> {
  const page = await context.newPage();
  // Only ends what hangs.
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error" || line.type() === "warning") complaints.push(line.text());
  });
  await mkdir(SCREENSHOTS, { recursive: true });

  async function look(name: string, { except = "" }: { except?: string } = {}) {
    await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
    const faults: string[] = [];
    for (const [size, viewport] of Object.entries({ wide: WIDE, phone: PHONE })) {
      await page.setViewportSize(viewport);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.screenshot({ path: `${SCREENSHOTS}${name}-${size}-${colorScheme}.png`, fullPage: true });
        // For a picture of the whole page the window grows for a moment, and what scrolls in a dialog moves.
        await page.evaluate(() => document.activeElement?.scrollIntoView({ block: "nearest" }));
        for (const fault of await violations(page, except)) faults.push(`${size}, ${colorScheme}: ${fault}`);
      }
    }
    for (const viewport of WIDTHS) {
      await page.setViewportSize(viewport);
      await settle(page);
      const found = await page.evaluate(overflows, except);
      for (const fault of found) faults.push(`at ${viewport.width} px ${fault}`);
    }
    await page.setViewportSize(WIDE);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    if (faults.length > 0) throw new Error(`${name}:\n${faults.join("\n")}`);
  }

  return { page, origin, complaints, look, close: () => browser.close() };
}

/** Two frames: what hangs on the window's size, such as an open popover, has moved by then. */
const settle = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Runs in the page: whether it scrolls sideways, and the elements that cut their text without a sign of it, or let it out. */
function overflows(except: string): string[] {
  const { scrollWidth } = document.documentElement;
  const faults = scrollWidth > innerWidth ? [`it scrolls sideways by ${scrollWidth - innerWidth} px`] : [];
  for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
    const excess = element.scrollWidth - element.clientWidth;
    // What only a screen reader reads is one pixel wide; what scrolls inside itself is not cut.
    if (excess <= 1 || element.clientWidth <= 2 || element.closest("svg, input, [inert]")) continue;
    const { overflowX, textOverflow, clipPath, visibility, borderRightStyle } = getComputedStyle(element);
    const cuts = (overflowX === "hidden" || overflowX === "clip") && textOverflow !== "ellipsis";
    const spills = overflowX === "visible" && borderRightStyle !== "none";
    if (!(cuts || spills) || clipPath !== "none" || visibility === "hidden") continue;
    const text = (element.textContent ?? "").trim();
    if (text === "" || (except !== "" && element.closest(except))) continue;
    const fault = cuts ? "is cut by" : "spills over the border by";
    faults.push(`"${text.slice(0, 60)}" ${fault} ${excess} px in ${element.className}`);
  }
  return faults;
}

async function violations(page: Page, except: string): Promise<string[]> {
  // As the debugger's expression: a script element would breach the policy that is under test.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const results = await page.evaluate(
    // What passes is not listed: that takes as long as all the rest.
    ({ exclude, ...options }) =>
      (window as unknown as { axe: typeof axe }).axe.run(
        { exclude },
        { ...options, resultTypes: ["violations"] },
      ),
    { runOnly: RULES, exclude: except === "" ? [] : [except] },
  );
  for (const violation of results.violations) {
    if (violation.id !== "target-size") continue;
    const { nodes } = violation;
    violation.nodes = [];
    for (const node of nodes)
      if (await staysTooSmall(page, String(node.target[0]))) violation.nodes.push(node);
  }
  return results.violations
    .filter(({ nodes }) => nodes.length > 0)
    .map(
      ({ id, help, nodes }) =>
        `${id} (${help}): ${nodes.map(({ html, target }) => `${target} ${html}`).join(" | ")}`,
    );
}

/** A target that lies half under the edge of what scrolls, as chance has scrolled it, is one that can be scrolled free. */
const staysTooSmall = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate(async (selector) => {
    document.querySelector(selector)?.scrollIntoView({ block: "center" });
    const runOnly = { type: "rule" as const, values: ["target-size"] };
    const results = await (window as unknown as { axe: typeof axe }).axe.run(
      { include: [selector] },
      { runOnly },
    );
    return results.violations.length > 0;
  }, selector);
