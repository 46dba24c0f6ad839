export const oneTimeSecretText = {
  once: "This is the only time it is shown. Store it where your secrets live.",
  copyEnv: "Copy as .env line",
  download: "Download .env",
  copyFailed: "The browser did not allow copying. Select the text and copy it by hand.",
  examples: "Use it",
  close: "Close",
  uncopied: "You have neither copied nor downloaded it, and it cannot be shown again.",
  goBack: "Go back",
  closeAnyway: "Close without it",
  secret: "Secret",
};
