import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import type { ApiKeyRowFragment, ExpiryPolicy } from "../../gql/graphql.js";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import { DAY } from "../../lib/time.js";
import {
  DeleteApiKeyDocument,
  KEY_LISTS,
  MendApiKeyDocument,
  RevokeApiKeyDocument,
  SetApiKeyEnabledDocument,
} from "./api-key.graphql.js";

export const BULK_ACTIONS = ["DISABLE", "ENABLE", "REVOKE", "DELETE"] as const;
/** EXPIRE and LOWER are what key safety proposes besides: an end, and a lesser role. */
export type BulkAction = (typeof BULK_ACTIONS)[number] | "EXPIRE" | "LOWER";

/** The keys on which the action has an effect. */
export function keysFor(action: BulkAction, keys: readonly ApiKeyRowFragment[]): ApiKeyRowFragment[] {
  return keys.filter(({ status, role, viewerCanUpdate }) => {
    if (action === "EXPIRE" || action === "LOWER")
      return viewerCanUpdate && status !== "REVOKED" && (action === "EXPIRE" || role === "PRIVILEGED");
    if (action === "ENABLE") return status === "DISABLED";
    if (action === "DISABLE") return status !== "DISABLED" && status !== "REVOKED";
    return action === "DELETE" || status !== "REVOKED";
  });
}

export const isFinal = (action: BulkAction): boolean => action === "REVOKE" || action === "DELETE";

/** Whether calls that work now are refused afterwards. */
export const stops = (action: BulkAction): boolean => isFinal(action) || action === "DISABLE";

export const usedToday = (key: ApiKeyRowFragment, now: Date): boolean =>
  key.lastUsedAt !== null && now.getTime() - new Date(key.lastUsedAt).getTime() < DAY;

/** What is asked besides which keys. */
export interface BulkDetails {
  reason: string | null;
  /** The term that EXPIRE gives. */
  expiry: ExpiryPolicy;
}

export type Outcome = "done" | "gone" | Refusal;

/** So many at once: the server writes one after the other anyway. */
const AT_ONCE = 4;

/** One mutation for each key, so that each has an outcome of its own. */
export function useBulkChange(action: BulkAction, keys: readonly ApiKeyRowFragment[]) {
  const client = useApolloClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [started, setStarted] = useState(false);

  async function change(id: string, { reason, expiry }: BulkDetails): Promise<unknown> {
    if (action === "EXPIRE" || action === "LOWER") {
      const mended = action === "EXPIRE" ? { expiry: { policy: expiry } } : { role: "VIEWER" as const };
      return client.mutate({ mutation: MendApiKeyDocument, variables: { id, ...mended } });
    }
    if (action === "REVOKE")
      return client.mutate({ mutation: RevokeApiKeyDocument, variables: { id, reason } });
    if (action === "DELETE") return client.mutate({ mutation: DeleteApiKeyDocument, variables: { id } });
    const variables = { id, enabled: action === "ENABLE" };
    return client.mutate({ mutation: SetApiKeyEnabledDocument, variables });
  }

  async function one(id: string, details: BulkDetails) {
    const outcome = await change(id, details).then(
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

  async function run(details: BulkDetails) {
    setStarted(true);
    const waiting = [...keys];
    const worker = async () => {
      for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) await one(key.id, details);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    client.cache.gc();
    void client.refetchQueries({ include: KEY_LISTS });
  }

  return { run, started, finished: outcomes.size === keys.length, outcomes };
}
