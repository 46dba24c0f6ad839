import { stepsOf, stripOf, type TimelineAttempt, type TimelineExecution, ticksOf } from "./timeline-model.js";

const START = new Date("2026-11-21T09:00:00Z").getTime();
const at = (milliseconds: number) => new Date(START + milliseconds).toISOString();
const now = (milliseconds: number) => new Date(START + milliseconds);

const attempt = (number: number, from: number, to: number | null, answer: number | null = 200) =>
  ({
    number,
    startedAt: at(from),
    finishedAt: to === null ? null : at(to),
    durationMs: to === null ? null : to - from,
    responseStatus: to === null ? null : answer,
    error:
      to === null || (answer !== null && answer < 300)
        ? null
        : { code: answer === null ? "TIMEOUT" : "HTTP_STATUS", message: "It failed." },
  }) satisfies TimelineAttempt;

const anExecution = (given: Partial<TimelineExecution>): TimelineExecution => ({
  status: "RUNNING",
  createdAt: at(0),
  finishedAt: null,
  nextAttemptAt: null,
  completionDeadline: null,
  attempts: [],
  ...given,
});

const told = (execution: TimelineExecution, ms: number) =>
  stepsOf(execution, now(ms)).map((step) => {
    switch (step.kind) {
      case "waited":
      case "worked":
        return `${step.kind} ${step.ms}`;
      case "attempt":
        return `${step.outcome} ${step.ms}`;
      case "next":
        return `next ${step.number}`;
      case "ended":
        return `${step.status} ${step.ms}`;
      default:
        return step.kind;
    }
  });

test.each<[string, Partial<TimelineExecution>, string[]]>([
  ["waits for a worker", { status: "QUEUED", nextAttemptAt: at(0) }, ["triggered", "next 1"]],
  ["is under way", { attempts: [attempt(1, 20, null)] }, ["triggered", "UNDERWAY 9980"]],
  [
    "succeeded at once",
    { status: "SUCCEEDED", finishedAt: at(120), attempts: [attempt(1, 20, 120)] },
    ["triggered", "SUCCEEDED 100", "SUCCEEDED 120"],
  ],
  [
    "failed once and waits for its next attempt",
    { attempts: [attempt(1, 20, 220, 500)], nextAttemptAt: at(15_000) },
    ["triggered", "FAILED 200", "next 2"],
  ],
  [
    "failed without an answer, then succeeded",
    {
      status: "SUCCEEDED",
      finishedAt: at(6_300),
      attempts: [attempt(1, 20, 1020, null), attempt(2, 6_200, 6_300)],
    },
    ["triggered", "FAILED 1000", "waited 5180", "SUCCEEDED 100", "SUCCEEDED 6300"],
  ],
  [
    "is worked on by its target",
    { attempts: [attempt(1, 20, 60, 202)], completionDeadline: at(86_400_000) },
    ["triggered", "ACCEPTED 40", "working"],
  ],
  [
    "was reported by its target",
    { status: "SUCCEEDED", finishedAt: at(8_060), attempts: [attempt(1, 20, 60, 202)] },
    ["triggered", "ACCEPTED 40", "worked 8000", "SUCCEEDED 8060"],
  ],
  [
    "was canceled in the middle of an attempt",
    {
      status: "CANCELED",
      finishedAt: at(500),
      attempts: [
        { ...attempt(1, 20, 500, 500), responseStatus: null, error: { code: "CANCELED", message: "" } },
      ],
    },
    ["triggered", "CUT 480", "CANCELED 500"],
  ],
])("an execution that %s says so", (_name, given, steps) => {
  expect(told(anExecution(given), 10_000)).toEqual(steps);
});

test("the line is true to scale, from the trigger to the end", () => {
  const strip = stripOf(
    anExecution({
      status: "FAILED",
      finishedAt: at(10_000),
      attempts: [attempt(1, 0, 1000, 500), attempt(2, 6_000, 10_000, 500)],
    }),
    now(99_000),
  );
  expect(strip.bars).toEqual([
    { kind: "FAILED", number: 1, from: 0, length: 10 },
    { kind: "FAILED", number: 2, from: 60, length: 40 },
  ]);
  expect(strip).toMatchObject({ totalMs: 10_000, now: null, next: null });
});

test("while it runs the line reaches to the next attempt, and shows the present on it", () => {
  const waiting = anExecution({ attempts: [attempt(1, 0, 1000, 500)], nextAttemptAt: at(8_000) });
  expect(stripOf(waiting, now(4_000))).toMatchObject({ totalMs: 8_000, now: 50, next: 100 });
  // A worker is late: the line grows with the present.
  expect(stripOf(waiting, now(16_000))).toMatchObject({ totalMs: 16_000, now: 100, next: 50 });
});

test("a target at work is a bar up to the present, however far its deadline", () => {
  const working = anExecution({ attempts: [attempt(1, 0, 2_000, 202)], completionDeadline: at(9e7) });
  expect(stripOf(working, now(8_000)).bars).toEqual([
    { kind: "ACCEPTED", number: 1, from: 0, length: 25 },
    { kind: "WORKING", number: 1, from: 25, length: 75 },
  ]);
});

test("nothing took no time, and a clock that is behind breaks nothing", () => {
  expect(stripOf(anExecution({}), now(-500))).toMatchObject({ totalMs: 1, now: 0 });
});

test.each([
  [1, [0, 1]],
  [87, [0, 20, 40, 60, 80]],
  [6_300, [0, 2_000, 4_000, 6_000]],
  [3 * 86_400_000, [0, 86_400_000, 172_800_000, 259_200_000]],
])("a line of %d ms has round marks", (total, marks) => {
  expect(ticksOf(total)).toEqual(marks);
});
