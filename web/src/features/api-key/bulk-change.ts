import { useApolloClient } from "@apollo/client/react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ApiKeyRowFragment, ExpiryPolicy } from "../../gql/graphql.js";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import { useLeaveQuestion } from "../../lib/use-leave-question.js";
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

/** What is asked besides which keys. */
export interface BulkDetails {
  reason: string | null;
  /** The term that EXPIRE gives. */
  expiry: ExpiryPolicy;
}

/** LEFT: somebody stopped the rest before its turn came. */
export type Outcome = "DONE" | "GONE" | "LEFT" | Refusal;

/** So many at once: the server writes one after the other anyway. */
const AT_ONCE = 4;
/** Often enough to be seen moving; each time costs a look at every row. */
const SHOWN_EVERY_MS = 250;

/** One mutation for each key, so that each has an outcome of its own and a failure stops no other. */
export function useBulkChange(action: BulkAction, keys: readonly ApiKeyRowFragment[]) {
  const client = useApolloClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [state, setState] = useState<"ASKED" | "RUNNING" | "STOPPING" | "FINISHED">("ASKED");
  const stopped = useRef(false);
  const question = useLeaveQuestion(() => state === "RUNNING" || state === "STOPPING", stop);
  const ended = useEffectEvent(question.back);
  // What nothing stands in the way of any more is no question.
  useEffect(() => {
    if (state === "FINISHED") ended();
  }, [state]);
  // Whoever leaves the page in spite of the question does not want the rest of it done unseen.
  useEffect(() => {
    stopped.current = false;
    return () => {
      stopped.current = true;
    };
  }, []);

  async function one(id: string, details: BulkDetails): Promise<Outcome> {
    try {
      // Past the cache, which would draw every list anew for each key; they are asked again at the end.
      await client.mutate({ ...changeOf(action, id, details), fetchPolicy: "no-cache" });
      return "DONE";
    } catch (error) {
      const refusal = refusalFrom(error);
      // Somebody was faster, and what was asked for is so.
      return action === "DELETE" && refusal.code === "NOT_FOUND" ? "GONE" : refusal;
    }
  }

  async function run(details: BulkDetails) {
    setState("RUNNING");
    const found = new Map<string, Outcome>();
    const waiting = keys.values();
    const worker = async () => {
      for (const { id } of waiting) found.set(id, stopped.current ? "LEFT" : await one(id, details));
    };
    const showing = setInterval(() => setOutcomes(new Map(found)), SHOWN_EVERY_MS);
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    clearInterval(showing);
    setOutcomes(found);
    setState("FINISHED");
    if (action === "DELETE") forget([...found].filter(([, one]) => one === "DONE" || one === "GONE"));
    void client.refetchQueries({ include: KEY_LISTS });
  }

  function forget(gone: [id: string, outcome: Outcome][]) {
    client.cache.batch({
      update: (cache) => {
        for (const [id] of gone) cache.evict({ id: cache.identify({ __typename: "ApiKey", id }) });
        cache.gc();
      },
    });
  }

  function stop() {
    stopped.current = true;
    setState("STOPPING");
  }

  return {
    run,
    stop,
    state,
    outcomes,
    question: { ...question, asking: question.asking && state !== "FINISHED" },
  };
}

/** The mutation that does it to one key. */
function changeOf(action: BulkAction, id: string, { reason, expiry }: BulkDetails) {
  switch (action) {
    case "EXPIRE":
      return { mutation: MendApiKeyDocument, variables: { id, expiry: { policy: expiry } } };
    case "LOWER":
      return { mutation: MendApiKeyDocument, variables: { id, role: "VIEWER" as const } };
    case "REVOKE":
      return { mutation: RevokeApiKeyDocument, variables: { id, reason } };
    case "DELETE":
      return { mutation: DeleteApiKeyDocument, variables: { id } };
    default:
      return { mutation: SetApiKeyEnabledDocument, variables: { id, enabled: action === "ENABLE" } };
  }
}
