import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { pastedKey } from "../lib/pasted-key.js";
import { useKeysKeptOut } from "../lib/use-keys-kept-out.js";
import { filtersText } from "../messages/filters.js";

export interface Choice {
  id: string;
  name: string;
}

interface Props {
  label: string;
  any: string;
  value: Choice | null;
  onChange: (id: string | undefined) => void;
  /** A hook: what there is to choose from that fits a search; the answer to the search before until it is known. */
  useChoices: (search: string | null) => readonly Choice[];
}

/** Narrows a list to one of many, found by typing. */
export function ChoiceFilter({ label, any, value, onChange, useChoices }: Props) {
  const [search, setSearch] = useState("");
  // A secret is neither sent as a name nor kept with the answers to one.
  const { type, onPaste } = useKeysKeptOut(setSearch);
  const isSearch = search !== value?.name && pastedKey(search) === null;
  const [settled] = useDebouncedValue(isSearch ? search.trim() : "", 200);
  const found = useChoices(settled === "" ? null : settled);
  // One that the search does not find still has to have its name.
  const known = new Map([...(value ? [value] : []), ...found].map((choice) => [choice.id, choice]));
  const fits = new Set(found.map(({ id }) => id));
  return (
    <Select
      label={label}
      placeholder={any}
      size="xs"
      data={[...known.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      searchable
      clearable
      clearButtonProps={{ "aria-label": any }}
      searchValue={search}
      onSearchChange={type}
      onPaste={onPaste}
      // Who has found them knows why they fit: by an e-mail address, perhaps, that is not shown.
      filter={({ options }) => options.filter((option) => !("value" in option) || fits.has(option.value))}
      nothingFoundMessage={filtersText.nothingFound}
    />
  );
}
