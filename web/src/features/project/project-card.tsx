import { Group, Paper, Stack, Text } from "@mantine/core";
import { IconCircleX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { executionLook } from "../../components/execution-look.js";
import { Hint } from "../../components/hint.js";
import { TextLink } from "../../components/links.js";
import { Moment } from "../../components/moment.js";
import { StatusWord } from "../../components/status-word.js";
import type { ProjectCardFragment } from "../../gql/graphql.js";
import { executionsText } from "../../messages/executions.js";
import { projectsText } from "../../messages/projects.js";
import "./project-card.css";

const { figures } = projectsText;

interface Props {
  project: ProjectCardFragment;
  organization: string;
}

/** A project at a glance: what it has, how its last day went, what ran last. */
export function ProjectCard({ project, organization }: Props) {
  const params = { org: organization, project: project.slug };
  const lastRun = project.executions?.edges[0]?.node;
  return (
    <Paper component="article" withBorder bg="var(--surface)" p="md">
      <Stack gap="md" h="100%">
        <div className="card-name">
          <TextLink to="/o/$org/p/$project" params={params} fw={600}>
            {project.name}
          </TextLink>
          <Text className="mono" c="dimmed">
            {project.slug}
          </Text>
        </div>
        <dl className="card-figures">
          {project.workflows && <Figure name={figures.workflows}>{amountText(project.workflows)}</Figure>}
          {project.apiKeys && (
            <Figure name={figures.keys}>
              <Hint label={projectsText.keysHint}>
                <TextLink
                  to="/o/$org/p/$project/api-keys"
                  params={params}
                  inherit
                  aria-label={projectsText.showKeys(project.apiKeys.totalCount, project.name)}
                >
                  {amountText(project.apiKeys)}
                </TextLink>
              </Hint>
            </Figure>
          )}
          {project.lastDay && <Figure name={figures.lastDay}>{amountText(project.lastDay)}</Figure>}
          {project.failures && (
            <Figure name={figures.failures}>
              <Failures project={project} organization={organization} />
            </Figure>
          )}
        </dl>
        <Group gap="xs" fz="sm" c="dimmed" mih={24}>
          {lastRun === undefined ? (
            projectsText.neverRan
          ) : (
            <>
              <TextLink
                to="/o/$org/p/$project/executions/$execution"
                params={{ ...params, execution: lastRun.id }}
                aria-label={projectsText.lastRun(
                  lastRun.workflow.name,
                  executionsText.status[lastRun.status],
                )}
              >
                <StatusWord {...executionLook(lastRun.status)} />
              </TextLink>
              <span>{lastRun.workflow.name}</span>
              <Moment at={lastRun.createdAt} />
            </>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const amountText = ({ totalCount }: { totalCount: number }) => totalCount.toLocaleString("en");

/** How many executions failed, which leads to them. */
function Failures({ project, organization }: Props) {
  const amount = project.failures?.totalCount ?? 0;
  if (amount === 0) return "0";
  return (
    <TextLink
      to="/o/$org/p/$project/executions"
      params={{ org: organization, project: project.slug }}
      search={{ status: "FAILED", within: "day" }}
      inherit
      c="var(--mantine-color-error)"
      aria-label={projectsText.showFailures(amount, project.name)}
    >
      <IconCircleX size={16} aria-hidden /> {amount.toLocaleString("en")}
    </TextLink>
  );
}
