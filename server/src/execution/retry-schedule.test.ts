import { retryAfterMs, retryDelayMs } from "./retry-schedule.js";

const SECONDS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

test("the waits are those of the schedule, each up to a tenth longer or shorter", () => {
  SECONDS.forEach((seconds, index) => {
    expect(retryDelayMs(index + 1, 10, 0.5, null)).toBe(seconds * 1000);
    expect(retryDelayMs(index + 1, 10, 0, null)).toBe(seconds * 900);
    expect(retryDelayMs(index + 1, 10, 1, null)).toBe(seconds * 1100);
  });
});

test("after as many attempts as the workflow allows there is no other", () => {
  expect(retryDelayMs(10, 10, 0.5, null)).toBeNull();
  expect(retryDelayMs(1, 1, 0.5, null)).toBeNull();
  expect(retryDelayMs(3, 3, 0.5, 60_000)).toBeNull();
  expect(retryDelayMs(2, 3, 0.5, null)).toBe(300_000);
});

test("a target's Retry-After is waited out, shorter ones than the schedule's wait and longer ones than a day are not", () => {
  expect(retryDelayMs(1, 10, 0.5, 60_000)).toBe(60_000);
  expect(retryDelayMs(2, 10, 0.5, 1000)).toBe(300_000);
  expect(retryDelayMs(1, 10, 0.5, 10 * 86_400_000)).toBe(86_400_000);
});

test.each([
  ["120", 120_000],
  [" 0 ", 0],
  ["Sat, 21 Nov 2026 12:01:00 GMT", 60_000],
  ["Saturday, 21-Nov-26 12:00:30 GMT", 30_000],
  ["Sat, 21 Nov 2026 11:00:00 GMT", 0],
  ["Sat Nov 21 12:00:10 2026", 10_000],
  ["Sun Nov  1 12:00:10 2026", 0],
  // Ten digits and more: long, and not nothing.
  ["9999999999", 86_400_000],
  ["9".repeat(400), 86_400_000],
  // Dates that are none of HTTP's, and may be of any time zone.
  ["Sat, 21 Nov 2026 12:01:00", null],
  ["Sat, 21 Nov 2026 12:01:00 +0900", null],
  ["Sat, 21 Nov 2026 12:01:00 PST", null],
  ["Sat, 1 Nov 2026 12:01", null],
  ["Sat, 41 Nov 2026 12:01:00 GMT", null],
  ["soon", null],
  ["-5", null],
  ["1.5", null],
  ["2026-11-21", null],
  [undefined, null],
])("Retry-After: %s", (header, wait) => {
  expect(retryAfterMs(header, new Date("2026-11-21T12:00:00Z"))).toBe(wait);
});
