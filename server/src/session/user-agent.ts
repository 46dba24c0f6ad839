/** Characters that are kept of a User-Agent. */
export const USER_AGENT_MAX = 255;

/**
 * What is kept of a User-Agent header: one short line that says which of their browsers a person looks at. A
 * browser may say anything in it, so nothing is decided by it. Null where nothing is left.
 */
export function keptUserAgent(header: string | null): string | null {
  const seen = (header ?? "").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "").trim();
  return seen.slice(0, USER_AGENT_MAX).trimEnd() || null;
}
