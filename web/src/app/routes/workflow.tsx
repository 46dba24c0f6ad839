import { useQuery } from "@apollo/client/react";
import { Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { PageTitle } from "../../components/page-title.js";
import { StatusWord } from "../../components/status-word.js";
import { ExecutionsView } from "../../features/execution/executions-view.js";
import { DisabledAlert } from "../../features/workflow/disabled-alert.js";
import { TriggerForm } from "../../features/workflow/trigger-form.js";
import { WorkflowDocument } from "../../features/workflow/workflow.graphql.js";
import { WorkflowActions } from "../../features/workflow/workflow-actions.js";
import { WorkflowCode } from "../../features/workflow/workflow-code.js";
import { WorkflowDefinition } from "../../features/workflow/workflow-definition.js";
import { WorkflowHours } from "../../features/workflow/workflow-hours.js";
import { workflowLook } from "../../features/workflow/workflow-status.js";
import { executionsText } from "../../messages/executions.js";
import { workflowPageText } from "../../messages/workflow-page.js";
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
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(WorkflowDocument, {
    variables: { project: project.id, slug: params.workflow },
  });
  if (data === undefined) {
    return error ? <PageFailed error={error} onRetry={() => void refetch()} /> : <PagePending />;
  }
  const workflow = data.project?.workflow;
  if (!workflow) return <PageNotFound what="workflow" />;
  const canWrite = project.viewerPermissions.includes("workflow:write");
  const here = { org: organization.slug, project: project.slug };

  return (
    <>
      <PageTitle
        title={workflow.name}
        context={project.name}
        lead={
          <Stack gap="xs" align="flex-start">
            <StatusWord {...workflowLook(workflow)} />
            {workflow.description !== null && <span>{workflow.description}</span>}
            {!canWrite && <span>{workflowPageText.locked}</span>}
          </Stack>
        }
        action={
          canWrite && (
            <WorkflowActions
              workflow={workflow}
              onSaved={(slug) => {
                const to = "/o/$org/p/$project/workflows/$workflow";
                if (slug !== workflow.slug) {
                  void navigate({ to, params: { ...here, workflow: slug }, replace: true });
                }
              }}
              onDeleted={() => navigate({ to: "/o/$org/p/$project", params: here, replace: true })}
            />
          )
        }
      />
      <DisabledAlert workflow={workflow} canWrite={canWrite} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Stack gap="md" miw={0}>
          <WorkflowDefinition workflow={workflow} canWrite={canWrite} />
          <Paper component="section" withBorder bg="var(--surface)" p="md" miw={0}>
            <Title order={2} mb="xs">
              {text.trigger}
            </Title>
            {project.viewerPermissions.includes("workflow:trigger") ? (
              <TriggerForm
                key={workflow.id}
                workflow={workflow}
                onTriggered={(execution) =>
                  void navigate({
                    to: "/o/$org/p/$project/executions/$execution",
                    params: { ...here, execution },
                  })
                }
              />
            ) : (
              <Text size="sm" c="dimmed">
                {text.triggerLocked}
              </Text>
            )}
          </Paper>
        </Stack>
        <Stack gap="md" miw={0}>
          <WorkflowHours
            workflowId={workflow.id}
            range={search.range ?? "day"}
            onRange={(range) =>
              void navigate({
                search: (before) => ({ ...before, range: range === "week" ? range : undefined }),
                replace: true,
                resetScroll: false,
              })
            }
          />
          <WorkflowCode workflow={workflow} />
        </Stack>
      </SimpleGrid>
      <Title order={2} mt="xl" mb="sm">
        {executionsText.listTitle}
      </Title>
      <ExecutionsView
        project={project}
        organization={organization.slug}
        of={workflow}
        withKeys={project.viewerPermissions.includes("apiKey:read")}
        search={search}
        onSearch={(patch) =>
          void navigate({ search: (before) => ({ ...before, ...patch }), resetScroll: false })
        }
      />
    </>
  );
}
