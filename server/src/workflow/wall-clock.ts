const DAY_MS = 24 * 60 * 60 * 1000;
const SECOND_MS = 1000;

/** A clock on a wall of some time zone. What it shows is written as the Date that shows the same in UTC. */
export interface WallClock {
  read(instant: Date): Date;
  /** The first instant at which it shows this or, where it never does since it was put forward, a later time. */
  firstAt(shown: Date): Date;
}

/** Whether it is a name of the IANA time zone database that this runtime knows. */
export function isTimeZone(timeZone: string): boolean {
  // An offset such as +02:00 is none: it has no clock changes, and is hardly ever what was meant.
  if (timeZone.length > 64 || !/^[A-Za-z]/.test(timeZone)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

export function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });

  /** How far the clock is ahead of UTC, in milliseconds. */
  function aheadAt(instant: number): number {
    const shown = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const of = (part: Intl.DateTimeFormatPartTypes) => shown.get(part) ?? 0;
    const asUtc = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
    return asUtc - Math.floor(instant / SECOND_MS) * SECOND_MS;
  }

  /** The instant of the one change between two others. */
  function changeBetween(before: number, after: number): number {
    const ahead = aheadAt(before);
    let [last, first] = [before, after];
    while (first - last > SECOND_MS) {
      const middle = Math.floor((last + first) / 2 / SECOND_MS) * SECOND_MS;
      if (aheadAt(middle) === ahead) last = middle;
      else first = middle;
    }
    return first;
  }

  return {
    read: (instant) => new Date(instant.getTime() + aheadAt(instant.getTime())),
    firstAt(shown) {
      const at = shown.getTime();
      // No zone is a whole day away from UTC, and none changes twice within two days.
      const [before, after] = [aheadAt(at - DAY_MS), aheadAt(at + DAY_MS)];
      const instants = [at - before, at - after].filter((instant) => instant + aheadAt(instant) === at);
      return new Date(instants.length > 0 ? Math.min(...instants) : changeBetween(at - after, at - before));
    },
  };
}
