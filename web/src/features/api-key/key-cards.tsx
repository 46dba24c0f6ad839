import { memo, useMemo } from "react";
import { StatusWord } from "../../components/status-word.js";
import { useNow } from "../../lib/now.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { keyListsText } from "../../messages/key-lists.js";
import { DeleteKeyButton } from "./delete-key-button.js";
import { ManagedElsewhere, ManagedThere } from "./key-access.js";
import { KEY_COLUMNS, type KeyColumn } from "./key-columns.js";
import { KeyFact, Kind } from "./key-fact.js";
import { KeyLink } from "./key-link.js";
import type { KeyListProps, KeyRowProps } from "./key-list.js";
import { keyStatus } from "./key-status.js";
import { SelectAllBox, SelectBox } from "./select-box.js";
import "./key-cards.css";

const { columns } = keyListsText;

export function KeyCards({ edges, place, selection, hidden, onDelete }: KeyListProps) {
  const shown = useMemo(() => KEY_COLUMNS.filter((column) => !hidden.has(column)), [hidden]);
  return (
    <>
      {selection.free.length > 0 && <SelectAllBox selection={selection} label={keyListsText.selectAll} />}
      <ul className="key-cards" aria-label={apiKeysText.caption}>
        {edges.map((edge) => (
          <KeyCard
            key={edge.node.id}
            edge={edge}
            shown={shown}
            place={place}
            checked={selection.has(edge.node.id)}
            onToggle={selection.toggle}
            onDelete={onDelete}
          />
        ))}
      </ul>
    </>
  );
}

const KeyCard = memo(function KeyCard({ edge, shown, place, checked, onToggle, onDelete }: KeyRowProps) {
  const now = useNow();
  const { inherited, node } = edge;
  const label = (column: KeyColumn) =>
    column === "access" && place.showProject ? columns.project : columns[column];
  return (
    <li className="key-card" data-selected={checked || undefined}>
      <SelectBox edge={edge} checked={checked} onToggle={onToggle} />
      <div className="key-card-head">
        <KeyLink apiKey={node} place={place} />
        {inherited && <ManagedElsewhere />}
        {node.description !== null && <bdi className="key-card-description">{node.description}</bdi>}
        <div className="key-card-marks">
          <StatusWord {...keyStatus(node, now)} />
          {shown.includes("kind") && <Kind apiKey={node} />}
        </div>
      </div>
      {inherited ? <ManagedThere place={place} /> : <DeleteKeyButton edge={edge} onDelete={onDelete} />}
      <dl>
        {shown
          .filter((column) => column !== "kind")
          .map((column) => (
            <div key={column}>
              <dt>{label(column)}</dt>
              <dd>
                <KeyFact column={column} edge={edge} place={place} />
              </dd>
            </div>
          ))}
      </dl>
    </li>
  );
});
