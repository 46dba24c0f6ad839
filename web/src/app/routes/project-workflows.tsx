import { Title } from "@mantine/core";
import { Suspense, useState } from "react";
import { CreateButton } from "../../components/create-button.js";
import { PageTitle } from "../../components/page-title.js";
import { part } from "../../components/part.js";
import { ExecutionList } from "../../features/execution/execution-list.js";
import { WorkflowList } from "../../features/workflow/workflow-list.js";
import { executionsText } from "../../messages/executions.js";
import { workflowsText } from "../../messages/workflows.js";
import { useOrganization, useProject } from "../place.js";

const CreateWorkflowDialog = part(() =>
  import("../../features/workflow/create-workflow-dialog.js").then((module) => module.CreateWorkflowDialog),
);

export function ProjectWorkflowsPage() {
  const organization = useOrganization();
  const project = useProject();
  // Here, and not in the button: the dialog goes on to the secret when the empty list and its button are gone.
  const [creating, setCreating] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const create = project.viewerPermissions.includes("workflow:write") ? (
    <CreateButton label={workflowsText.create} onClick={() => setCreating(true)} />
  ) : null;

  return (
    <>
      <PageTitle title={workflowsText.title} context={project.name} action={isEmpty ? undefined : create} />
      <WorkflowList
        key={project.id}
        project={project}
        organization={organization.slug}
        create={create}
        onEmpty={setEmpty}
      />
      <Title order={2} mt="xl" mb="sm" id="executions">
        {executionsText.title}
      </Title>
      <ExecutionList project={project} organization={organization.slug} />
      <Suspense>
        {creating && <CreateWorkflowDialog projectId={project.id} onClose={() => setCreating(false)} />}
      </Suspense>
    </>
  );
}
