/** One line of CSV (RFC 4180), its end included. Null and undefined are empty cells. */
export const csvLine = (cells: readonly (string | null | undefined)[]): string =>
  `${cells.map((cell) => csvCell(cell ?? "")).join(",")}\r\n`;

/**
 * Names come from people, and a spreadsheet computes what begins like a formula; an apostrophe before it
 * makes it text (OWASP, CSV injection). Some take the full-width signs for the same.
 */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
