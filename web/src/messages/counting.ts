// How amounts and lists are said; part of the language, like every text beside it.

const and = new Intl.ListFormat("en", { type: "conjunction" });
const or = new Intl.ListFormat("en", { type: "disjunction" });

/** "A, B, and C". */
export const listed = (parts: readonly string[]): string => and.format(parts);

/** "A, B, or C". */
export const anyOf = (parts: readonly string[]): string => or.format(parts);

/** "1 key", "1,200 keys". */
export const count = (amount: number, one: string, many: string): string =>
  `${amount.toLocaleString("en")} ${amount === 1 ? one : many}`;
