import { IconTrash } from "@tabler/icons-react";
import { Hint } from "../../components/hint.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { commonText } from "../../messages/common.js";
import type { KeyEdge, KeyListProps } from "./key-list.js";
import "./key-fact.css";

/** Offered only where the reader may delete, and never for a key that belongs elsewhere. */
export function DeleteKeyButton({ edge, onDelete }: { edge: KeyEdge; onDelete: KeyListProps["onDelete"] }) {
  if (edge.inherited || !edge.node.viewerCanDelete) return null;
  return (
    <Hint label={commonText.delete}>
      <button
        type="button"
        className="key-action"
        aria-label={apiKeysText.deleteLabel(edge.node.name)}
        onClick={() => onDelete(edge.node)}
      >
        <IconTrash size={16} aria-hidden />
      </button>
    </Hint>
  );
}
