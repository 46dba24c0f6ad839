import { activeFilters, filterOf, hidesStopped, nextSort, orderOf, readKeySearch } from "./key-search.js";

const now = new Date("2026-11-21T09:40:00Z");
const nothing = readKeySearch({});

test("every part is named, so that nothing unknown stays in the address", () => {
  expect(Object.keys(nothing).length).toBe(12);
  expect(Object.values(nothing).every((value) => value === undefined)).toBe(true);
});

test.each([
  [{ q: "sync" }, { q: "sync" }],
  [{ q: 2024 }, { q: "2024" }],
  [{ q: `pst_p_${"a".repeat(38)}` }, {}],
  [{ q: `pst_p_${"a".repeat(20)}` }, {}],
  [{ q: "pst_p_aaaa" }, { q: "pst_p_aaaa" }],
  [
    { kind: "SERVICE", role: "VIEWER" },
    { kind: "SERVICE", role: "VIEWER" },
  ],
  [{ kind: "service", role: "ADMIN" }, {}],
  [{ status: "REVOKED,ACTIVE,nonsense" }, { status: "ACTIVE,REVOKED" }],
  [{ status: "nonsense" }, {}],
  [{ status: "NEVER_USED,EXPIRES_SOON" }, { status: "EXPIRES_SOON,NEVER_USED" }],
  [
    { expires: "never", unused: "never" },
    { expires: "never", unused: "never" },
  ],
  [{ all: true }, { all: true }],
  [{ all: "yes" }, {}],
  [
    { expires: 7, unused: 90 },
    { expires: 7, unused: 90 },
  ],
  [{ expires: 8, unused: "90" }, {}],
  [{ insight: "IDLE" }, { insight: "IDLE" }],
  [{ sort: "-name" }, { sort: "-name" }],
  [{ sort: "secret" }, {}],
])("%j in the address means %j", (raw, meant) => {
  expect(readKeySearch(raw)).toEqual({ ...nothing, ...meant });
});

test("without a choice, revoked and expired keys are left out", () => {
  expect(hidesStopped(nothing)).toBe(true);
  expect(filterOf(nothing, now).status).toEqual(["ACTIVE", "DISABLED", "OWNER_INACTIVE"]);
  expect(filterOf({ all: true }, now).status).toBeNull();
  expect(filterOf({ insight: "IDLE" }, now)).toMatchObject({ status: null, insight: "IDLE" });
  expect(filterOf({ status: "REVOKED,IDLE" }, now)).toMatchObject({
    status: null,
    state: ["IDLE", "REVOKED"],
  });
});

test("days become instants of whole hours", () => {
  expect(filterOf({ expires: 7, unused: 30 }, now)).toMatchObject({
    expiresBefore: "2026-11-28T09:00:00.000Z",
    unusedSince: "2026-10-22T09:00:00.000Z",
  });
});

test("never is a choice beside days, and asks for no instant", () => {
  expect(filterOf({ expires: "never", unused: "never" }, now)).toMatchObject({
    expiresBefore: null,
    unusedSince: null,
    neverExpires: true,
    neverUsed: true,
  });
  expect(filterOf({ expires: 7 }, now)).toMatchObject({ neverExpires: null, neverUsed: null });
});

test("the search field and the order are no filters", () => {
  expect(activeFilters({ q: "sync", sort: "name", role: "VIEWER", kind: "SERVICE" })).toEqual([
    "kind",
    "role",
  ]);
});

test("a column's head sorts, then turns", () => {
  expect(orderOf(nothing)).toEqual({ field: "CREATED_AT", direction: "DESC" });
  expect(nextSort(nothing, "created")).toBe("created");
  expect(nextSort({ sort: "created" }, "created")).toBeUndefined();
  expect(nextSort(nothing, "name")).toBe("name");
  expect(nextSort({ sort: "name" }, "name")).toBe("-name");
  expect(nextSort(nothing, "used")).toBe("-used");
  expect(nextSort({ sort: "name" }, "created")).toBeUndefined();
});
