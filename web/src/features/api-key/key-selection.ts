import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ApiKeyRowFragment } from "../../gql/graphql.js";
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
  /** With `range`, all from the row that was clicked last. The same function for good: rows hang on it. */
  toggle: (id: string, range: boolean) => void;
  selectAll: () => void;
  clear: () => void;
  /** Leaves of the selection only these. */
  keep: (ids: readonly string[]) => void;
  selected: KeyEdge[];
  /** The shown keys that can be selected. */
  free: ApiKeyRowFragment[];
}

const NONE: ReadonlySet<string> = new Set();

/** Which of the shown rows are selected. A row that leaves the list leaves the selection, too. */
export function useKeySelection(edges: readonly KeyEdge[]): KeySelection {
  const [chosen, setChosen] = useState(NONE);
  const last = useRef<string | null>(null);
  const free = useMemo(() => edges.filter((edge) => selectionLock(edge) === null), [edges]);
  const ids = useRef<string[]>([]);
  useEffect(() => {
    ids.current = free.map(({ node }) => node.id);
  }, [free]);

  const toggle = useCallback((id: string, range: boolean) => {
    const touched = range && last.current !== null ? rangeOf(ids.current, last.current, id) : [id];
    last.current = id;
    setChosen((before) => {
      const shown = new Set(ids.current);
      const next = new Set([...before].filter((one) => shown.has(one)));
      for (const one of touched) {
        if (before.has(id)) next.delete(one);
        else next.add(one);
      }
      return next;
    });
  }, []);

  return {
    has: (id) => chosen.has(id),
    toggle,
    selectAll: () => setChosen(new Set(ids.current)),
    clear: () => setChosen(NONE),
    keep: (ids) => setChosen((before) => new Set(ids.filter((id) => before.has(id)))),
    selected: chosen.size === 0 ? [] : free.filter(({ node }) => chosen.has(node.id)),
    free: free.map(({ node }) => node),
  };
}
