import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { apiKeysText } from "../../messages/api-keys.js";
import { newApiKeyText } from "../../messages/new-api-key.js";
import { ProjectChoicesDocument } from "./api-key.graphql.js";

const CHOICES = 50;

export interface FilterProject {
  id: string;
  name: string;
  slug: string;
}

interface Props {
  organizationId: string;
  value: FilterProject | null;
  onChange: (project: FilterProject | null) => void;
}

/** Narrows a list to one project. */
export function ProjectFilter({ organizationId, value, onChange }: Props) {
  const [search, setSearch] = useState("");
  const chosen = search === value?.name;
  const [settled] = useDebouncedValue(chosen ? "" : search.trim(), 200);
  const { data, previousData } = useQuery(ProjectChoicesDocument, {
    variables: { organization: organizationId, search: settled === "" ? null : settled, first: CHOICES },
  });
  const found = (data ?? previousData)?.organization?.projects.edges.map(({ node }) => node) ?? [];
  const known = new Map([...(value ? [value] : []), ...found].map((project) => [project.id, project]));

  return (
    <Select
      label={apiKeysText.filterProject}
      placeholder={apiKeysText.filterAll}
      data={[...known.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(id === null ? null : (known.get(id) ?? null))}
      searchable
      clearable
      clearButtonProps={{ "aria-label": apiKeysText.filterClear }}
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage={newApiKeyText.projectsNone}
      w={{ base: "100%", xs: 280 }}
    />
  );
}
