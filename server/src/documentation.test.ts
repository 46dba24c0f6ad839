import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PAGES = ["README.md", ...readdirSync(join(ROOT, "docs")).map((file) => `docs/${file}`)].filter((path) =>
  path.endsWith(".md"),
);

const text = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** A page's headings as GitHub makes anchors of them. */
const anchors = (path: string): string[] =>
  [...text(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );

test.each(PAGES)("every link of %s within the repository leads somewhere", (page) => {
  const links = [...text(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  const broken = links
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => {
      const [file = "", anchor] = link.split("#");
      const path = file === "" ? page : join(dirname(page), file);
      return !existsSync(join(ROOT, path)) || (anchor !== undefined && !anchors(path).includes(anchor));
    });
  expect(broken).toEqual([]);
});

test("every page of the manual is linked from the README", () => {
  const readme = text("README.md");
  expect(PAGES.filter((page) => page !== "README.md" && !readme.includes(`(${page})`))).toEqual([]);
});
