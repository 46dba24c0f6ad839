import {
  activeFilters,
  filterOf,
  NO_FILTERS,
  readExecutionSearch,
  toggleStatus,
  without,
} from "./execution-search.js";

const now = new Date("2026-11-21T09:40:31Z");
const nothing = readExecutionSearch({});

test("every part is named, so that nothing unknown stays in the address", () => {
  expect(Object.keys(nothing).sort()).toEqual(Object.keys(NO_FILTERS).sort());
  expect(Object.values(nothing).every((value) => value === undefined)).toBe(true);
});

test.each([
  [{ status: "FAILED" }, { status: "FAILED" }],
  [{ status: "SUCCEEDED,nonsense,FAILED" }, { status: "FAILED,SUCCEEDED" }],
  [{ status: ["FAILED"] }, {}],
  [
    { workflow: "wf_1", key: "key_1" },
    { workflow: "wf_1", key: "key_1" },
  ],
  [{ workflow: {}, key: 7 }, {}],
  [{ within: "day" }, { within: "day" }],
  [{ within: "century" }, {}],
  [{ from: "2026-11-20T10:00Z" }, { from: "2026-11-20T10:00:00.000Z" }],
  [{ from: "yesterday", until: 5 }, {}],
  [{ within: "hour", from: "2026-11-20T10:00Z" }, { within: "hour" }],
])("%j in the address means %j", (raw, meant) => {
  expect(readExecutionSearch(raw)).toEqual({ ...nothing, ...meant });
});

test("the address becomes the server's filter; a span begins at a whole minute", () => {
  expect(filterOf({ status: "FAILED,CANCELED", workflow: "wf_1", within: "day" }, now)).toEqual({
    status: ["FAILED", "CANCELED"],
    workflowId: "wf_1",
    apiKeyId: null,
    since: "2026-11-20T09:40:00.000Z",
    until: null,
  });
  expect(
    filterOf({ from: "2026-11-20T10:00:00.000Z", until: "2026-11-20T11:00:00.000Z" }, now),
  ).toMatchObject({
    status: null,
    since: "2026-11-20T10:00:00.000Z",
    until: "2026-11-20T11:00:00.000Z",
  });
});

test("a status is added and taken away, in an order of its own", () => {
  expect(toggleStatus({}, "FAILED")).toEqual({ status: "FAILED" });
  expect(toggleStatus({ status: "FAILED" }, "RUNNING")).toEqual({ status: "RUNNING,FAILED" });
  expect(toggleStatus({ status: "FAILED" }, "FAILED")).toEqual({ status: undefined });
});

test("a span or its two ends are one filter, and go together", () => {
  expect(activeFilters({ status: "FAILED", from: "x", until: "y" })).toEqual(["status", "time"]);
  expect(without("time")).toEqual({ within: undefined, from: undefined, until: undefined });
  expect(activeFilters({ status: "FAILED", within: "day", key: "k", ...NO_FILTERS })).toEqual([]);
});
