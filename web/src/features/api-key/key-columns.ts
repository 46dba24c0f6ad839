import { useState } from "react";

/** The columns a reader may hide, in their order. The name and the status always stay. */
export const KEY_COLUMNS = [
  "preview",
  "kind",
  "role",
  "access",
  "calls",
  "lastUsed",
  "expires",
  "createdBy",
  "created",
] as const;
export type KeyColumn = (typeof KEY_COLUMNS)[number];

const STORED = "postern.hidden-key-columns";

/** Which columns this browser's reader hides, remembered beyond the visit. */
export function useHiddenColumns() {
  const [hidden, setHidden] = useState(readHidden);
  return {
    hidden,
    hide(columns: readonly KeyColumn[]) {
      setHidden(new Set(columns));
      try {
        window.localStorage.setItem(STORED, columns.join(" "));
      } catch {
        // A browser that keeps nothing still shows what was chosen.
      }
    },
  };
}

function readHidden(): ReadonlySet<KeyColumn> {
  try {
    const names = window.localStorage.getItem(STORED)?.split(" ") ?? [];
    return new Set(KEY_COLUMNS.filter((column) => names.includes(column)));
  } catch {
    return new Set();
  }
}
