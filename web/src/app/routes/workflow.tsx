import { useQuery } from "@apollo/client/react";
import { Paper, SimpleGrid, Text, Title } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { CodeSamples } from "../../components/code-samples.js";
import { PageTitle } from "../../components/page-title.js";
import { ExecutionList } from "../../features/execution/execution-list.js";
import { TriggerForm } from "../../features/workflow/trigger-form.js";
import { WorkflowDocument } from "../../features/workflow/workflow.graphql.js";
import { WorkflowDefinition } from "../../features/workflow/workflow-definition.js";
import { triggerSamples } from "../../lib/trigger-samples.js";
import { executionsText } from "../../messages/executions.js";
import { workflowsText } from "../../messages/workflows.js";
import { useOrganization, useProject } from "../place.js";
import { PageFailed } from "./page-failed.js";
import { PageNotFound } from "./page-not-found.js";
import { PagePending } from "./page-pending.js";

const route = getRouteApi("/signed-in/o/$org/p/$project/workflows/$workflow");
const text = workflowsText;

export function WorkflowPage() {
  const organization = useOrganization();
  const project = useProject();
  const params = route.useParams();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(WorkflowDocument, {
    variables: { project: project.id, slug: params.workflow },
  });
  if (data === undefined) {
    return error ? <PageFailed error={error} onRetry={() => void refetch()} /> : <PagePending />;
  }
  const workflow = data.project?.workflow;
  if (!workflow) return <PageNotFound what="workflow" />;

  return (
    <>
      <PageTitle title={workflow.name} context={project.name} lead={workflow.description ?? undefined} />
      <WorkflowDefinition workflow={workflow} />
      <SimpleGrid cols={{ base: 1, md: 2 }} mt="md">
        <Paper component="section" withBorder bg="var(--surface)" p="md" miw={0}>
          <Title order={2} mb="xs">
            {text.trigger}
          </Title>
          {project.viewerPermissions.includes("workflow:trigger") ? (
            <TriggerForm
              workflowId={workflow.id}
              onTriggered={(execution) =>
                void navigate({
                  to: "/o/$org/p/$project/executions/$execution",
                  params: { org: organization.slug, project: project.slug, execution },
                })
              }
            />
          ) : (
            <Text size="sm" c="dimmed">
              {text.triggerLocked}
            </Text>
          )}
        </Paper>
        <Paper component="section" withBorder bg="var(--surface)" p="md" miw={0}>
          <Title order={2} mb="xs">
            {text.code}
          </Title>
          <Text size="sm" c="dimmed" mb="xs">
            {text.codeHint}
          </Text>
          <CodeSamples samples={triggerSamples(window.location.origin, workflow.id)} />
        </Paper>
      </SimpleGrid>
      <Title order={2} mt="xl" mb="sm">
        {executionsText.title}
      </Title>
      <ExecutionList project={project} organization={organization.slug} workflowId={workflow.id} />
    </>
  );
}
