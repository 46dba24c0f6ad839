import { askAs } from "./ask-as.js";
import type { Visitor } from "./browser.js";
import type { Postern } from "./postern.js";

export const ADMIN = {
  name: "Ada Lovelace",
  email: "ada@example.com",
  password: "open sesame, open postern",
};

/** Sets the server up without its form, as main-job.test.ts does with it, and signs the visitor in. */
export async function setUp(visitor: Visitor, postern: Postern): Promise<void> {
  const token = new URL(postern.setupLink).hash.replace("#token=", "");
  const input = { token, ...ADMIN, organizationName: "Analytical Engines", sampleProject: true };
  await askAs(visitor, "mutation ($input: SetupInput!) { setup(input: $input) { __typename } }", { input });
}

export async function signIn(
  { page }: Visitor,
  { email, password }: { email: string; password: string } = ADMIN,
): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
