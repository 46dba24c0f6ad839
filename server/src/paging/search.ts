import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";

/** A name as it is searched and sorted: the same on every database, whatever its own idea of letter case. */
export const foldName = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ς", "σ") // a sigma is written differently at a word's end, which a search need not reach
    .slice(0, 200)
    .replace(/[\ud800-\udbff]$/, ""); // half a character, cut just now

/** Keeps the rows whose name holds the text; the pattern characters of LIKE stand for themselves. */
export function whereNameHas<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  search: string | null | undefined,
): SelectQueryBuilder<T> {
  const text = foldName(search?.trim() ?? "");
  if (text === "") return query;
  const pattern = `%${text.replace(/[!%_]/g, "!$&")}%`;
  return query.andWhere(`${query.alias}.foldedName LIKE :namePattern ESCAPE '!'`, { namePattern: pattern });
}
