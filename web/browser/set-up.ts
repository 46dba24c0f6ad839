import type { Visitor } from "./browser.js";
import type { Postern } from "./postern.js";

export const ADMIN = {
  name: "Ada Lovelace",
  email: "ada@example.com",
  password: "open sesame, open postern",
};

/** Sets the server up without its form, as main-job.test.ts does with it, and signs the visitor in. */
export async function setUp({ page }: Visitor, postern: Postern): Promise<void> {
  const token = new URL(postern.setupLink).hash.replace("#token=", "");
  const response = await page.request.post(`${postern.url}/graphql`, {
    headers: { Origin: postern.url },
    data: {
      query: "mutation ($input: SetupInput!) { setup(input: $input) { __typename } }",
      variables: {
        input: { token, ...ADMIN, organizationName: "Analytical Engines", sampleProject: true },
      },
    },
  });
  const { errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
}

export async function signIn({ page }: Visitor): Promise<void> {
  await page.getByLabel("E-mail").fill(ADMIN.email);
  await page.getByRole("textbox", { name: "Password" }).fill(ADMIN.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
