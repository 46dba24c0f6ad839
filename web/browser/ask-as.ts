import type { Visitor } from "./browser.js";

/** Asks the API as whoever is signed in there, without a page. Throws what was refused. */
export async function askAs<T>({ page, origin }: Visitor, query: string, variables: object = {}): Promise<T> {
  const response = await page.request.post(`${origin}/graphql`, {
    headers: { Origin: origin },
    data: { query, variables },
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data as T;
}
