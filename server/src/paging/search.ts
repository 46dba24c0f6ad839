import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";

/** A name as it is searched and sorted: the same on every database, whatever its own idea of letter case. */
export const foldName = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ς", "σ") // a sigma is written differently at a word's end, which a search need not reach
    .slice(0, 200)
    .replace(/[\ud800-\udbff]$/, ""); // half a character, cut just now

/** A text as a part of a LIKE pattern with ESCAPE '!', in which every character stands for itself. */
export const likePattern = (text: string): string => text.replace(/[!%_]/g, "!$&");

/** Keeps the rows whose name holds the text; the pattern characters of LIKE stand for themselves. */
export function whereNameHas<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  search: string | null | undefined,
): SelectQueryBuilder<T> {
  const text = foldName(search?.trim() ?? "");
  if (text === "") return query;
  return query.andWhere(`${query.alias}.foldedName LIKE :namePattern ESCAPE '!'`, {
    namePattern: `%${likePattern(text)}%`,
  });
}
