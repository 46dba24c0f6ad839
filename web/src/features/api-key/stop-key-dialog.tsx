import { useQuery } from "@apollo/client/react";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { reasonRule } from "@postern/shared";
import { type FormEvent, useState } from "react";
import { AlertDialog } from "../../components/alert-dialog.js";
import { RefusalAlert } from "../../components/refusal-alert.js";
import type { ApiKeyRowFragment } from "../../gql/graphql.js";
import { optional, textOrNull } from "../../lib/form-rules.js";
import { useNow } from "../../lib/now.js";
import { commonText } from "../../messages/common.js";
import { keyChangesText } from "../../messages/key-changes.js";
import { ApiKeyImpactDocument } from "./key-detail.graphql.js";
import { KeyImpact } from "./key-impact.js";
import { isFresh, type StoppedKey, stopReasons } from "./stop-reasons.js";
import { type StopAction, useStopKey } from "./use-stop-key.js";

export type { StopAction } from "./use-stop-key.js";

const text = keyChangesText;

interface Props {
  action: StopAction;
  apiKey: StoppedKey & Pick<ApiKeyRowFragment, "id" | "name" | "preview">;
  onClose: () => void;
  /** It was done; the dialog closes as well. */
  onDone?: () => void;
}

/**
 * Asks before a key is stopped, and says what will break. What is in use or reaches everywhere is not stopped
 * for good by one click too many: its name must be typed.
 */
export function StopKeyDialog({ action, apiKey, onClose, onDone }: Props) {
  const words = text.stop[action];
  const { stop, busy, refusal } = useStopKey(action, apiKey);
  const isDead = apiKey.status === "REVOKED";
  const impact = useQuery(ApiKeyImpactDocument, {
    skip: isDead,
    variables: { id: apiKey.id },
    fetchPolicy: "network-only",
  });
  const found = impact.data?.apiKeyImpact;
  const now = useNow();
  const why = stopReasons(apiKey, now, found?.lastCallAt).map((reason) => text.typeBecause[reason]);
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const reasonFault = optional(reasonRule)(reason);
  const confirmed = (why.length === 0 || typed.trim() === apiKey.name) && reasonFault === null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!confirmed || !(await stop(textOrNull(reason)))) return;
    onClose();
    onDone?.();
  }

  return (
    <AlertDialog
      title={words.title(apiKey.name)}
      lead={<Text size="sm">{isDead ? text.deleteRevoked : words.lead(apiKey.preview)}</Text>}
      onDismiss={busy ? undefined : onClose}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <RefusalAlert title={words.failed} refusal={refusal} />
          {!isDead && (
            <KeyImpact
              impact={found ?? null}
              lastUsedAt={apiKey.lastUsedAt}
              isFresh={isFresh(apiKey, now)}
              state={impact.error ? "unknown" : found === undefined ? "loading" : "known"}
            />
          )}
          {action === "REVOKE" && (
            <TextInput
              label={`${text.reason} (${commonText.optional})`}
              description={text.reasonHint}
              value={reason}
              error={reasonFault}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
          )}
          {why.length > 0 && (
            <TextInput
              label={text.typeName(apiKey.name)}
              description={why.join(" ")}
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} disabled={busy} data-autofocus>
              {commonText.cancel}
            </Button>
            <Button type="submit" color="red" loading={busy} disabled={!confirmed}>
              {words.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </AlertDialog>
  );
}
