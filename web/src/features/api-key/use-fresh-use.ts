import { useApolloClient } from "@apollo/client/react";
import { PAGE_SIZE_MAX } from "@postern/shared";
import { useEffect, useState } from "react";
import type { KeyUseFragment } from "../../gql/graphql.js";
import { OrganizationKeysUseDocument, ProjectKeysUseDocument } from "./api-key.graphql.js";
import type { LookUpPlace } from "./use-pasted-key.js";

/**
 * How the keys are used by now: a list may have stood open since the morning. Undefined until it is known; what
 * could not be asked for is missing.
 */
export function useFreshUse(
  place: LookUpPlace,
  ids: readonly string[],
): ReadonlyMap<string, KeyUseFragment> | undefined {
  const client = useApolloClient();
  const [found, setFound] = useState<ReadonlyMap<string, KeyUseFragment>>();
  // The dialog asks about the keys with which it opened.
  const [asked] = useState({ place, ids });

  useEffect(() => {
    let isGone = false;
    const ask = async (some: string[]): Promise<KeyUseFragment[]> => {
      const options = { fetchPolicy: "no-cache" } as const;
      const answer =
        "projectId" in asked.place
          ? client
              .query({
                query: ProjectKeysUseDocument,
                variables: { project: asked.place.projectId, ids: some },
                ...options,
              })
              .then(({ data }) => data?.project)
          : client
              .query({
                query: OrganizationKeysUseDocument,
                variables: { organization: asked.place.organizationId, ids: some },
                ...options,
              })
              .then(({ data }) => data?.organization);
      const owner = await answer.catch(() => null);
      return owner?.apiKeys?.edges.map(({ node }) => node) ?? [];
    };
    const parts = Array.from({ length: Math.ceil(asked.ids.length / PAGE_SIZE_MAX) }, (_, part) =>
      asked.ids.slice(part * PAGE_SIZE_MAX, (part + 1) * PAGE_SIZE_MAX),
    );
    void Promise.all(parts.map(ask)).then((keys) => {
      if (!isGone) setFound(new Map(keys.flat().map((key) => [key.id, key])));
    });
    return () => {
      isGone = true;
    };
  }, [client, asked]);
  return found;
}
