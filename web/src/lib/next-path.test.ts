import { safeNextPath } from "./next-path.js";

test.each([
  ["/o/acme/api-keys?tab=projects", "/o/acme/api-keys?tab=projects"],
  ["/o/acme#part", "/o/acme#part"],
  ["/o/a/../b", "/o/b"],
])("a path of this application is followed: %s", (next, followed) => {
  expect(safeNextPath(next)).toBe(followed);
});

test.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/..//evil.example",
  "javascript:alert(1)",
  "o/acme",
  "",
  undefined,
  ["/o/acme"],
])("what could lead elsewhere becomes the start page: %j", (next) => {
  expect(safeNextPath(next)).toBe("/");
});

test.each(["/sign-in", "/sign-in?next=/sign-in", "/setup"])("nobody is sent back to a door: %s", (next) => {
  expect(safeNextPath(next)).toBe("/");
});
