import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { messages } from "../../app/messages.js";
import { Hint } from "../../components/hint.js";
import type { KeyEdge, KeyListProps } from "./key-list.js";

/** Offered only where the reader may delete, and never for a key that belongs elsewhere. */
export function DeleteKeyButton({ edge, onDelete }: { edge: KeyEdge; onDelete: KeyListProps["onDelete"] }) {
  if (edge.inherited || !edge.node.viewerCanDelete) return null;
  return (
    <Hint label={messages.common.delete}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={messages.apiKeys.deleteLabel(edge.node.name)}
        onClick={() => onDelete(edge.node)}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Hint>
  );
}
