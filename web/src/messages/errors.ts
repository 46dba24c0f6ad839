import { count } from "./counting.js";

export const errorsText = {
  title: "This could not be loaded",
  network: "No answer from the server. Check the connection, then try again.",
  unreadable: "The server's answer could not be read. Try again in a moment.",
  internal: "Something went wrong on the server.",
  retryAfter: (seconds: number) => `Try again in ${count(seconds, "second", "seconds")}.`,
  requestId: "Request id",
  requestIdHint: "The server's log has the details under this id.",
  goneTitle: "No longer here",
  gone: "It was deleted meanwhile, or you may no longer see it.",
  formTitle: "This was not saved",
  unexpectedTitle: "This page stopped working",
  unexpected: "Loading it again usually helps.",
  reload: "Load again",
};
