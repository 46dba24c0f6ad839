export const signInText = {
  title: "Sign in",
  lead: "API keys and workflows of your organization.",
  email: "E-mail",
  password: "Password",
  submit: "Sign in",
  missingPassword: "Give your password.",
  failed: "Sign-in failed",
};
