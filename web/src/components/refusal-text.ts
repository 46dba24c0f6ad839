import { messages } from "../app/messages.js";
import type { Refusal } from "../lib/refusal.js";

/** What a person reads about a refusal: the server's own words, or ours where it has none. */
export function refusalText({ code, message, retryAfterSeconds }: Refusal): string {
  if (code === "NETWORK") return messages.errors.network;
  if (code === "UNREADABLE") return messages.errors.unreadable;
  if (code === "INTERNAL_SERVER_ERROR") return messages.errors.internal;
  const later = retryAfterSeconds === undefined ? "" : ` ${messages.errors.retryAfter(retryAfterSeconds)}`;
  return message + later;
}
