export const signInText = {
  title: "Sign in",
  lead: "API keys and workflows of your organization.",
  leadNext: "Sign in to go on to the page that you asked for.",
  leads: {
    ended: "Your session has ended. Sign in to go on to the page that you were on.",
    "signed-out": "You signed out in another tab of this browser.",
  },
  noAccount: "No account yet? An owner or admin of your organization can invite you.",
  email: "E-mail",
  password: "Password",
  submit: "Sign in",
  missingPassword: "Give your password.",
  failed: "Sign-in failed",
};

export const sessionOverText = {
  title: "Your session has ended",
  lead: "Give your password to go on. This page and all that you typed stay as they are.",
  somebodyElse: "Sign in as somebody else",
  /** Of a change that was asked for too late. */
  tooLate: "Your session had ended, so this did not happen. Try again.",
};
