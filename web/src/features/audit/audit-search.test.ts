import { exportPath, filterOf, isBackwards, isFiltered, readAuditSearch } from "./audit-search.js";

test("the address is read, and what is no filter in it is left out", () => {
  expect(
    readAuditSearch({ action: "apiKey.rotate", actor: 7, since: "2026-02-30", until: "2026-02-28", x: "y" }),
  ).toEqual({ action: "apiKey.rotate", until: "2026-02-28" });
  expect(isFiltered(readAuditSearch({}))).toBe(false);
  expect(isFiltered(readAuditSearch({ since: "2026-01-01" }))).toBe(true);
});

test.each([
  [{}, false],
  [{ since: "2026-03-02" }, false],
  [{ since: "2026-03-02", until: "2026-03-02" }, false],
  [{ since: "2026-03-02", until: "2026-03-01" }, true],
])("whether %j ends before it begins: %s", (search, backwards) => {
  expect(isBackwards(search)).toBe(backwards);
});

test("days are meant whole, in the reader's time zone", () => {
  const { since, until } = filterOf({ since: "2026-03-01", until: "2026-03-01" });
  expect(new Date(since ?? "")).toEqual(new Date(2026, 2, 1));
  expect(new Date(until ?? "")).toEqual(new Date(2026, 2, 2));
});

test("a file has the filters of the page", () => {
  expect(exportPath("org_1", "csv", {})).toBe("/api/v1/organizations/org_1/audit-log.csv");
  expect(exportPath("org_1", "ndjson", { action: "apiKey.rotate", actor: "user_1" })).toBe(
    "/api/v1/organizations/org_1/audit-log.ndjson?action=apiKey.rotate&actorId=user_1",
  );
});
