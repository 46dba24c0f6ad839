import { ActionIcon, Group, Loader, Paper, Stack, Text } from "@mantine/core";
import { IconKey, IconKeyOff, IconX } from "@tabler/icons-react";
import { TextLink } from "../../components/links.js";
import { RequestId } from "../../components/refusal-alert.js";
import { refusalText } from "../../components/refusal-text.js";
import { StatusWord } from "../../components/status-word.js";
import type { ApiKeyRowFragment } from "../../gql/graphql.js";
import { useNow } from "../../lib/now.js";
import { relativeTime } from "../../lib/time.js";
import { keyListsText } from "../../messages/key-lists.js";
import { KeyLink } from "./key-link.js";
import type { KeyPlace } from "./key-list.js";
import { keyStatus } from "./key-status.js";
import type { PastedResult } from "./use-pasted-key.js";

const text = keyListsText.pasted;

interface Props {
  result: PastedResult;
  place: KeyPlace;
  onClose: () => void;
}

/** Whose key was pasted, beside the field that is empty again. */
export function PastedKeyCard({ result, place, onClose }: Props) {
  const found = result.state === "found";
  const CardIcon = found ? IconKey : IconKeyOff;
  return (
    <Paper component="section" withBorder bg="var(--surface)" p="md" mb="md" aria-label={text.label}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <Group align="flex-start" wrap="nowrap" gap="sm" role="status">
          {result.state === "looking" ? <Loader size={20} /> : <CardIcon size={20} aria-hidden />}
          <Stack gap={4}>
            {found ? <Found {...result} place={place} /> : <NotFound result={result} place={place} />}
            <Text size="xs" c="dimmed">
              {text.cleared}
            </Text>
          </Stack>
        </Group>
        <ActionIcon variant="subtle" color="gray" aria-label={text.close} onClick={onClose}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </Paper>
  );
}

function Found({ apiKey, preview, place }: { apiKey: ApiKeyRowFragment; preview: string; place: KeyPlace }) {
  const now = useNow();
  const ago = (at: string) => relativeTime(new Date(at), now);
  const status = keyStatus(apiKey, now);
  const revoked = apiKey.status === "REVOKED" && apiKey.revokedAt !== null;
  const expired = apiKey.status === "EXPIRED" && apiKey.expiresAt !== null;
  return (
    <>
      <Text>
        {text.is} <FoundLink apiKey={apiKey} place={place} />
        {revoked
          ? text.state.revoked(ago(apiKey.revokedAt ?? ""))
          : expired
            ? text.state.expired(ago(apiKey.expiresAt ?? ""))
            : text.state.other(status.word)}
      </Text>
      <Group gap="sm">
        <StatusWord {...status} />
        <Text size="sm" c="dimmed">
          {status.hint} {apiKey.lastUsedAt === null ? text.unused : text.used(ago(apiKey.lastUsedAt))}
        </Text>
      </Group>
      {preview !== apiKey.preview && (
        <Text size="sm">
          {apiKey.rotation?.previousPreview === preview
            ? text.olderWorks(ago(apiKey.rotation.previousExpiresAt))
            : text.olderDead}
        </Text>
      )}
    </>
  );
}

/** Opens over the list in which the reader is when the key is in it, else over the organization's. */
function FoundLink({ apiKey, place }: { apiKey: ApiKeyRowFragment; place: KeyPlace }) {
  const elsewhere = place.seesOrganizationKeys && apiKey.project?.slug !== place.project;
  if (place.project !== undefined && !elsewhere) return <KeyLink apiKey={apiKey} place={place} />;
  return (
    <TextLink
      to="/o/$org/api-keys/$key"
      params={{ org: place.organization, key: apiKey.id }}
      search={apiKey.level === "PROJECT" ? { tab: "projects" } : {}}
      inherit
      fw={600}
    >
      <bdi>{apiKey.name}</bdi>
    </TextLink>
  );
}

function NotFound({ result, place }: { result: Exclude<PastedResult, { state: "found" }>; place: KeyPlace }) {
  if (result.state === "looking") return <Text>{text.looking}</Text>;
  if (result.state === "failed") {
    return (
      <>
        <Text fw={600}>{text.failed}</Text>
        <Text size="sm">{refusalText(result.refusal)}</Text>
        <RequestId refusal={result.refusal} />
      </>
    );
  }
  const here = place.project === undefined || place.seesOrganizationKeys;
  const unknownLead = here ? text.unknownLead : text.unknownProject;
  return (
    <>
      <Text fw={600}>{result.state === "part" ? text.part : text.unknown}</Text>
      <Text size="sm">{result.state === "part" ? text.partLead : unknownLead}</Text>
    </>
  );
}
