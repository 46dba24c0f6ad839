import type { ApolloCache } from "@apollo/client";
import { useApolloClient, useMutation } from "@apollo/client/react";
import { Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import type { ApiKeyRowFragment } from "../../gql/graphql.js";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import { apiKeysText } from "../../messages/api-keys.js";
import {
  DeleteApiKeyDocument,
  OrganizationApiKeysDocument,
  ProjectApiKeysDocument,
} from "./api-key.graphql.js";

const text = apiKeysText;
const LISTS = [OrganizationApiKeysDocument, ProjectApiKeysDocument];

export function DeleteKeyDialog({ apiKey, onClose }: { apiKey: ApiKeyRowFragment; onClose: () => void }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const client = useApolloClient();
  const [remove, { loading }] = useMutation(DeleteApiKeyDocument, {
    variables: { id: apiKey.id },
    update: forget,
    refetchQueries: LISTS,
  });

  /** The row leaves every list at once; the refetched totals follow. */
  function forget(cache: ApolloCache) {
    cache.evict({ id: cache.identify({ __typename: "ApiKey", id: apiKey.id }) });
    cache.gc();
  }

  async function confirm() {
    setRefusal(null);
    try {
      await remove();
      notifications.show({ message: text.deleted(apiKey.name) });
    } catch (error) {
      const found = refusalFrom(error);
      if (found.code !== "NOT_FOUND") {
        setRefusal(found);
        return;
      }
      // Somebody was faster, and what was asked for is so.
      forget(client.cache);
      void client.refetchQueries({ include: LISTS });
      notifications.show({ message: text.alreadyDeleted(apiKey.name) });
    }
    onClose();
  }

  return (
    <ConfirmDialog
      title={text.deleteTitle(apiKey.name)}
      lead={
        <Stack gap="xs">
          <Text size="sm">{text.deleteLead(apiKey.preview)}</Text>
          <Text size="sm">{text.deleteFinal}</Text>
        </Stack>
      }
      confirmLabel={text.deleteSubmit}
      failedTitle={text.deleteFailed}
      busy={loading}
      refusal={refusal}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
