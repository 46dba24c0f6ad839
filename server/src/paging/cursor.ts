import { badUserInput } from "../errors.js";

/** Where a page ended: the last row's value in the order's column, and its id. */
export interface Position {
  /** Null: the row had none. */
  value: string | Date | null;
  id: string;
}

/** Opaque to callers: base64url of a small JSON array. It grants nothing; rights are checked on each page. */
export function encodeCursor({ value, id }: Position): string {
  const parts =
    value === null
      ? ["n", "", id]
      : value instanceof Date
        ? ["t", value.toISOString(), id]
        : ["s", value, id];
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** Refuses, as `after`, everything that encodeCursor did not write for such an order. */
export function decodeCursor(cursor: string, kind: "time" | "text"): Position {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parts) && parts.length === 3) {
      const [tag, value, id] = parts;
      if (typeof value === "string" && typeof id === "string") {
        const position = { value: tag === "n" ? null : kind === "time" ? new Date(value) : value, id };
        // JSON and base64url have many spellings, encodeCursor has one; another order has another tag.
        if (encodeCursor(position) === cursor) return position;
      }
    }
  } catch {
    // Not base64url of JSON, or not a time: refused below.
  }
  throw badUserInput([{ path: "after", message: "Give an endCursor of this same list, unchanged." }]);
}
