import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { executionFiltersText } from "../../messages/execution-filters.js";

export interface Choice {
  id: string;
  name: string;
}

interface Props {
  label: string;
  any: string;
  value: Choice | null;
  onChange: (id: string | undefined) => void;
  /** A hook: what there is to choose from that fits a search. */
  useChoices: (search: string | null) => Choice[];
}

/** Narrows a list to one of many, found by typing. */
export function ChoiceFilter({ label, any, value, onChange, useChoices }: Props) {
  const [search, setSearch] = useState("");
  const isChosen = search === value?.name;
  const [settled] = useDebouncedValue(isChosen ? "" : search.trim(), 200);
  const found = useChoices(settled === "" ? null : settled);
  const known = new Map([...(value ? [value] : []), ...found].map((choice) => [choice.id, choice]));
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
      onSearchChange={setSearch}
      nothingFoundMessage={executionFiltersText.nothingFound}
    />
  );
}
