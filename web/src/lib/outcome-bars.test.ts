import { axisMarks, type OutcomeHour, outcomeBars } from "./outcome-bars.js";

const START = Date.parse("2026-11-20T10:00:00Z");
const hours = (...some: Partial<OutcomeHour>[]): OutcomeHour[] =>
  some.map((hour, i) => ({
    hour: new Date(START + i * 3_600_000).toISOString(),
    succeeded: 0,
    failed: 0,
    canceled: 0,
    open: 0,
    ...hour,
  }));

test("what failed hangs below the line, all else stands on it, in one scale", () => {
  const { bars, line, totals, total } = outcomeBars(
    hours({ succeeded: 30, canceled: 10 }, {}, { failed: 20 }),
    60,
  );
  expect(line).toBe(40);
  expect(bars).toEqual([
    { outcome: "succeeded", x: 0, y: 10, height: 30 },
    { outcome: "canceled", x: 0, y: 0, height: 10 },
    { outcome: "failed", x: 2, y: 40, height: 20 },
  ]);
  expect(totals).toEqual({ succeeded: 30, failed: 20, canceled: 10, open: 0 });
  expect(total).toBe(60);
});

test("one execution among thousands is still seen, and nothing leaves the picture", () => {
  const { bars, line } = outcomeBars(hours({ succeeded: 9000, open: 1, canceled: 1 }, { failed: 1 }), 80);
  expect(bars.every(({ height }) => height >= 0)).toBe(true);
  expect(bars.find(({ outcome }) => outcome === "failed")?.height).toBe(2);
  expect(Math.min(...bars.map(({ y }) => y))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...bars.map(({ y, height }) => y + height))).toBeLessThanOrEqual(80);
  expect(line).toBe(60);
});

test("a picture without an execution has no bar, and its line where it always is", () => {
  expect(outcomeBars(hours({}, {}), 80)).toMatchObject({ bars: [], line: 60, total: 0 });
  expect(outcomeBars(hours({ failed: 5 }), 80)).toMatchObject({ line: 20 });
});

test("a day is marked every six hours, a week at each midnight, by the reader's clock", () => {
  const day = axisMarks(hours(...Array.from({ length: 24 }, () => ({}))));
  expect(day.map(({ at }) => at.getHours() % 6)).toEqual([0, 0, 0, 0]);
  const week = axisMarks(hours(...Array.from({ length: 168 }, () => ({}))));
  expect(week).toHaveLength(7);
  expect(week.every(({ isMidnight }) => isMidnight)).toBe(true);
});
