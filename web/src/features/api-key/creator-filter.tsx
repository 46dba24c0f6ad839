import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { keyListsText } from "../../messages/key-lists.js";
import { CreatorChoicesDocument } from "./api-key.graphql.js";
import type { Creator } from "./key-filters.js";

const CHOICES = 50;

interface Props {
  organizationId: string;
  /** Also those who left, and all there are for readers who see no members. */
  known: readonly Creator[];
  value: Creator | null;
  onChange: (creator: Creator | null) => void;
}

/** Narrows a list to what one person created. */
export function CreatorFilter({ organizationId, known, value, onChange }: Props) {
  const [search, setSearch] = useState("");
  const chosen = search === value?.name;
  const [settled] = useDebouncedValue(chosen ? "" : search.trim(), 200);
  const { data, previousData } = useQuery(CreatorChoicesDocument, {
    variables: { organization: organizationId, search: settled === "" ? null : settled, first: CHOICES },
  });
  const members = (data ?? previousData)?.organization?.members?.edges.map(({ node }) => node.user) ?? [];
  const people = new Map(
    [...(value ? [value] : []), ...known, ...members].map((person) => [person.id, person]),
  );

  return (
    <Select
      label={keyListsText.names.creator}
      placeholder={keyListsText.anyone}
      size="xs"
      data={[...people.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(id === null ? null : (people.get(id) ?? null))}
      searchable
      clearable
      clearButtonProps={{ "aria-label": keyListsText.anyone }}
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage={keyListsText.creatorNone}
    />
  );
}
