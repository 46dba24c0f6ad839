import { Cron } from "croner";
import { nextRun, scheduleFaults, tidyCron } from "./schedule.js";
import { wallClock } from "./wall-clock.js";

const MINUTE_MS = 60_000;

const runs = (cron: string, timeZone: string, after: string, count: number): string[] => {
  const times: string[] = [];
  let at: Date | null = new Date(after);
  while (times.length < count) {
    at = nextRun({ scheduleCron: cron, scheduleTimeZone: timeZone }, at);
    if (at === null) break;
    times.push(at.toISOString().replace(":00.000Z", "Z"));
  }
  return times;
};

const faults = (cron: string, timeZone = "UTC") =>
  scheduleFaults({ cron, timeZone }, "input.schedule").map(({ path }) => path);

test.each([
  "* * * * *",
  "0 9 * * 1-5",
  "*/5 * * * *",
  "10-50/20 * * * *",
  "0,30 8-18 * * *",
  "0 0 1,15 * 1",
  "00 09 * * *",
  "0 0 1 JAN *",
  "0 0 * jan-mar mon,WED",
  "0 0 * * 7",
  "0 0 29 2 *",
  "0 0 30 2 1",
  "*,5 * * * *",
  "  0 9\t* *   * ",
])("%j is a schedule", (cron) => {
  expect(faults(cron)).toEqual([]);
  expect(runs(tidyCron(cron), "UTC", "2026-01-01T00:00:00Z", 2)).toHaveLength(2);
});

test.each([
  "",
  "@daily",
  "@reboot",
  "* * * *",
  "0 0 9 * * *",
  "0 0 1 1 * 2027",
  "2027-01-01T00:00:00",
  "60 * * * *",
  "61 * * * *",
  "0 24 * * *",
  "0 0 0 * *",
  "0 0 32 * *",
  "0 0 * 13 *",
  "0 0 * * 8",
  "*/0 * * * *",
  "*/61 * * * *",
  "5/15 * * * *",
  "50-10 * * * *",
  "1-5-7 * * * *",
  "*/5/5 * * * *",
  "0,,30 * * * *",
  "-1 * * * *",
  "1.5 * * * *",
  "0x5 * * * *",
  "MON * * * *",
  "0 0 * * MONDAY",
  "0 0 L * *",
  "0 0 * * 5L",
  "0 0 15W * *",
  "0 0 * * 5#2",
  "0 0 ? * 1",
  "0 0 * * +MON",
  "H * * * *",
  "0 0 31 2 *",
  "0 0 31 4,6,9,11 *",
  "0\n0 * * *",
  `${"0,".repeat(60)}0 * * * *`,
])("%j is none", (cron) => {
  expect(faults(cron)).toEqual(["input.schedule.cron"]);
});

test.each([
  ["Europe/Berlin", true],
  ["UTC", true],
  ["America/Argentina/Buenos_Aires", true],
  ["Mars/Olympus", false],
  ["", false],
  ["+02:00", false],
  [" UTC", false],
  ["A".repeat(65), false],
])("%j is a time zone: %j", (timeZone, isOne) => {
  expect(faults("0 9 * * *", timeZone)).toEqual(isOne ? [] : ["input.schedule.timeZone"]);
});

test("both faults are told at once", () => {
  expect(faults("@daily", "Mars/Olympus")).toEqual(["input.schedule.timeZone", "input.schedule.cron"]);
});

test("without a schedule, or in a time zone that is not known any more, there is no next run", () => {
  const after = new Date();
  expect(nextRun({ scheduleCron: null, scheduleTimeZone: null }, after)).toBeNull();
  expect(nextRun({ scheduleCron: "0 9 * * *", scheduleTimeZone: "Mars/Olympus" }, after)).toBeNull();
});

