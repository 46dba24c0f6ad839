import { countdownText, durationText, fromLocalInput, relativeTime, toLocalInput } from "./time.js";

const now = new Date("2026-11-21T09:00:00Z");
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);

test.each([
  [0, "now"],
  [58_000, "now"],
  [-61_000, "1 minute ago"],
  [89 * 60_000, "in 89 minutes"],
  [119.9 * 60_000, "in 2 hours"],
  [23.99 * 3_600_000, "in 24 hours"],
  [71 * 3_600_000, "in 3 days"],
  [6.999 * 86_400_000, "in 7 days"],
  [13.999 * 86_400_000, "in 14 days"],
  [-20 * 86_400_000, "20 days ago"],
  [29.99 * 86_400_000, "in 30 days"],
  [59.99 * 86_400_000, "in 2 months"],
  [89.99 * 86_400_000, "in 3 months"],
  [-364.9 * 86_400_000, "12 months ago"],
  [-731 * 86_400_000, "2 years ago"],
])("a distance of %d ms reads %s: the nearest whole amount", (distance, words) => {
  expect(relativeTime(after(distance), now)).toBe(words);
});

test("a local date and time field gives back the minute it was given", () => {
  expect(fromLocalInput(toLocalInput(now))).toEqual(now);
  expect(fromLocalInput("")).toBeNull();
  expect(fromLocalInput("2026-13-99T00:00")).toBeNull();
});

test("tomorrow is the next day of the calendar, not the next but one", () => {
  const saturday = new Date(2026, 10, 21, 15, 0);
  expect(relativeTime(new Date(2026, 10, 22, 16, 0), saturday)).toBe("tomorrow");
  expect(relativeTime(new Date(2026, 10, 23, 9, 0), saturday)).toBe("in 42 hours");
  expect(relativeTime(new Date(2026, 10, 19, 23, 0), saturday)).toBe("40 hours ago");
});

test.each([
  [0, "0 ms"],
  [87.4, "87 ms"],
  [2_440, "2.4 s"],
  [59_980, "1 min"],
  [200_000, "3 min 20 s"],
  [3_599_900, "1 h"],
  [7_500_000, "2 h 5 min"],
  [36 * 3_600_000, "1 d 12 h"],
])("a duration of %d ms reads %s", (duration, words) => {
  expect(durationText(duration)).toBe(words);
});

test.each([
  [3_100, "4 s"],
  [-5, "0 s"],
  [60_000, "1 min"],
  [251_400, "4 min 12 s"],
])("a countdown of %d ms reads %s: nothing is promised too soon", (duration, words) => {
  expect(countdownText(duration)).toBe(words);
});
