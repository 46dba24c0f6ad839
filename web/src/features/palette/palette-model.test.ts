import { assemble, type Entry, matching, rank, recentFirst, step } from "./palette-model.js";

const entry = (label: string, id = label): Entry => ({ id, kind: "place", label, href: `/${id}` });
const labels = (entries: readonly Entry[]) => entries.map(({ label }) => label);

test.each([
  ["New key", "new", 0],
  ["New key", "KEY", 1],
  ["New key", "key new", 1],
  ["Monkey", "key", 2],
  ["API-Schlüssel", "schlüssel", 1],
  ["New key", "workflow", null],
])("%s answers %s with %s", (label, query, expected) => {
  expect(rank(label, query)).toBe(expected);
});

test("what begins with the words comes before what only holds them", () => {
  expect(labels(matching([entry("Monkey"), entry("A key"), entry("Key safety")], "key"))).toEqual([
    "Key safety",
    "A key",
    "Monkey",
  ]);
  expect(labels(matching([entry("b"), entry("a")], " "))).toEqual(["b", "a"]);
});

test("what was opened lately comes first, the latest before the others", () => {
  const recent = [
    { id: "c", kind: "place" as const, label: "c", href: "/c" },
    { id: "b", kind: "place" as const, label: "b", href: "/b" },
  ];
  expect(labels(recentFirst([entry("a"), entry("b"), entry("c"), entry("d")], recent))).toEqual([
    "c",
    "b",
    "a",
    "d",
  ]);
});

test("nothing is listed twice, and no group is empty", () => {
  const groups = assemble([
    { title: "Recent", entries: [entry("CRM")] },
    { title: "Projects", entries: [entry("CRM"), entry("Billing")] },
    { title: "Keys", entries: [] },
  ]);
  expect(groups.map(({ title, entries }) => [title, labels(entries)])).toEqual([
    ["Recent", ["CRM"]],
    ["Projects", ["Billing"]],
  ]);
});

test("the arrows begin again at either end", () => {
  expect([step(0, -1, 3), step(2, 1, 3), step(0, 1, 3), step(0, 1, 0)]).toEqual([2, 0, 1, 0]);
});
