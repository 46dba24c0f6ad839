import { Group, Paper, Stack, Text } from "@mantine/core";
import { executionLook } from "../../components/execution-look.js";
import { TextLink } from "../../components/links.js";
import { Moment } from "../../components/moment.js";
import { StatusWord } from "../../components/status-word.js";
import type { ProjectCardFragment } from "../../gql/graphql.js";
import { projectsText } from "../../messages/projects.js";

export function ProjectCard({
  project,
  organization,
}: {
  project: ProjectCardFragment;
  organization: string;
}) {
  const params = { org: organization, project: project.slug };
  const lastRun = project.executions?.edges[0]?.node;
  return (
    <Paper component="article" withBorder bg="var(--surface)" p="md">
      <Stack gap="xs" h="100%" justify="space-between">
        <div>
          <TextLink to="/o/$org/p/$project" params={params} fw={600}>
            {project.name}
          </TextLink>
          <Text className="mono" c="dimmed">
            {project.slug}
          </Text>
        </div>
        <Group gap="md" fz="sm">
          {project.workflows !== null && <span>{projectsText.workflows(project.workflows.totalCount)}</span>}
          {project.apiKeys !== null && (
            <TextLink to="/o/$org/p/$project/api-keys" params={params} fz="sm">
              {projectsText.keys(project.apiKeys.totalCount)}
            </TextLink>
          )}
        </Group>
        <Group gap="xs" fz="sm" c="dimmed" mih={24}>
          {lastRun === undefined ? (
            projectsText.neverRan
          ) : (
            <>
              <StatusWord {...executionLook(lastRun.status)} />
              <Moment at={lastRun.createdAt} />
            </>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
