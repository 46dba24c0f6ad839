export const oneTimeSecretText = {
  once: "This is the only time it is shown. Store it where your secrets live.",
  copyEnv: "Copy as .env line",
  copyFailed: "The browser did not allow copying. Select the text and copy it by hand.",
  examples: "Use it",
  close: "Close",
  uncopied: "You have not copied it, and it cannot be shown again.",
  goBack: "Go back",
  closeAnyway: "Close without copying",
  secret: "Secret",
};
