import { fromLocalInput, relativeTime, toLocalInput } from "./time.js";

const now = new Date("2026-11-21T09:00:00Z");
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);

test.each([
  [0, "now"],
  [59_000, "now"],
  [-61_000, "1 minute ago"],
  [119 * 60_000, "in 1 hour"],
  [47 * 3_600_000, "tomorrow"],
  [-20 * 86_400_000, "2 weeks ago"],
])("a distance of %d ms reads %s: whole units, never more than there are", (distance, words) => {
  expect(relativeTime(after(distance), now)).toBe(words);
});

test("a local date and time field gives back the minute it was given", () => {
  expect(fromLocalInput(toLocalInput(now))).toEqual(now);
  expect(fromLocalInput("")).toBeNull();
  expect(fromLocalInput("2026-13-99T00:00")).toBeNull();
});
