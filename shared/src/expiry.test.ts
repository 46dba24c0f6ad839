import type { ExpiryPolicy } from "./enums.js";
import { expiryInstant, expiryProblem } from "./expiry.js";

const NOW = new Date("2024-02-20T12:34:56.789Z");
const MINUTE_MS = 60_000;
const ahead = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

// Across 29 February, and across the switch to summer time in Europe and America: a day stays 24 hours.
const INSTANTS: [policy: ExpiryPolicy, custom: string | null, instant: string | null][] = [
  ["NEVER", null, null],
  ["DAYS_7", null, "2024-02-27T12:34:56.789Z"],
  ["DAYS_14", null, "2024-03-05T12:34:56.789Z"],
  ["DAYS_30", null, "2024-03-21T12:34:56.789Z"],
  ["DAYS_60", null, "2024-04-20T12:34:56.789Z"],
  ["DAYS_90", null, "2024-05-20T12:34:56.789Z"],
  ["CUSTOM", "2031-01-01T00:00:00.000Z", "2031-01-01T00:00:00.000Z"],
];

test.each(INSTANTS)(
  "a key with the policy %s and the instant %s expires at %s",
  (policy, custom, instant) => {
    const expiry = expiryInstant(policy, custom === null ? null : new Date(custom), NOW);
    expect(expiry?.toISOString() ?? null).toBe(instant);
  },
);

const PRESETS: ExpiryPolicy[] = ["NEVER", "DAYS_7", "DAYS_14", "DAYS_30", "DAYS_60", "DAYS_90"];

test.each(PRESETS)("the policy %s is fine alone, and refused with an instant of one's own", (policy) => {
  expect(expiryProblem(policy, null, NOW)).toBeNull();
  expect(expiryProblem(policy, ahead(60 * MINUTE_MS), NOW)).toMatch(/with the policy CUSTOM only/);
});

const CUSTOM: [what: string, custom: Date | null, problem: RegExp | null][] = [
  ["no instant", null, /Give the instant/],
  ["an instant long past", new Date(0), /more than five minutes ahead/],
  ["this very instant", NOW, /more than five minutes ahead/],
  ["an instant five minutes ahead", ahead(5 * MINUTE_MS), /more than five minutes ahead/],
  ["an instant a millisecond more than five minutes ahead", ahead(5 * MINUTE_MS + 1), null],
  ["an instant years ahead", new Date("2099-12-31T23:59:59.999Z"), null],
  ["the last instant of the year 9999", new Date("9999-12-31T23:59:59.999Z"), null],
  ["the first instant of the year 10000", new Date("+010000-01-01T00:00:00.000Z"), /before the year 10000/],
  ["the last instant that a Date can name", new Date(8.64e15), /before the year 10000/],
  ["a Date that is none", new Date(Number.NaN), /^(Choose|Give) /],
];

test.each(CUSTOM)("the policy CUSTOM with %s is judged so", (_, custom, problem) => {
  const said = expiryProblem("CUSTOM", custom, NOW);
  if (problem === null) expect(said).toBeNull();
  else expect(said ?? "it is fine").toMatch(problem);
});
