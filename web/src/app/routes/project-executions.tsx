import { getRouteApi } from "@tanstack/react-router";
import { PageTitle } from "../../components/page-title.js";
import { ExecutionsView } from "../../features/execution/executions-view.js";
import { executionsText } from "../../messages/executions.js";
import { useOrganization, useProject } from "../place.js";
import { PageForbidden } from "./page-forbidden.js";

const route = getRouteApi("/signed-in/o/$org/p/$project/executions");

export function ProjectExecutionsPage() {
  const organization = useOrganization();
  const project = useProject();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  if (!project.viewerPermissions.includes("execution:read")) return <PageForbidden what="executions" />;
  return (
    <>
      <PageTitle title={executionsText.listTitle} context={project.name} lead={executionsText.listLead} />
      <ExecutionsView
        project={project}
        organization={organization.slug}
        withKeys={project.viewerPermissions.includes("apiKey:read")}
        search={search}
        onSearch={(patch) => void navigate({ search: (before) => ({ ...before, ...patch }) })}
      />
    </>
  );
}
