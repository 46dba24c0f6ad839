import { getRouteApi } from "@tanstack/react-router";
import { PageTitle } from "../../components/page-title.js";
import { ExecutionActions } from "../../features/execution/execution-actions.js";
import { ExecutionView } from "../../features/execution/execution-view.js";
import { useExecution } from "../../features/execution/use-execution.js";
import { executionsText } from "../../messages/executions.js";
import { useOrganization, useProject } from "../place.js";
import { PageFailed } from "./page-failed.js";
import { PageNotFound } from "./page-not-found.js";
import { PagePending } from "./page-pending.js";

const route = getRouteApi("/signed-in/o/$org/p/$project/executions/$execution");

export function ExecutionPage() {
  const organization = useOrganization();
  const project = useProject();
  const { execution: id } = route.useParams();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useExecution(id);
  if (data === undefined) {
    return error ? <PageFailed error={error} onRetry={() => void refetch()} /> : <PagePending />;
  }
  const { execution } = data;
  // An execution of another project is not shown under this project's name.
  if (!execution || execution.project.id !== project.id) return <PageNotFound what="execution" />;

  return (
    <>
      <PageTitle
        title={executionsText.pageTitle(execution.workflow.name)}
        context={project.name}
        action={
          <ExecutionActions
            execution={execution}
            permissions={project.viewerPermissions}
            onRetried={(execution) =>
              void navigate({
                to: "/o/$org/p/$project/executions/$execution",
                params: { org: organization.slug, project: project.slug, execution },
              })
            }
          />
        }
      />
      <ExecutionView execution={execution} organization={organization.slug} />
    </>
  );
}
