/** One field of a cron expression: every value, every so many from the least on, or these values. */
export type CronField =
  | { kind: "any" }
  | { kind: "step"; every: number }
  | { kind: "values"; values: number[] };

/** A five-field cron expression, read; days of the week count from Sunday, 0. */
export interface CronParts {
  minute: CronField;
  hour: CronField;
  dayOfMonth: CronField;
  month: CronField;
  dayOfWeek: CronField;
}

interface Range {
  least: number;
  most: number;
  names?: string[];
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const RANGES: Record<keyof CronParts, Range> = {
  minute: { least: 0, most: 59 },
  hour: { least: 0, most: 23 },
  dayOfMonth: { least: 1, most: 31 },
  month: { least: 1, most: 12, names: MONTHS },
  // 7 is Sunday, too.
  dayOfWeek: { least: 0, most: 7, names: DAYS },
};
const NAMES = Object.keys(RANGES) as (keyof CronParts)[];

/** What is wrong with an expression: not five fields, or one field that holds what it cannot. */
export type CronFault = "amount" | { field: keyof CronParts; word: string; least: number; most: number };

/** Says where an expression goes wrong; null where it does not. */
export function cronFault(text: string): CronFault | null {
  const words = text.trim().split(/[ \t]+/);
  if (words.length !== NAMES.length) return "amount";
  for (const [i, field] of NAMES.entries()) {
    const word = words[i] ?? "";
    const { least, most } = RANGES[field];
    if (readField(word, RANGES[field]) === null) return { field, word, least, most };
  }
  return null;
}

/** Reads what the server takes for a schedule; null for anything else, such as a half-typed expression. */
export function readCron(text: string): CronParts | null {
  const words = text.trim().split(/[ \t]+/);
  if (words.length !== NAMES.length) return null;
  const parts: Partial<CronParts> = {};
  for (const [i, name] of NAMES.entries()) {
    const field = readField(words[i] ?? "", RANGES[name]);
    if (field === null) return null;
    parts[name] = field;
  }
  const { dayOfWeek } = parts;
  if (dayOfWeek?.kind === "values") {
    dayOfWeek.values = sorted(dayOfWeek.values.map((day) => day % DAYS.length));
    if (dayOfWeek.values.length === DAYS.length) parts.dayOfWeek = { kind: "any" };
  }
  return parts as CronParts;
}

function readField(word: string, range: Range): CronField | null {
  if (word === "*") return { kind: "any" };
  const step = /^\*\/(\d{1,2})$/.exec(word);
  if (step !== null && Number(step[1]) === 1) return { kind: "any" };
  const values = new Set<number>();
  for (const item of word.split(",")) {
    const found = readItem(item, range);
    if (found === null) return null;
    for (const value of found) values.add(value);
  }
  return step === null
    ? { kind: "values", values: sorted([...values]) }
    : { kind: "step", every: Number(step[1]) };
}

/** The values that one item of a list means: "7", "MON", "1-5", "10-50/10" or a step of all. */
function readItem(item: string, { least, most, names }: Range): number[] | null {
  const found = /^(?:(\*)|([a-z\d]+)(?:-([a-z\d]+))?)(?:\/(\d{1,2}))?$/i.exec(item);
  if (found === null) return null;
  const [, all, from = "", to, step] = found;
  // A step of a single value means something else to each tool, so the server refuses it.
  if (step !== undefined && (Number(step) === 0 || (all === undefined && to === undefined))) return null;
  const value = (word: string) => (/^\d{1,2}$/.test(word) ? Number(word) : named(word, least, names));
  const first = all === undefined ? value(from) : least;
  const last = all === undefined ? (to === undefined ? first : value(to)) : most;
  if (first === null || last === null || first < least || last > most || first > last) return null;
  const values = [];
  for (let each = first; each <= last; each += Number(step ?? 1)) values.push(each);
  return values;
}

function named(word: string, least: number, names: string[] = []): number | null {
  const at = names.indexOf(word.toLowerCase());
  return at < 0 ? null : at + least;
}

const sorted = (values: number[]): number[] => [...new Set(values)].sort((a, b) => a - b);
