import { useQuery } from "@apollo/client/react";
import { Group, Text } from "@mantine/core";
import { apiKeysText } from "../../messages/api-keys.js";
import { FilterProjectDocument } from "./api-key.graphql.js";
import type { KeySearch } from "./key-search.js";
import { KeySkeleton } from "./key-skeleton.js";
import type { OnKeySearch } from "./keys-view.js";
import { OrganizationKeyList } from "./organization-key-list.js";
import { ProjectFilter } from "./project-filter.js";
import { useCreateKey } from "./use-create-key.js";

interface Props {
  organization: { id: string; slug: string };
  search: KeySearch;
  onSearch: OnKeySearch;
}

/** The keys of all projects of the organization, or of one. */
export function AllProjectKeys({ organization, search, onSearch }: Props) {
  const slug = search.project;
  const { data, loading } = useQuery(FilterProjectDocument, {
    skip: slug === undefined,
    variables: { organization: organization.id, slug: slug ?? "" },
    fetchPolicy: "cache-first",
  });
  const project = slug === undefined ? null : (data?.organization?.project ?? null);
  const create = useCreateKey(
    project?.viewerPermissions.includes("apiKey:manage") ? { level: "PROJECT", project } : null,
    apiKeysText.createFor(project?.name ?? ""),
  );

  return (
    <>
      <Group justify="space-between" align="flex-end" mb="sm">
        <ProjectFilter
          organizationId={organization.id}
          value={project}
          onChange={(chosen) => onSearch({ project: chosen?.slug })}
        />
        {create.button ?? (
          <Text size="sm" c="dimmed">
            {apiKeysText.chooseProject}
          </Text>
        )}
      </Group>
      {loading && project === null ? (
        <KeySkeleton />
      ) : (
        <OrganizationKeyList
          organization={organization}
          level="PROJECT"
          search={search}
          onSearch={onSearch}
          project={project ?? undefined}
          create={create.button}
        />
      )}
      {create.dialog}
    </>
  );
}
