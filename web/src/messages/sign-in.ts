export const signInText = {
  title: "Sign in",
  lead: "API keys and workflows of your organization.",
  noAccount: "No account yet? An owner or admin of your organization can invite you.",
  email: "E-mail",
  password: "Password",
  submit: "Sign in",
  missingPassword: "Give your password.",
  failed: "Sign-in failed",
};
