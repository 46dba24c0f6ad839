import { Button, Group } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { apiKeysText } from "../../messages/api-keys.js";
import { listed } from "../../messages/counting.js";
import { keyListsText } from "../../messages/key-lists.js";
import { activeFilters, type KeyFilterName, type KeySearch, NO_FILTERS, statusesOf } from "./key-search.js";

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

/** Every filter in use, in words, each with a way to take it away. */
export function FilterChips({ search, names, onSearch, onRemoved }: Props) {
  const active = activeFilters(search);
  if (active.length === 0) return null;
  const remove = (patch: KeySearch) => {
    onSearch(patch);
    onRemoved();
  };
  return (
    <Group
      component="ul"
      gap="xs"
      m={0}
      mb="xs"
      p={0}
      style={{ listStyle: "none" }}
      aria-label={text.chipsLabel}
    >
      {active.map((name) => {
        const label = chipText(name, search, names);
        return (
          <li key={name}>
            <Button
              size="compact-xs"
              variant="light"
              rightSection={<IconX size={12} aria-hidden />}
              aria-label={text.removeFilter(label)}
              onClick={() => remove({ [name]: undefined })}
            >
              {label}
            </Button>
          </li>
        );
      })}
      <li>
        <Button size="compact-xs" variant="subtle" onClick={() => remove({ ...NO_FILTERS, q: undefined })}>
          {text.clearAll}
        </Button>
      </li>
    </Group>
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
      return listed(statusesOf(search.status).map((status) => text.statuses[status]));
    case "expires":
      return text.expiresWithin(search.expires ?? 0);
    case "unused":
      return text.unusedFor(search.unused ?? 0);
    case "creator":
      return names.creator ?? text.creatorUnknown;
    case "insight":
      return search.insight ? text.insights[search.insight].short : "";
  }
}