test.each<[string, string, string, string, string[]]>([
  [
    "a time in the gap runs when the gap ends",
    "30 2 * * *",
    "Europe/Berlin",
    "2026-03-28T12:00:00Z",
    ["2026-03-29T01:00Z", "2026-03-30T00:30Z"],
  ],
  [
    "several times in the gap run once together",
    "0,30 2 * * *",
    "America/New_York",
    "2026-03-08T00:00:00Z",
    ["2026-03-08T07:00Z", "2026-03-09T06:00Z"],
  ],
  [
    "beside a time at the gap's end, one in it does not run a second time",
    "0 2,3 * * *",
    "Europe/Berlin",
    "2026-03-28T12:00:00Z",
    ["2026-03-29T01:00Z", "2026-03-30T00:00Z"],
  ],
  [
    "a time that comes twice runs the first time",
    "30 2 * * *",
    "Europe/Berlin",
    "2026-10-24T12:00:00Z",
    ["2026-10-25T00:30Z", "2026-10-26T01:30Z"],
  ],
  [
    "so do several in the hour that comes twice",
    "*/30 1 * * *",
    "America/New_York",
    "2026-11-01T04:00:00Z",
    ["2026-11-01T05:00Z", "2026-11-01T05:30Z", "2026-11-02T06:00Z"],
  ],
  [
    "an hourly schedule has one hour less",
    "0 * * * *",
    "Europe/Berlin",
    "2026-03-28T23:30:00Z",
    ["2026-03-29T00:00Z", "2026-03-29T01:00Z", "2026-03-29T02:00Z"],
  ],
  [
    "and one hour more",
    "0 * * * *",
    "Europe/Berlin",
    "2026-10-24T23:30:00Z",
    ["2026-10-25T00:00Z", "2026-10-25T01:00Z", "2026-10-25T02:00Z"],
  ],
  [
    "a clock that moves by half an hour",
    "15 2 * * *",
    "Australia/Lord_Howe",
    "2026-10-03T12:00:00Z",
    ["2026-10-03T15:30Z", "2026-10-04T15:15Z"],
  ],
  [
    "and back",
    "45 1 * * *",
    "Australia/Lord_Howe",
    "2026-04-04T12:00:00Z",
    ["2026-04-04T14:45Z", "2026-04-05T15:15Z"],
  ],
  [
    "midnight may lie in a gap",
    "0 0 * * *",
    "America/Santiago",
    "2026-09-05T12:00:00Z",
    ["2026-09-06T04:00Z", "2026-09-07T03:00Z"],
  ],
  [
    "a whole day may be left out",
    "0 12 * * *",
    "Pacific/Apia",
    "2011-12-29T23:00:00Z",
    ["2011-12-30T10:00Z", "2011-12-30T22:00Z", "2011-12-31T22:00Z"],
  ],
  [
    "29 February comes every four years",
    "0 0 29 2 *",
    "UTC",
    "2026-01-01T00:00:00Z",
    ["2028-02-29T00:00Z", "2032-02-29T00:00Z"],
  ],
  [
    "day of month and day of week mean either",
    "0 0 13 * 5",
    "UTC",
    "2026-03-10T00:00:00Z",
    ["2026-03-13T00:00Z", "2026-03-20T00:00Z", "2026-03-27T00:00Z", "2026-04-03T00:00Z", "2026-04-10T00:00Z"],
  ],
  ["seven is Sunday", "0 0 * * 7", "UTC", "2026-03-10T00:00:00Z", ["2026-03-15T00:00Z", "2026-03-22T00:00Z"]],
  ["the due time itself is over", "0 9 * * *", "UTC", "2026-03-10T09:00:00Z", ["2026-03-11T09:00Z"]],
])("%s (%s, %s)", (_, cron, timeZone, after, expected) => {
  expect(runs(cron, timeZone, after, expected.length)).toEqual(expected);
});

/** What a clock on the wall shows, minute by minute. */
function watch(timeZone: string, from: number, minutes: number): { at: number; shown: number }[] {
  const clock = wallClock(timeZone);
  return Array.from({ length: minutes + 1 }, (_, minute) => {
    const at = from + minute * MINUTE_MS;
    return { at, shown: clock.read(new Date(at)).getTime() };
  });
}

/** The due times as a person finds them who looks at that clock. */
function found(cron: string, watched: { at: number; shown: number }[]): string[] {
  const pattern = new Cron(cron, { timezone: "UTC", paused: true });
  const goesByTheClock = cron.split(" ")[1]?.startsWith("*");
  const passed = new Set<number>();
  const due: string[] = [];
  let last = watched[0]?.shown ?? 0;
  for (const { at, shown } of watched.slice(1)) {
    let isDue = pattern.match(new Date(shown));
    if (!goesByTheClock) {
      if (passed.has(shown)) isDue = false;
      for (let left = last + MINUTE_MS; left < shown; left += MINUTE_MS)
        isDue ||= pattern.match(new Date(left));
    }
    passed.add(shown);
    last = shown;
    if (isDue) due.push(new Date(at).toISOString().replace(":00.000Z", "Z"));
  }
  return due;
}

const CHANGES = [
  ["Europe/Berlin", "2026-03-28"],
  ["Europe/Berlin", "2026-10-24"],
  ["America/New_York", "2026-03-07"],
  ["America/New_York", "2026-10-31"],
  ["Australia/Lord_Howe", "2026-10-03"],
  ["Australia/Lord_Howe", "2026-04-04"],
  ["Pacific/Apia", "2011-12-29"],
  ["Africa/Cairo", "2026-04-23"],
  ["UTC", "2026-02-28"],
] as const;
const CRONS = [
  "*/7 * * * *",
  "30 * * * *",
  "0 */2 * * *",
  "15 */3 * * *",
  "45 1-23/2 * * *",
  "*/15 2 * * *",
  "0,30 1 * * *",
  "30 2,3 * * *",
  "0 0-23 * * *",
  "0 0 * * *",
  "15 2 * * 0",
  "20 *,5 * * *",
];

test.each(CHANGES)("around a change of the clock, %s finds what a watcher finds (%s)", (timeZone, day) => {
  const from = Date.parse(`${day}T00:00:00Z`);
  const watched = watch(timeZone, from, 2 * 24 * 60);
  for (const cron of CRONS) {
    const expected = found(cron, watched);
    expect({ cron, runs: runs(cron, timeZone, new Date(from).toISOString(), expected.length) }).toEqual({
      cron,
      runs: expected,
    });
  }
});
