import { Title } from "@mantine/core";
import { PageTitle } from "../../components/page-title.js";
import { ExecutionList } from "../../features/execution/execution-list.js";
import { CreateWorkflowButton } from "../../features/workflow/create-workflow-button.js";
import { WorkflowList } from "../../features/workflow/workflow-list.js";
import { executionsText } from "../../messages/executions.js";
import { workflowsText } from "../../messages/workflows.js";
import { useOrganization, useProject } from "../place.js";

export function ProjectWorkflowsPage() {
  const organization = useOrganization();
  const project = useProject();
  const create = project.viewerPermissions.includes("workflow:write") ? (
    <CreateWorkflowButton projectId={project.id} />
  ) : null;

  return (
    <>
      <PageTitle title={workflowsText.title} context={project.name} action={create} />
      <WorkflowList project={project} organization={organization.slug} create={create} />
      <Title order={2} mt="xl" mb="sm" id="executions">
        {executionsText.title}
      </Title>
      <ExecutionList project={project} organization={organization.slug} />
    </>
  );
}
