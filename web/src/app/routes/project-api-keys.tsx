import { getRouteApi, Outlet } from "@tanstack/react-router";
import { PageTitle } from "../../components/page-title.js";
import { ProjectKeyList } from "../../features/api-key/project-key-list.js";
import { useCreateKey } from "../../features/api-key/use-create-key.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { useOrganization, useProject } from "../place.js";
import { PageForbidden } from "./page-forbidden.js";

const route = getRouteApi("/signed-in/o/$org/p/$project/api-keys");
const text = apiKeysText;

export function ProjectApiKeysPage() {
  const organization = useOrganization();
  const project = useProject();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = (permission: string) => project.viewerPermissions.includes(permission);
  const manages = may("apiKey:manage");
  const owner = { level: "PROJECT", project } as const;
  const create = useCreateKey(
    manages ? owner : may("personalApiKey:create") ? { ...owner, kinds: ["PERSONAL"] } : null,
    manages ? text.create : text.createPersonal,
  );
  if (!may("apiKey:read")) return <PageForbidden what="projectKeys" />;

  return (
    <>
      <PageTitle
        title={text.projectTitle}
        context={project.name}
        lead={text.projectLead}
        action={create.button}
      />
      <ProjectKeyList
        project={project}
        organization={organization}
        search={search}
        onSearch={(patch, how) => void navigate({ search: (before) => ({ ...before, ...patch }), ...how })}
        seesOrganizationKeys={organization.viewerPermissions.includes("organizationApiKey:read")}
        create={create.button}
      />
      {create.dialog}
      <Outlet />
    </>
  );
}
