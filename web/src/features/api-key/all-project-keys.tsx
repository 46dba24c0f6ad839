import { useQuery } from "@apollo/client/react";
import { Group, Text } from "@mantine/core";
import { apiKeysText } from "../../messages/api-keys.js";
import { FilterProjectDocument } from "./api-key.graphql.js";
import { CreateKeyButton } from "./create-key-button.js";
import { KeySkeleton } from "./key-skeleton.js";
import { OrganizationKeyList } from "./organization-key-list.js";
import { ProjectFilter } from "./project-filter.js";

interface Props {
  organization: { id: string; slug: string };
  /** The project that the list is narrowed to, by its slug. */
  projectSlug: string | undefined;
  onProject: (slug: string | undefined) => void;
}

/** The keys of all projects of the organization, or of one. */
export function AllProjectKeys({ organization, projectSlug, onProject }: Props) {
  const { data, loading } = useQuery(FilterProjectDocument, {
    skip: projectSlug === undefined,
    variables: { organization: organization.id, slug: projectSlug ?? "" },
    fetchPolicy: "cache-first",
  });
  const project = projectSlug === undefined ? null : (data?.organization?.project ?? null);
  const create = project?.viewerPermissions.includes("apiKey:manage") ? (
    <CreateKeyButton owner={{ level: "PROJECT", project }} label={apiKeysText.createFor(project.name)} />
  ) : undefined;

  return (
    <>
      <Group justify="space-between" align="flex-end" mb="md">
        <ProjectFilter
          organizationId={organization.id}
          value={project}
          onChange={(chosen) => onProject(chosen?.slug)}
        />
        {create ?? (
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
          projectId={project?.id}
          create={create}
        />
      )}
    </>
  );
}
