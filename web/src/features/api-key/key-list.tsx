import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import type { ApiKeyRowFragment } from "../../gql/graphql.js";
import { DeleteKeyDialog } from "./delete-key-dialog.js";
import { KeyCards } from "./key-cards.js";
import { KeyTable } from "./key-table.js";

export interface KeyEdge {
  inherited: boolean;
  node: ApiKeyRowFragment;
}

export interface KeyListProps {
  edges: KeyEdge[];
  /** The organization's address part, for links into its projects. */
  organization: string;
  /** Whether the reader may see the organization's own keys. */
  seesOrganizationKeys: boolean;
  /** What the access column says: the key's project, or the projects it reaches. */
  showProject: boolean;
  onDelete: (key: ApiKeyRowFragment) => void;
}

/** Keys as a table where there is room to compare them, else as cards. */
export function KeyList(props: Omit<KeyListProps, "onDelete">) {
  const wide = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  const [leaving, setLeaving] = useState<ApiKeyRowFragment | null>(null);
  const List = wide ? KeyTable : KeyCards;
  return (
    <>
      <List {...props} onDelete={setLeaving} />
      {leaving !== null && <DeleteKeyDialog apiKey={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}
