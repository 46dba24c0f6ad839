import { pollInterval } from "./use-execution.js";

const now = new Date("2026-11-21T09:00:00Z");
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();

test.each([
  ["QUEUED", null, 1000],
  ["RUNNING", null, 1000],
  ["QUEUED", inSeconds(5), 1000],
  ["QUEUED", inSeconds(300), 10_000],
  ["SUCCEEDED", null, 0],
  ["FAILED", null, 0],
  ["CANCELED", null, 0],
] as const)(
  "%s with the next attempt at %s is asked again after %d ms",
  (status, nextAttemptAt, interval) => {
    expect(pollInterval({ status, nextAttemptAt }, now)).toBe(interval);
  },
);

test("an execution that is not there, or not yet, is not asked for again", () => {
  expect(pollInterval(null, now)).toBe(0);
  expect(pollInterval(undefined, now)).toBe(0);
});
