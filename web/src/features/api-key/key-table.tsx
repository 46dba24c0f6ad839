import { IconArrowDown, IconArrowUp, IconSelector } from "@tabler/icons-react";
import { memo, type ReactNode, useMemo } from "react";
import { StatusWord } from "../../components/status-word.js";
import { useNow } from "../../lib/now.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { keyListsText } from "../../messages/key-lists.js";
import { DeleteKeyButton } from "./delete-key-button.js";
import { ManagedElsewhere, ManagedThere } from "./key-access.js";
import { KEY_COLUMNS, type KeyColumn } from "./key-columns.js";
import { KeyFact } from "./key-fact.js";
import { KeyLink } from "./key-link.js";
import type { KeyListProps, KeyRowProps } from "./key-list.js";
import { type KeySearch, type KeySort, type KeySortField, nextSort, sortOf } from "./key-search.js";
import { keyStatus } from "./key-status.js";
import { SelectAllBox, SelectBox } from "./select-box.js";
import "./key-table.css";

const { columns } = keyListsText;
const SORTED_BY: Partial<Record<KeyColumn, KeySortField>> = {
  expires: "expires",
  lastUsed: "used",
  created: "created",
};

export function KeyTable(props: KeyListProps) {
  const { edges, place, selection, hidden, search, onSort, onDelete } = props;
  const shown = useMemo(() => KEY_COLUMNS.filter((column) => !hidden.has(column)), [hidden]);
  const head = { search, onSort };
  const label = (column: KeyColumn) =>
    column === "access" && place.showProject ? columns.project : columns[column];
  return (
    <div className="key-table-scroll">
      <table className="key-table" aria-label={apiKeysText.caption}>
        <thead>
          <tr>
            <td>{selection.free.length > 0 && <SelectAllBox selection={selection} />}</td>
            <Head {...head} sortedBy="name">
              {columns.name}
            </Head>
            <Head {...head}>{columns.status}</Head>
            {shown.map((column) => (
              <Head key={column} {...head} sortedBy={SORTED_BY[column]}>
                {label(column)}
              </Head>
            ))}
            <td aria-label={apiKeysText.columns.actions} />
          </tr>
        </thead>
        <tbody>
          {edges.map((edge) => (
            <KeyRow
              key={edge.node.id}
              edge={edge}
              shown={shown}
              place={place}
              checked={selection.has(edge.node.id)}
              onToggle={selection.toggle}
              onDelete={onDelete}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Plain elements, and drawn again only when the key itself or its selection changes: there may be a thousand. */
const KeyRow = memo(function KeyRow({ edge, shown, place, checked, onToggle, onDelete }: KeyRowProps) {
  const now = useNow();
  const { node } = edge;
  return (
    <tr data-selected={checked || undefined}>
      <td>
        <SelectBox edge={edge} checked={checked} onToggle={onToggle} />
      </td>
      <th scope="row">
        <div className="key-name">
          <KeyLink apiKey={node} place={place} />
          {node.description !== null && (
            <bdi className="key-description" title={node.description}>
              {node.description}
            </bdi>
          )}
        </div>
        {edge.inherited && <ManagedElsewhere />}
      </th>
      <td>
        <StatusWord {...keyStatus(node, now)} />
      </td>
      {shown.map((column) => (
        <td key={column}>
          <KeyFact column={column} edge={edge} place={place} />
        </td>
      ))}
      <td>
        {edge.inherited ? (
          <ManagedThere place={place} />
        ) : (
          <DeleteKeyButton edge={edge} onDelete={onDelete} />
        )}
      </td>
    </tr>
  );
});

interface HeadProps {
  search: KeySearch;
  onSort: (sort: KeySort | undefined) => void;
  sortedBy?: KeySortField;
  children: ReactNode;
}

function Head({ search, onSort, sortedBy, children }: HeadProps) {
  if (sortedBy === undefined) return <th scope="col">{children}</th>;
  const { field, descending } = sortOf(search);
  const active = field === sortedBy;
  const direction = descending ? "descending" : "ascending";
  const ActiveIcon = descending ? IconArrowDown : IconArrowUp;
  const SortIcon = active ? ActiveIcon : IconSelector;
  return (
    <th scope="col" aria-sort={active ? direction : undefined}>
      <button type="button" className="key-sort" onClick={() => onSort(nextSort(search, sortedBy))}>
        {children}
        <SortIcon size={14} aria-hidden />
      </button>
    </th>
  );
}
