export const connectionText = {
  offline: "You are offline. What you see may be old; it catches up by itself once you are back.",
  away: "The server does not answer. It may be restarting; this page tries again by itself.",
  again: "Connected again.",
};
