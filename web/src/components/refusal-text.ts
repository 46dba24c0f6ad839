import type { Refusal } from "../lib/refusal.js";
import { momentText } from "../lib/time.js";
import { errorsText } from "../messages/errors.js";
import { sessionOverText } from "../messages/sign-in.js";

const INSTANT = /\b\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** What a person reads about a refusal: the server's own words, or ours where it has none. Instants are in the reader's time. */
export function refusalText({ code, reason, message, retryAfterSeconds }: Refusal): string {
  // Else the server tells programs how to send a key.
  if (code === "UNAUTHENTICATED" && reason === "MISSING") return sessionOverText.tooLate;
  if (code === "NETWORK") return errorsText.network;
  if (code === "UNREADABLE") return errorsText.unreadable;
  if (code === "INTERNAL_SERVER_ERROR") return errorsText.internal;
  const later = retryAfterSeconds === undefined ? "" : ` ${errorsText.retryAfter(retryAfterSeconds)}`;
  return message.replace(INSTANT, (instant) => momentText(new Date(instant))) + later;
}
