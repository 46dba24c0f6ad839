import type { Refusal } from "../lib/refusal.js";
import { errorsText } from "../messages/errors.js";

/** What a person reads about a refusal: the server's own words, or ours where it has none. */
export function refusalText({ code, message, retryAfterSeconds }: Refusal): string {
  if (code === "NETWORK") return errorsText.network;
  if (code === "UNREADABLE") return errorsText.unreadable;
  if (code === "INTERNAL_SERVER_ERROR") return errorsText.internal;
  const later = retryAfterSeconds === undefined ? "" : ` ${errorsText.retryAfter(retryAfterSeconds)}`;
  return message + later;
}
