import { useQuery } from "@apollo/client/react";
import { MultiSelect } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { newApiKeyText } from "../../messages/new-api-key.js";
import { ProjectChoicesDocument } from "./api-key.graphql.js";

const CHOICES = 50;

export interface ProjectChoice {
  id: string;
  name: string;
}

interface Props {
  organizationId: string;
  value: ProjectChoice[];
  onChange: (value: ProjectChoice[]) => void;
  error?: string;
}

/** Several projects of the organization, found by a part of their name on the server. */
export function ProjectPicker({ organizationId, value, onChange, error }: Props) {
  const [search, setSearch] = useState("");
  const [settled] = useDebouncedValue(search.trim(), 200);
  const { data, previousData } = useQuery(ProjectChoicesDocument, {
    variables: { organization: organizationId, search: settled === "" ? null : settled, first: CHOICES },
  });
  const found = (data ?? previousData)?.organization?.projects.edges.map(({ node }) => node) ?? [];
  // Chosen projects stay in the list although the search does not find them.
  const known = new Map([...value, ...found].map((project) => [project.id, project]));

  return (
    <MultiSelect
      label={newApiKeyText.projects}
      placeholder={value.length === 0 ? newApiKeyText.projectsPlaceholder : undefined}
      data={[...known.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={value.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.flatMap((id) => known.get(id) ?? []))}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage={newApiKeyText.projectsNone}
      hidePickedOptions
      maxDropdownHeight={240}
      error={error}
      data-path="projectIds"
    />
  );
}
