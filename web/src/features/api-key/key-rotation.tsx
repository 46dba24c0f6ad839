import { useApolloClient, useMutation } from "@apollo/client/react";
import { Alert, Button, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { Moment } from "../../components/moment.js";
import { useNow } from "../../lib/now.js";
import { keyChangesText } from "../../messages/key-changes.js";
import { KEY_LISTS } from "./api-key.graphql.js";
import { mayMissCalls } from "./count-delay.js";
import { ApiKeyHistoryDocument, FinishApiKeyRotationDocument } from "./key-detail.graphql.js";
import type { KeyDetails } from "./key-lock.js";

const text = keyChangesText;

interface Props {
  apiKey: KeyDetails;
  rotation: NonNullable<KeyDetails["rotation"]>;
  mayFinish: boolean;
  onBusy: (busy: boolean) => void;
}

/** While two secrets work: who still comes with the older one, and a way to end it. */
export function KeyRotation({ apiKey, rotation, mayFinish, onBusy }: Props) {
  const [asking, setAsking] = useState(false);
  const { previousPreview, previousExpiresAt, previousLastUsedAt, previousUseCount: uses } = rotation;
  const isEarly = mayMissCalls([rotation.startedAt], useNow());
  const ask = (open: boolean) => {
    setAsking(open);
    onBusy(open);
  };
  return (
    <Alert variant="light" color="teal" icon={<IconRefresh aria-hidden />} title={text.rotationTitle}>
      <Text size="sm" component="p" m={0}>
        {text.rotationLead(previousPreview)} <Moment at={previousExpiresAt} as="date" /> (
        <Moment at={previousExpiresAt} />
        ).
      </Text>
      <Text size="sm" component="p" m={0} mt={4}>
        {text.rotationCalls(uses)}
        {uses > 0 && previousLastUsedAt !== null && (
          <>
            {" "}
            <Moment at={previousLastUsedAt} />.
          </>
        )}{" "}
        {uses > 0 ? text.rotationUnsafe : isEarly ? text.rotationEarly : text.rotationSafe}
      </Text>
      <Text size="xs" c="dimmed" mt={4}>
        {text.countDelay}
      </Text>
      {mayFinish && (
        <Button size="xs" variant="default" mt="sm" onClick={() => ask(true)}>
          {text.finish}
        </Button>
      )}
      {asking && <FinishDialog apiKey={apiKey} preview={previousPreview} onClose={() => ask(false)} />}
    </Alert>
  );
}

function FinishDialog(props: { apiKey: KeyDetails; preview: string; onClose: () => void }) {
  const { apiKey, preview, onClose } = props;
  const client = useApolloClient();
  const [finish] = useMutation(FinishApiKeyRotationDocument);

  async function confirm() {
    await finish({ variables: { id: apiKey.id } });
    notifications.show({ message: text.finished(apiKey.name) });
    void client.refetchQueries({ include: [...KEY_LISTS, ApiKeyHistoryDocument] });
    onClose();
  }

  return (
    <ConfirmDialog
      title={text.finishTitle}
      lead={<Text size="sm">{text.finishLead(preview)}</Text>}
      confirmLabel={text.finishSubmit}
      failedTitle={text.finishFailed}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
