import { useRef, useState } from "react";
import type { KeyEdge } from "./key-list.js";

/** Why a row cannot be selected; null where it can. */
export type SelectionLock = "INHERITED" | "SYSTEM" | "ROLE";

export function selectionLock({ inherited, node }: KeyEdge): SelectionLock | null {
  if (inherited) return "INHERITED";
  if (node.kind === "SYSTEM") return "SYSTEM";
  return node.viewerCanDelete ? null : "ROLE";
}

/** The ids between two rows of a list, both included, in whichever order they were clicked. */
export function rangeOf(ids: readonly string[], from: string, to: string): string[] {
  const ends = [ids.indexOf(from), ids.indexOf(to)];
  if (ends.includes(-1)) return [to];
  return ids.slice(Math.min(...ends), Math.max(...ends) + 1);
}

export interface KeySelection {
  has: (id: string) => boolean;
  /** With `range`, all from the row that was clicked last. */
  toggle: (id: string, range: boolean) => void;
  selectAll: () => void;
  clear: () => void;
  selected: KeyEdge[];
  /** How many of the shown rows can be selected. */
  selectable: number;
}

/** Which of the shown rows are selected. A row that leaves the list leaves the selection, too. */
export function useKeySelection(edges: readonly KeyEdge[]): KeySelection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const free = edges.filter((edge) => selectionLock(edge) === null);
  const ids = free.map(({ node }) => node.id);
  const selected = free.filter(({ node }) => chosen.has(node.id));

  return {
    has: (id) => chosen.has(id),
    toggle(id, range) {
      const on = !chosen.has(id);
      const touched = range && last.current !== null ? rangeOf(ids, last.current, id) : [id];
      const next = new Set(selected.map(({ node }) => node.id));
      for (const one of touched) {
        if (on) next.add(one);
        else next.delete(one);
      }
      last.current = id;
      setChosen(next);
    },
    selectAll: () => setChosen(new Set(ids)),
    clear: () => setChosen(new Set()),
    selected,
    selectable: free.length,
  };
}
