import { getRouteApi } from "@tanstack/react-router";
import { EmptyState } from "../../components/empty-state.js";
import { PageTitle } from "../../components/page-title.js";
import { ExecutionsView } from "../../features/execution/executions-view.js";
import { executionsText } from "../../messages/executions.js";
import { useOrganization, useProject } from "../place.js";

const route = getRouteApi("/signed-in/o/$org/p/$project/executions");

export function ProjectExecutionsPage() {
  const organization = useOrganization();
  const project = useProject();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageTitle title={executionsText.listTitle} context={project.name} lead={executionsText.listLead} />
      {project.viewerPermissions.includes("execution:read") ? (
        <ExecutionsView
          project={project}
          organization={organization.slug}
          withKeys={project.viewerPermissions.includes("apiKey:read")}
          search={search}
          onSearch={(patch) => void navigate({ search: (before) => ({ ...before, ...patch }) })}
        />
      ) : (
        <EmptyState title={executionsText.listTitle} lead={executionsText.listLocked} />
      )}
    </>
  );
}
