import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import type { ApiKeyRowFragment } from "../../gql/graphql.js";
import { KeyCards } from "./key-cards.js";
import type { KeyColumn } from "./key-columns.js";
import type { KeySearch, KeySort } from "./key-search.js";
import type { KeySelection } from "./key-selection.js";
import { KeyTable } from "./key-table.js";
import { StopKeyDialog } from "./stop-key-dialog.js";

export interface KeyEdge {
  inherited: boolean;
  node: ApiKeyRowFragment;
}

/** Where a list stands, for links and for what its rows say. */
export interface KeyPlace {
  /** The organization's address part. */
  organization: string;
  /** The project's address part, on a page of the project. */
  project?: string;
  /** Whether the reader may see the organization's own keys. */
  seesOrganizationKeys: boolean;
  /** What the access column says: the key's project, or the projects it reaches. */
  showProject: boolean;
}

export interface KeyListProps {
  place: KeyPlace;
  edges: KeyEdge[];
  selection: KeySelection;
  hidden: ReadonlySet<KeyColumn>;
  search: KeySearch;
  onSort: (sort: KeySort | undefined) => void;
  onDelete: (key: ApiKeyRowFragment) => void;
}

/** A row hangs on its own key and on nothing of the list that changes while it stands. */
export interface KeyRowProps {
  edge: KeyEdge;
  /** The columns to show. */
  shown: readonly KeyColumn[];
  place: KeyPlace;
  checked: boolean;
  onToggle: KeySelection["toggle"];
  onDelete: KeyListProps["onDelete"];
}

/** Room to compare keys in a table. */
export const useWide = () => useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });

/** Keys as a table where there is room to compare them, else as cards. */
export function KeyList(props: Omit<KeyListProps, "onDelete">) {
  const [leaving, setLeaving] = useState<ApiKeyRowFragment | null>(null);
  const List = useWide() ? KeyTable : KeyCards;
  return (
    <>
      <List {...props} onDelete={setLeaving} />
      {leaving !== null && (
        <StopKeyDialog action="DELETE" apiKey={leaving} onClose={() => setLeaving(null)} />
      )}
    </>
  );
}
