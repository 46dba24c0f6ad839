/** How many executions of one hour came to which end. */
export interface OutcomeHour {
  hour: string;
  succeeded: number;
  failed: number;
  canceled: number;
  open: number;
}

export const OUTCOMES = ["succeeded", "open", "canceled", "failed"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A rectangle of the picture: `x` counts hours, `y` goes down from the picture's upper edge. */
export interface Bar {
  outcome: Outcome;
  x: number;
  y: number;
  height: number;
}

export interface OutcomeBars {
  bars: Bar[];
  /** Where the line is: what failed hangs below it, all else stands on it, so that no colour is needed. */
  line: number;
  totals: Record<Outcome, number>;
  total: number;
}

/** One execution among thousands is still seen. */
const LEAST = 2;
/** Part of the height that is kept for failures, so that the line stays where it is while there are none. */
const BELOW = 0.25;

/** Lays the hours out in a picture of that height. Both sides of the line have the same scale. */
export function outcomeBars(hours: readonly OutcomeHour[], height: number): OutcomeBars {
  const above = (hour: OutcomeHour) => hour.succeeded + hour.open + hour.canceled;
  const mostAbove = Math.max(0, ...hours.map(above));
  const mostBelow = Math.max(0, ...hours.map(({ failed }) => failed));
  const most = mostAbove + mostBelow;
  const share = most === 0 ? BELOW : Math.min(Math.max(mostBelow / most, BELOW), 1 - BELOW);
  const line = Math.round(height * (1 - share));
  const scale = Math.min(line / Math.max(mostAbove, 1), (height - line) / Math.max(mostBelow, 1));
  const bars: Bar[] = [];
  for (const [x, hour] of hours.entries()) {
    let y = line;
    for (const outcome of ["succeeded", "open", "canceled"] as const) {
      if (hour[outcome] === 0) continue;
      const size = Math.min(Math.max(hour[outcome] * scale, LEAST), y);
      y -= size;
      bars.push({ outcome, x, y, height: size });
    }
    if (hour.failed > 0) {
      bars.push({ outcome: "failed", x, y: line, height: Math.max(hour.failed * scale, LEAST) });
    }
  }
  const totals = { succeeded: 0, open: 0, canceled: 0, failed: 0 };
  for (const hour of hours) for (const outcome of OUTCOMES) totals[outcome] += hour[outcome];
  return { bars, line, totals, total: OUTCOMES.reduce((sum, outcome) => sum + totals[outcome], 0) };
}

/** The hours that have an entry on the axis: at midnight and noon of the reader's day, or each midnight of a week. */
export function axisMarks(hours: readonly OutcomeHour[]): { x: number; at: Date; isMidnight: boolean }[] {
  const isWeek = hours.length > 48;
  return hours.flatMap(({ hour }, x) => {
    const at = new Date(hour);
    const local = at.getHours();
    return (isWeek ? local === 0 : local % 6 === 0) ? [{ x, at, isMidnight: local === 0 }] : [];
  });
}
