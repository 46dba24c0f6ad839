import { useQuery } from "@apollo/client/react";
import { NativeSelect, Select, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import type { ProjectRole } from "../../gql/graphql.js";
import { membersText } from "../../messages/members.js";
import { MemberProjectsDocument } from "./member.graphql.js";

const text = membersText;
const CHOICES = 50;
const ROLES = ["VIEWER", "EDITOR", "ADMIN"] as const satisfies ProjectRole[];

interface Project {
  id: string;
  name: string;
}

interface Props {
  organizationId: string;
  /** Projects that the value names. */
  known: readonly Project[];
  value: Record<string, ProjectRole | null>;
  onChange: (value: Record<string, ProjectRole | null>) => void;
}

/** A role per project; a project is added by name, and taken away by choosing no access. */
export function ProjectRolesField({ organizationId, known, value, onChange }: Props) {
  const [added, setAdded] = useState<Project[]>([]);
  const rows = [...known, ...added];
  return (
    <div>
      <Text size="sm" fw={600}>
        {text.projects}
      </Text>
      <Text size="xs" c="dimmed" mb="xs" component="div">
        {ROLES.map((role) => (
          <div key={role}>{text.projectRoleHints[role]}</div>
        ))}
      </Text>
      <Stack gap="xs" data-rows={rows.length}>
        {rows.length === 0 && <Text size="sm">{text.projectsNone}</Text>}
        {rows.map(({ id, name }) => (
          <div key={id} className="member-project-row">
            <Text size="sm" flex="1 1 8rem" miw={0}>
              {name}
            </Text>
            <NativeSelect
              size="xs"
              aria-label={text.roleIn(name)}
              value={value[id] ?? ""}
              onChange={({ currentTarget }) =>
                onChange({ ...value, [id]: ROLES.find((role) => role === currentTarget.value) ?? null })
              }
              data={[
                ...ROLES.map((role) => ({ value: role, label: text.projectRoles[role] })),
                { value: "", label: text.noAccess },
              ]}
            />
          </div>
        ))}
        <ProjectAdder
          organizationId={organizationId}
          taken={rows}
          onAdd={(project) => {
            setAdded([...added, project]);
            onChange({ ...value, [project.id]: "VIEWER" });
          }}
        />
      </Stack>
    </div>
  );
}

interface AdderProps {
  organizationId: string;
  taken: readonly Project[];
  onAdd: (project: Project) => void;
}

function ProjectAdder({ organizationId, taken, onAdd }: AdderProps) {
  const [search, setSearch] = useState("");
  const [settled] = useDebouncedValue(search.trim(), 200);
  const { data, previousData } = useQuery(MemberProjectsDocument, {
    variables: { organization: organizationId, search: settled === "" ? null : settled, first: CHOICES },
  });
  const found = (data ?? previousData)?.organization?.projects.edges.map(({ node }) => node) ?? [];
  const free = found.filter(({ id }) => taken.every((project) => project.id !== id));
  return (
    <Select
      label={text.addProject}
      placeholder={text.addProjectPlaceholder}
      data={free.map(({ id, name }) => ({ value: id, label: name }))}
      value={null}
      onChange={(id) => {
        const project = free.find((candidate) => candidate.id === id);
        if (project) onAdd(project);
        setSearch("");
      }}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage={text.addProjectNone}
    />
  );
}
