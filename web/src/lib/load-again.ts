const KEY = "postern.loaded-again-for";
const ANSWER_WITHIN_MS = 5_000;

/** Loads the address anew, with all code, if the server answers; a page of the browser's own helps nobody. */
export async function loadAgain(): Promise<void> {
  if (await serverAnswers()) window.location.reload();
}

/**
 * The same, without being asked to and so only once for a cause: after an upgrade the code that a page asks
 * for is gone, and the address loaded anew asks for what there is now.
 */
export async function loadAgainOnce(cause: string): Promise<void> {
  const mark = `${window.location.pathname} ${cause}`;
  if (window.sessionStorage.getItem(KEY) === mark || !(await serverAnswers())) return;
  window.sessionStorage.setItem(KEY, mark);
  window.location.reload();
}

async function serverAnswers(): Promise<boolean> {
  try {
    const { ok } = await fetch(window.location.pathname, {
      headers: { Accept: "text/html" },
      cache: "no-store",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return ok;
  } catch {
    return false;
  }
}
