import { readdirSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCE = fileURLToPath(new URL(".", import.meta.url));

/** Rooms of the house from the ground up. A file imports from its own room and from those before it. */
const ORDER = [
  "errors",
  "ids",
  "encryption",
  "config-values",
  "config",
  "log",
  "redis",
  "version",
  "auth",
  "data-folder",
  "context",
  "database",
  "encryption-key",
  "input",
  "paging",
  "audit",
  "user",
  "session",
  "organization",
  "project",
  "api-key",
  "workflow",
  "execution",
  "audit-log",
  "setup",
  "entities",
  "lifecycle",
  "sealed",
  "queue",
  "retention",
  "metrics",
  "graphql",
  "http",
  "server",
  "print-schema",
  "main",
  "cli",
  "testing",
  "bench",
  "chaos",
];

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
);
const roomOf = (file: string) =>
  (file.includes("/") ? file.split("/", 1)[0] : file.replace(/\.ts$/, "")) ?? "";

test("every file lies in a known room", () => {
  expect(files.length).toBeGreaterThan(60);
  expect([...new Set(files.map(roomOf))].filter((room) => !ORDER.includes(room))).toEqual([]);
});

test("imports point one way: no parent knows its children", () => {
  const upward = files.flatMap((file) => {
    const imports = readFileSync(resolve(SOURCE, file), "utf8").matchAll(
      /(?:from|import)\s*\(?\s*"(\.[^"]+)\.js"/g,
    );
    return [...imports]
      .map(([, path]) => relative(SOURCE, resolve(SOURCE, dirname(file), `${path}.ts`)))
      .filter((imported) => ORDER.indexOf(roomOf(imported)) > ORDER.indexOf(roomOf(file)))
      .map((imported) => `${file} → ${imported}`);
  });
  expect(upward).toEqual([]);
});
