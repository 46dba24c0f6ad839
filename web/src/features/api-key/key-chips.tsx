import { FilterChips } from "../../components/filter-chips.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { anyOf } from "../../messages/counting.js";
import { keyListsText } from "../../messages/key-lists.js";
import { activeFilters, type KeyFilterName, type KeySearch, NO_FILTERS, statesOf } from "./key-search.js";

const text = keyListsText;

/** What the address names by id or slug, in words. */
export interface FilterNames {
  project: string | undefined;
  creator: string | undefined;
}

interface Props {
  search: KeySearch;
  names: FilterNames;
  onSearch: (patch: KeySearch) => void;
  /** Where the focus goes from a chip that is gone. */
  onRemoved: () => void;
}

/** What the list of keys is filtered by. */
export function KeyChips({ search, names, onSearch, onRemoved }: Props) {
  const remove = (patch: KeySearch) => {
    onSearch(patch);
    onRemoved();
  };
  return (
    <FilterChips
      chips={activeFilters(search).map((name) => ({ name, label: chipText(name, search, names) }))}
      onRemove={(name) => remove({ [name]: undefined })}
      onClear={() => remove({ ...NO_FILTERS, q: undefined })}
    />
  );
}

/** "Kind: Service". */
export function chipText(name: KeyFilterName, search: KeySearch, names: FilterNames): string {
  if (name === "all") return text.allShown;
  return `${text.names[name]}: ${valueText(name, search, names)}`;
}

function valueText(name: Exclude<KeyFilterName, "all">, search: KeySearch, names: FilterNames): string {
  switch (name) {
    case "level":
      return search.level ? text.levels[search.level] : "";
    case "project":
      return names.project ?? search.project ?? "";
    case "kind":
      return search.kind ? text.kinds[search.kind] : "";
    case "role":
      return search.role ? apiKeysText.roles[search.role] : "";
    case "status":
      return anyOf(statesOf(search.status).map((state) => apiKeysText.states[state]));
    case "expires":
      return search.expires === "never" ? text.expiresNever : text.expiresWithin(search.expires ?? 0);
    case "unused":
      return search.unused === "never" ? text.unusedEver : text.unusedFor(search.unused ?? 0);
    case "creator":
      return names.creator ?? text.creatorUnknown;
    case "insight":
      return search.insight ? text.insights[search.insight].short : "";
  }
}
