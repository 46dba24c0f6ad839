/** How often a workflow runs by itself, as people choose it: some usual rhythms, and any expression. */
export const PRESETS = ["hourly", "daily", "weekdays", "weekly", "monthly", "custom"] as const;
export type SchedulePreset = (typeof PRESETS)[number];

export interface ScheduleDraft {
  on: boolean;
  preset: SchedulePreset;
  /** "09:00", for the rhythms that have a time of day. */
  time: string;
  /** The expression of the custom rhythm. */
  cron: string;
  timeZone: string;
}

/** The days of a rhythm that has a time of day, as the last three fields of its expression. */
const DAYS: Partial<Record<SchedulePreset, string>> = {
  daily: "* * *",
  weekdays: "* * 1-5",
  weekly: "* * 1",
  monthly: "1 * *",
};
const HOURLY = "0 * * * *";

export const hasTime = (preset: SchedulePreset): boolean => DAYS[preset] !== undefined;

/** The schedule as a draft; without one, what most people would choose, switched off. */
export function readPreset(
  schedule: { cron: string; timeZone: string } | null,
  ownTimeZone: string,
): ScheduleDraft {
  const usual = { preset: "daily", time: "09:00", cron: "0 9 * * *" } as const;
  if (schedule === null) return { on: false, ...usual, timeZone: ownTimeZone };
  const { cron, timeZone } = schedule;
  const known = { on: true, cron, timeZone };
  if (cron === HOURLY) return { ...usual, ...known, preset: "hourly" };
  const [, minute = "", hour = "", days] = /^(\d{1,2}) (\d{1,2}) (.+)$/.exec(cron) ?? [];
  const preset = PRESETS.find((name) => DAYS[name] !== undefined && DAYS[name] === days);
  return preset === undefined
    ? { ...usual, ...known, preset: "custom" }
    : { ...known, preset, time: `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}` };
}

/** The expression that a draft stands for. */
export function cronOf({ preset, time, cron }: ScheduleDraft): string {
  if (preset === "hourly") return HOURLY;
  const days = DAYS[preset];
  if (days === undefined) return cron.trim();
  const [hour, minute] = time.split(":").map(Number);
  return `${minute} ${hour} ${days}`;
}
