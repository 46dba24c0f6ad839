/** An instant as a raw query returns it: a Date from MySQL, a text in UTC from SQLite, or null. */
export function instantFromRaw(value: Date | string | null): Date | null {
  if (value === null || value instanceof Date) return value;
  return new Date(`${value.replace(" ", "T")}Z`);
}
