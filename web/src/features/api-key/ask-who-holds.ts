import type { ApiKeyRole } from "@postern/shared";

export type KeyAnswer =
  | { works: true; name: string; role: ApiKeyRole }
  | { works: false; message: string | null };

interface Answer {
  data?: { viewer: { name: string; role: ApiKeyRole } | null } | null;
  errors?: { message: string }[];
}

/** Asks the API who holds this secret, as its holder would: without the browser's session, outside of Apollo. */
export async function askWhoHolds(secret: string): Promise<KeyAnswer> {
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      credentials: "omit",
      cache: "no-store",
      headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
      body: JSON.stringify({ query: "{ viewer { ... on ApiKey { name role } } }" }),
    });
    const { data, errors } = (await response.json()) as Answer;
    const viewer = data?.viewer;
    if (viewer) return { works: true, name: viewer.name, role: viewer.role };
    return { works: false, message: errors?.[0]?.message ?? null };
  } catch {
    return { works: false, message: null };
  }
}
