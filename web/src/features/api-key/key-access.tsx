import { Button, Group, List, Popover, Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { Hint } from "../../components/hint.js";
import { TextLink } from "../../components/links.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { keyListsText } from "../../messages/key-lists.js";
import type { KeyEdge, KeyPlace } from "./key-list.js";

const text = apiKeysText;

type Props = KeyPlace & { edge: KeyEdge };

/** Where a key works. */
export function KeyAccess({ edge, organization, showProject }: Props) {
  const { inherited, node } = edge;
  if (inherited || node.level === "ORGANIZATION") return <Reach apiKey={node} />;
  if (!showProject) return keyListsText.thisProject;
  if (node.project === null) return text.selectedNone;
  const params = { org: organization, project: node.project.slug };
  return (
    <TextLink to="/o/$org/p/$project/api-keys" params={params} inherit>
      {node.project.name}
    </TextLink>
  );
}

/** Why an inherited key cannot be changed here, and where it can. */
export function ManagedElsewhere({ place }: { place: KeyPlace }) {
  return (
    <Hint label={text.inheritedHint}>
      <Group gap={4} wrap="nowrap" c="dimmed" fz="xs" mt={6} mb={4}>
        <IconLock size={14} aria-hidden />
        {place.seesOrganizationKeys ? (
          <TextLink
            to="/o/$org/api-keys"
            params={{ org: place.organization }}
            fz="xs"
            aria-label={`${text.inherited}. ${text.inheritedLink}`}
          >
            {text.inherited}
          </TextLink>
        ) : (
          text.inherited
        )}
      </Group>
    </Hint>
  );
}

function Reach({ apiKey }: { apiKey: KeyEdge["node"] }) {
  const { access, selectedProjects: projects, name } = apiKey;
  if (access === "ALL_PROJECTS") return <Text inherit>{text.access.ALL_PROJECTS}</Text>;
  if (projects.length === 0) {
    return (
      <Hint label={text.selectedNoneHint}>
        <Text inherit>{text.selectedNone}</Text>
      </Hint>
    );
  }
  return (
    <Popover width={240} shadow="md" withArrow>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          fz="inherit"
          ml={-8}
          aria-label={text.showProjects(name, projects.length)}
        >
          {text.selectedCount(projects.length)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah={280} style={{ overflowY: "auto" }}>
        <List size="sm">
          {projects.map((project) => (
            <List.Item key={project.id}>{project.name}</List.Item>
          ))}
        </List>
      </Popover.Dropdown>
    </Popover>
  );
}
