import { Paper, Table } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconSelector } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { StatusWord } from "../../components/status-word.js";
import { useNow } from "../../lib/now.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { keyListsText } from "../../messages/key-lists.js";
import { DeleteKeyButton } from "./delete-key-button.js";
import { ManagedElsewhere } from "./key-access.js";
import { KEY_COLUMNS, type KeyColumn } from "./key-columns.js";
import { KeyFact } from "./key-fact.js";
import { KeyLink } from "./key-link.js";
import type { KeyEdge, KeyListProps } from "./key-list.js";
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
  const { edges, selection, hidden, search, onSort, showProject } = props;
  const shown = KEY_COLUMNS.filter((column) => !hidden.has(column));
  const head = { search, onSort };
  const label = (column: KeyColumn) =>
    column === "access" && showProject ? columns.project : columns[column];
  return (
    <Paper withBorder bg="var(--surface)" className="key-table-scroll">
      <Table className="key-table" highlightOnHover aria-label={apiKeysText.caption}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td>
              <SelectAllBox selection={selection} />
            </Table.Td>
            <Head {...head} sortedBy="name">
              {columns.name}
            </Head>
            <Head {...head}>{columns.status}</Head>
            {shown.map((column) => (
              <Head key={column} {...head} sortedBy={SORTED_BY[column]}>
                {label(column)}
              </Head>
            ))}
            <Table.Td aria-label={apiKeysText.columns.actions} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {edges.map((edge) => (
            <KeyRow key={edge.node.id} edge={edge} shown={shown} list={props} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

interface RowProps {
  edge: KeyEdge;
  shown: KeyColumn[];
  list: KeyListProps;
}

function KeyRow({ edge, shown, list }: RowProps) {
  const now = useNow();
  const { node } = edge;
  return (
    <Table.Tr data-selected={list.selection.has(node.id) || undefined}>
      <Table.Td>
        <SelectBox edge={edge} selection={list.selection} />
      </Table.Td>
      <Table.Th scope="row" fw={400}>
        <div className="key-name">
          <KeyLink apiKey={node} place={list} />
          {node.description !== null && <span className="key-description">{node.description}</span>}
        </div>
        {edge.inherited && <ManagedElsewhere place={list} />}
      </Table.Th>
      <Table.Td>
        <StatusWord {...keyStatus(node, now)} />
      </Table.Td>
      {shown.map((column) => (
        <Table.Td key={column}>
          <KeyFact column={column} edge={edge} place={list} />
        </Table.Td>
      ))}
      <Table.Td ta="right">
        <DeleteKeyButton edge={edge} onDelete={list.onDelete} />
      </Table.Td>
    </Table.Tr>
  );
}

interface HeadProps {
  search: KeySearch;
  onSort: (sort: KeySort | undefined) => void;
  sortedBy?: KeySortField;
  children: ReactNode;
}

function Head({ search, onSort, sortedBy, children }: HeadProps) {
  if (sortedBy === undefined) return <Table.Th scope="col">{children}</Table.Th>;
  const { field, descending } = sortOf(search);
  const active = field === sortedBy;
  const direction = descending ? "descending" : "ascending";
  const ActiveIcon = descending ? IconArrowDown : IconArrowUp;
  const SortIcon = active ? ActiveIcon : IconSelector;
  return (
    <Table.Th scope="col" aria-sort={active ? direction : undefined}>
      <button type="button" className="key-sort" onClick={() => onSort(nextSort(search, sortedBy))}>
        {children}
        <SortIcon size={14} aria-hidden />
      </button>
    </Table.Th>
  );
}
