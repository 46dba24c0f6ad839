const ORIGIN = "http://origin.invalid";
const DOORS = ["/sign-in", "/setup"];

/**
 * The place to go to after signing in, as it came from the address bar. Only a path of this application is
 * followed: anything that a browser could read as another origin becomes "/".
 */
export function safeNextPath(next: unknown): string {
  if (typeof next !== "string" || !next.startsWith("/")) return "/";
  // Browsers drop tabs and line breaks from URLs and take a backslash for a slash: "/\t/evil" is "//evil".
  const unusual = [...next].some(
    (character) => character < " " || character === "\\" || character === "\x7f",
  );
  if (unusual || !URL.canParse(next, ORIGIN)) return "/";
  const url = new URL(next, ORIGIN);
  if (url.origin !== ORIGIN || url.pathname.startsWith("//") || DOORS.includes(url.pathname)) return "/";
  return url.pathname + url.search + url.hash;
}

/** Why somebody is asked to sign in who did not ask for it; without a word there is only a place to go on to. */
export type SignInReason = "ended" | "signed-out";

/** The address of the sign-in, to go on from there to `next`. */
export function signInAddress({ next, why }: { next?: string; why?: SignInReason }): string {
  const path = safeNextPath(next);
  const search = new URLSearchParams({ ...(path !== "/" && { next: path }), ...(why && { why }) });
  return `/sign-in?${search}`;
}

export const readSignInReason = (why: unknown): SignInReason | undefined =>
  why === "ended" || why === "signed-out" ? why : undefined;
