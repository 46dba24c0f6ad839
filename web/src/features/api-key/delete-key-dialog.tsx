import { useMutation } from "@apollo/client/react";
import { Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { messages } from "../../app/messages.js";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import type { ApiKeyRowFragment } from "../../gql/graphql.js";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import {
  DeleteApiKeyDocument,
  OrganizationApiKeysDocument,
  ProjectApiKeysDocument,
} from "./api-key.graphql.js";

const text = messages.apiKeys;

export function DeleteKeyDialog({ apiKey, onClose }: { apiKey: ApiKeyRowFragment; onClose: () => void }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [remove, { loading }] = useMutation(DeleteApiKeyDocument, {
    variables: { id: apiKey.id },
    // The row leaves every list at once; the refetched totals follow.
    update(cache) {
      cache.evict({ id: cache.identify({ __typename: "ApiKey", id: apiKey.id }) });
      cache.gc();
    },
    refetchQueries: [OrganizationApiKeysDocument, ProjectApiKeysDocument],
  });

  async function confirm() {
    setRefusal(null);
    try {
      await remove();
      notifications.show({ message: text.deleted(apiKey.name) });
      onClose();
    } catch (error) {
      setRefusal(refusalFrom(error));
    }
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
