import { Badge, Text } from "@mantine/core";
import { Hint } from "../../components/hint.js";
import { Moment } from "../../components/moment.js";
import { Sparkline } from "../../components/sparkline.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { keyListsText } from "../../messages/key-lists.js";
import { KeyAccess } from "./key-access.js";
import type { KeyColumn } from "./key-columns.js";
import type { KeyEdge, KeyPlace } from "./key-list.js";

const text = keyListsText;

interface Props {
  column: KeyColumn;
  edge: KeyEdge;
  place: KeyPlace;
}

/** One fact of a key, the same in a cell of the table and on a card. */
export function KeyFact({ column, edge, place }: Props) {
  const { node } = edge;
  switch (column) {
    case "preview":
      return <span className="mono">{`${node.preview}…`}</span>;
    case "kind":
      return <Kind apiKey={node} />;
    case "role":
      return <Hint label={apiKeysText.roleHints[node.role]}>{apiKeysText.roles[node.role]}</Hint>;
    case "access":
      return <KeyAccess edge={edge} {...place} />;
    case "calls":
      return <Calls days={node.usage} />;
    case "lastUsed":
      return node.lastUsedAt === null ? text.neverUsed : <Moment at={node.lastUsedAt} />;
    case "expires":
      return node.expiresAt === null ? apiKeysText.never : <Moment at={node.expiresAt} as="date" />;
    case "createdBy":
      return <span className="key-person">{node.createdBy.name}</span>;
    case "created":
      return <Moment at={node.createdAt} />;
  }
}

export function Kind({ apiKey: { kind, owner } }: { apiKey: KeyEdge["node"] }) {
  return (
    <Hint label={owner === null ? text.kindHints[kind] : text.kindOwner(owner.name)}>
      <Badge variant="default" size="sm" fw={400}>
        {text.kinds[kind]}
      </Badge>
    </Hint>
  );
}

function Calls({ days }: { days: KeyEdge["node"]["usage"] }) {
  const sum = (kind: "accepted" | "denied") => days.reduce((total, day) => total + day[kind], 0);
  const accepted = sum("accepted");
  const denied = sum("denied");
  if (accepted + denied === 0)
    return (
      <Text span inherit c="dimmed">
        {text.noCalls}
      </Text>
    );
  return <Sparkline days={days} label={text.calls(accepted, denied)} />;
}
