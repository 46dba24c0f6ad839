import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import type { ApiKeyRowFragment } from "../../gql/graphql.js";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import { DAY } from "../../lib/time.js";
import {
  DeleteApiKeyDocument,
  KEY_LISTS,
  RevokeApiKeyDocument,
  SetApiKeyEnabledDocument,
} from "./api-key.graphql.js";

export const BULK_ACTIONS = ["DISABLE", "ENABLE", "REVOKE", "DELETE"] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** The keys on which the action has an effect. */
export function keysFor(action: BulkAction, keys: readonly ApiKeyRowFragment[]): ApiKeyRowFragment[] {
  return keys.filter(({ status }) => {
    if (action === "ENABLE") return status === "DISABLED";
    if (action === "DISABLE") return status !== "DISABLED" && status !== "REVOKED";
    return action === "DELETE" || status !== "REVOKED";
  });
}

export const isFinal = (action: BulkAction): boolean => action === "REVOKE" || action === "DELETE";

export const usedToday = (key: ApiKeyRowFragment, now: Date): boolean =>
  key.lastUsedAt !== null && now.getTime() - new Date(key.lastUsedAt).getTime() < DAY;

export type Outcome = "done" | "gone" | Refusal;

/** So many at once: the server writes one after the other anyway. */
const AT_ONCE = 4;

/** One mutation for each key, so that each has an outcome of its own. */
export function useBulkChange(action: BulkAction, keys: readonly ApiKeyRowFragment[]) {
  const client = useApolloClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [started, setStarted] = useState(false);

  async function change(id: string, reason: string | null): Promise<unknown> {
    if (action === "REVOKE")
      return client.mutate({ mutation: RevokeApiKeyDocument, variables: { id, reason } });
    if (action === "DELETE") return client.mutate({ mutation: DeleteApiKeyDocument, variables: { id } });
    const variables = { id, enabled: action === "ENABLE" };
    return client.mutate({ mutation: SetApiKeyEnabledDocument, variables });
  }

  async function one(id: string, reason: string | null) {
    const outcome = await change(id, reason).then(
      (): Outcome => "done",
      (error: unknown): Outcome => {
        const refusal = refusalFrom(error);
        // Somebody was faster, and what was asked for is so.
        return action === "DELETE" && refusal.code === "NOT_FOUND" ? "gone" : refusal;
      },
    );
    setOutcomes((before) => new Map(before).set(id, outcome));
    if (action === "DELETE" && typeof outcome === "string") {
      client.cache.evict({ id: client.cache.identify({ __typename: "ApiKey", id }) });
    }
  }

  async function run(reason: string | null) {
    setStarted(true);
    const waiting = [...keys];
    const worker = async () => {
      for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) await one(key.id, reason);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    client.cache.gc();
    void client.refetchQueries({ include: KEY_LISTS });
  }

  return { run, started, finished: outcomes.size === keys.length, outcomes };
}
