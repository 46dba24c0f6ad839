import { Alert, Group, Stack, Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { CopyButton } from "../../components/copy-button.js";
import { TextLink } from "../../components/links.js";
import { StatusWord } from "../../components/status-word.js";
import { useNow } from "../../lib/now.js";
import { keyDetailText } from "../../messages/key-detail.js";
import { KeyActions } from "./key-actions.js";
import { KeyDenials } from "./key-denials.js";
import { KeyExecutions } from "./key-executions.js";
import { Kind } from "./key-fact.js";
import { KeyHistory } from "./key-history.js";
import { type DrawerPlace, isInherited, type KeyDetails, lockReason, offersFor } from "./key-lock.js";
import { KeyRotation } from "./key-rotation.js";
import { KeySettings } from "./key-settings.js";
import { keyStatus } from "./key-status.js";
import { KeyUsage } from "./key-usage.js";

const text = keyDetailText;

interface Props {
  apiKey: KeyDetails;
  place: DrawerPlace;
  /** While a dialog lies over the drawer. */
  onBusy: (busy: boolean) => void;
  /** The key was deleted. */
  onGone: () => void;
}

/** What the drawer shows of a key that is there. */
export function KeyDetail({ apiKey, place, onBusy, onGone }: Props) {
  const now = useNow();
  const [editing, setEditing] = useState(false);
  const offers = offersFor(apiKey, place);
  const status = keyStatus(apiKey, now);
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Group gap="xs">
          <StatusWord {...status} />
          <Kind apiKey={apiKey} />
          <span className="mono">{apiKey.preview}…</span>
          <CopyButton text={apiKey.id} label={text.copyId} size="compact-xs" />
        </Group>
        {status.hint !== undefined && apiKey.status !== "ACTIVE" && (
          <Text size="sm" c="dimmed">
            {status.hint}
          </Text>
        )}
        {apiKey.description !== null && (
          <Text size="sm" style={{ whiteSpace: "pre-line" }}>
            {apiKey.description}
          </Text>
        )}
      </Stack>
      <Locked apiKey={apiKey} place={place} />
      <KeyActions
        apiKey={apiKey}
        offers={offers}
        onBusy={onBusy}
        onEdit={() => setEditing(true)}
        onGone={onGone}
      />
      {apiKey.rotation !== null && (
        <KeyRotation apiKey={apiKey} rotation={apiKey.rotation} mayFinish={offers.finish} onBusy={onBusy} />
      )}
      <KeySettings
        apiKey={apiKey}
        mayEdit={offers.edit}
        editing={editing}
        onEditing={setEditing}
        onBusy={onBusy}
      />
      <KeyUsage days={apiKey.usage} />
      <KeyDenials denials={apiKey.denials} />
      <KeyExecutions apiKey={apiKey} />
      {apiKey.organization.viewerPermissions.includes("auditLog:read") && <KeyHistory apiKey={apiKey} />}
    </Stack>
  );
}

/** Why nothing, or little, is offered, and where to go. */
function Locked({ apiKey, place }: { apiKey: KeyDetails; place: DrawerPlace }) {
  const reason = lockReason(apiKey, place);
  if (reason === null) return null;
  const leads =
    isInherited(apiKey, place) && apiKey.organization.viewerPermissions.includes("organizationApiKey:read");
  return (
    <Alert variant="light" color="gray" icon={<IconLock aria-hidden />} p="sm">
      <Text size="sm">{reason}</Text>
      {leads && (
        <TextLink
          to="/o/$org/api-keys/$key"
          params={{ org: apiKey.organization.slug, key: apiKey.id }}
          fz="sm"
        >
          {text.openAtOrganization}
        </TextLink>
      )}
    </Alert>
  );
}
