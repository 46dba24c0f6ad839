import type { ApiKeyRole } from "../../gql/graphql.js";

export interface Holder {
  name: string;
  role: ApiKeyRole;
}

const QUERY = "{ viewer { ... on ApiKey { name role } } }";

/** Whose key it is, as the server tells the key itself; a refusal's words when it does not work. */
export async function whoHolds(secret: string): Promise<{ holder: Holder } | { refused: string }> {
  const response = await fetch("/graphql", {
    method: "POST",
    credentials: "omit",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${secret}` },
    body: JSON.stringify({ query: QUERY }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { viewer: Holder | null };
    errors?: { message: string }[];
  };
  if (data?.viewer) return { holder: data.viewer };
  return { refused: errors?.[0]?.message ?? "" };
}
