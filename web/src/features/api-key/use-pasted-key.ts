import { useApolloClient } from "@apollo/client/react";
import { useRef, useState } from "react";
import type { ApiKeyRowFragment } from "../../gql/graphql.js";
import { pastedKey } from "../../lib/pasted-key.js";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import { FindOrganizationKeyDocument, FindProjectKeyDocument } from "./api-key.graphql.js";

/** Where a pasted key is looked for: in the whole organization, or in a project by those who see no more. */
export type LookUpPlace = { organizationId: string } | { projectId: string };

export type PastedResult =
  | { state: "looking" }
  /** `preview` is what may be shown of the secret that was pasted. */
  | { state: "found"; apiKey: ApiKeyRowFragment; preview: string }
  | { state: "unknown" }
  | { state: "part" }
  | { state: "failed"; refusal: Refusal };

const PREVIEW = "pst_x_".length + 4;

/** Whose secret was pasted. The secret is a local variable of one question, and stays nowhere after it. */
export function usePastedKey(place: LookUpPlace) {
  const client = useApolloClient();
  const [result, setResult] = useState<PastedResult | null>(null);
  const asked = useRef(0);

  async function find(secret: string): Promise<ApiKeyRowFragment | null> {
    const options = { fetchPolicy: "no-cache" } as const;
    if ("projectId" in place) {
      const variables = { project: place.projectId, secret };
      const { data } = await client.query({ query: FindProjectKeyDocument, variables, ...options });
      return data?.project?.apiKeys?.edges[0]?.node ?? null;
    }
    const variables = { organization: place.organizationId, secret };
    const { data } = await client.query({ query: FindOrganizationKeyDocument, variables, ...options });
    return data?.organization?.apiKeys?.edges[0]?.node ?? null;
  }

  async function lookUp(secret: string) {
    const turn = ++asked.current;
    setResult({ state: "looking" });
    const answer = await find(secret).then(
      (apiKey): PastedResult =>
        apiKey === null
          ? { state: "unknown" }
          : { state: "found", apiKey, preview: secret.slice(0, PREVIEW) },
      (error: unknown): PastedResult => ({ state: "failed", refusal: refusalFrom(error) }),
    );
    if (asked.current === turn) setResult(answer);
  }

  return {
    result,
    /** True when the text held a secret or a part of one, which then must stay out of the field. */
    take(text: string): boolean {
      const found = pastedKey(text);
      if (found === null) return false;
      if (found.whole) void lookUp(found.secret);
      else {
        asked.current++;
        setResult({ state: "part" });
      }
      return true;
    },
    close() {
      asked.current++;
      setResult(null);
    },
  };
}
