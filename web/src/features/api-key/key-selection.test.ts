import { rangeOf } from "./key-selection.js";

const ids = ["a", "b", "c", "d"];

test.each([
  ["b", "d", ["b", "c", "d"]],
  ["d", "b", ["b", "c", "d"]],
  ["c", "c", ["c"]],
  ["gone", "c", ["c"]],
])("from %s to %s", (from, to, range) => {
  expect(rangeOf(ids, from, to)).toEqual(range);
});
