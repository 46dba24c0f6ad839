/** What a request says of where it comes from. */
export interface RequestOrigin {
  origin: string | undefined;
  fetchSite: string | undefined;
  host: string | undefined;
}

/**
 * Whether a request that lives on a browser's cookie comes from Postern's own pages. Browsers say so by
 * Sec-Fetch-Site; on plain http in a local network they leave it out, and Origin must match. A client that
 * sends neither is no browser, and has no cookie that somebody else could borrow.
 */
export function isOwnOrigin({ origin, fetchSite, host }: RequestOrigin, publicUrl: string): boolean {
  if (fetchSite !== undefined) return fetchSite === "same-origin" || fetchSite === "none";
  if (origin === undefined) return true;
  return origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === host);
}
