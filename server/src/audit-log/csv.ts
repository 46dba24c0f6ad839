/** One line of CSV (RFC 4180), its end included. Null and undefined are empty cells. */
export const csvLine = (cells: readonly (string | null | undefined)[]): string =>
  `${cells.map((cell) => csvCell(cell ?? "")).join(",")}\r\n`;

/**
 * Names come from people, and a spreadsheet computes what begins like a formula; an apostrophe before it
 * makes it text (OWASP, CSV injection). Some take the full-width signs for the same, and where the comma
 * divides numbers a semicolon begins a cell, quotes or not.
 */
function csvCell(text: string): string {
  const safe = text.replace(/^(?=[=+\-@\t\r＝＋－＠])|(?<=;)(?=[=+\-@＝＋－＠])/g, "'");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
