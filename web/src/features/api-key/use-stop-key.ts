import { useApolloClient, useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { keyChangesText } from "../../messages/key-changes.js";
import {
  DeleteApiKeyDocument,
  KEY_LISTS,
  RevokeApiKeyDocument,
  SetApiKeyEnabledDocument,
} from "./api-key.graphql.js";
import { ApiKeyDetailsDocument, ApiKeyHistoryDocument } from "./key-detail.graphql.js";

export type StopAction = "DISABLE" | "REVOKE" | "DELETE";

/** Stops a key. True when it is stopped, also where somebody else was faster to delete it. */
export function useStopKey(action: StopAction, { id, name }: { id: string; name: string }) {
  const client = useApolloClient();
  const [disable] = useMutation(SetApiKeyEnabledDocument);
  const [revoke] = useMutation(RevokeApiKeyDocument);
  const [remove] = useMutation(DeleteApiKeyDocument);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const send = (reason: string | null): Promise<unknown> => {
    if (action === "DISABLE") return disable({ variables: { id, enabled: false } });
    return action === "REVOKE" ? revoke({ variables: { id, reason } }) : remove({ variables: { id } });
  };

  /** A deleted row leaves every list at once; the refetched totals follow. */
  function settle() {
    if (action !== "DELETE") {
      void client.refetchQueries({ include: [...KEY_LISTS, ApiKeyDetailsDocument, ApiKeyHistoryDocument] });
      return;
    }
    client.cache.evict({ id: client.cache.identify({ __typename: "ApiKey", id }) });
    client.cache.gc();
    void client.refetchQueries({ include: KEY_LISTS });
  }

  async function stop(reason: string | null): Promise<boolean> {
    setBusy(true);
    setRefusal(null);
    try {
      await send(reason);
      notifications.show({ message: keyChangesText.stop[action].done(name) });
    } catch (error) {
      const found = refusalFrom(error);
      if (action !== "DELETE" || found.code !== "NOT_FOUND") {
        setRefusal(found);
        return false;
      }
      // Somebody was faster, and what was asked for is so.
      notifications.show({ message: apiKeysText.alreadyDeleted(name) });
    } finally {
      setBusy(false);
    }
    settle();
    return true;
  }

  return { stop, busy, refusal };
}
