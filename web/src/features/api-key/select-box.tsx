import { VisuallyHidden } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { Hint } from "../../components/hint.js";
import { keyListsText } from "../../messages/key-lists.js";
import type { KeyEdge } from "./key-list.js";
import { type KeySelection, type SelectionLock, selectionLock } from "./key-selection.js";
import "./select-box.css";

const text = keyListsText;
const REASONS: Record<SelectionLock, string> = {
  INHERITED: text.lockedInherited,
  SYSTEM: text.lockedSystem,
  ROLE: text.lockedRole,
};

interface Props {
  edge: KeyEdge;
  checked: boolean;
  onToggle: KeySelection["toggle"];
}

/** The browser's own box: a list shows a hundred of them. A lock stands where a row cannot be selected. */
export function SelectBox({ edge, checked, onToggle }: Props) {
  const lock = selectionLock(edge);
  if (lock !== null) {
    const reason = text.notSelectable(REASONS[lock]);
    return (
      <Hint label={reason}>
        <span className="key-select">
          <IconLock size={14} aria-hidden />
          <VisuallyHidden>{reason}</VisuallyHidden>
        </span>
      </Hint>
    );
  }
  const { id, name } = edge.node;
  return (
    <label className="key-select">
      <input
        type="checkbox"
        aria-label={text.select(name)}
        checked={checked}
        onChange={({ nativeEvent }) => onToggle(id, (nativeEvent as unknown as MouseEvent).shiftKey)}
      />
    </label>
  );
}

/** Selects every row that is shown and can be selected, or none. */
export function SelectAllBox({ selection, label }: { selection: KeySelection; label?: string }) {
  const { selected, free } = selection;
  const selectable = free.length;
  const all = selectable > 0 && selected.length === selectable;
  return (
    <label className={label === undefined ? "key-select" : "key-select key-select-labelled"}>
      <input
        type="checkbox"
        aria-label={text.selectAll}
        disabled={selectable === 0}
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = selected.length > 0 && !all;
        }}
        onChange={all ? selection.clear : selection.selectAll}
      />
      {label}
    </label>
  );
}
