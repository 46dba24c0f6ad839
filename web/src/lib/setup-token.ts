/**
 * Takes the set-up token out of the address (`/setup#token=…`) and leaves no trace of it there: a fragment
 * reaches no server and no log, and after this neither the address bar nor the history holds it.
 */
export function takeSetupToken(): string {
  const token = new URLSearchParams(window.location.hash.slice(1)).get("token") ?? "";
  if (token !== "") {
    window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
  }
  return token.trim();
}
