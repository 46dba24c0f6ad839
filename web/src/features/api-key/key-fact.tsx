import { Hint } from "../../components/hint.js";
import { Moment } from "../../components/moment.js";
import { Sparkline } from "../../components/sparkline.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { keyListsText } from "../../messages/key-lists.js";
import { KeyAccess } from "./key-access.js";
import type { KeyColumn } from "./key-columns.js";
import type { KeyEdge, KeyPlace } from "./key-list.js";
import "./key-fact.css";

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
      return <KeyAccess edge={edge} place={place} />;
    case "calls":
      return <Calls series={node.usageSeries} />;
    case "lastUsed":
      return node.lastUsedAt === null ? (
        <span className="key-faint">{text.neverUsed}</span>
      ) : (
        <Moment at={node.lastUsedAt} />
      );
    case "expires":
      return node.expiresAt === null ? (
        <span className="key-faint">{apiKeysText.never}</span>
      ) : (
        <Moment at={node.expiresAt} as="date" />
      );
    case "createdBy":
      return <bdi className="key-person">{node.createdBy.name}</bdi>;
    case "created":
      return <Moment at={node.createdAt} />;
  }
}

export function Kind({ apiKey: { kind, owner } }: { apiKey: KeyEdge["node"] }) {
  return (
    <Hint label={owner === null ? text.kindHints[kind] : text.kindOwner(owner.name)}>
      <span className="key-kind">{text.kinds[kind]}</span>
    </Hint>
  );
}

function Calls({ series: { accepted, denied } }: { series: KeyEdge["node"]["usageSeries"] }) {
  const sum = (days: readonly number[]) => days.reduce((total, calls) => total + calls, 0);
  const [taken, refused] = [sum(accepted), sum(denied)];
  if (taken + refused === 0) return <span className="key-faint">{text.noCalls}</span>;
  return <Sparkline accepted={accepted} denied={denied} label={text.calls(taken, refused)} />;
}
