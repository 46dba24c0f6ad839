import { getRouteApi, Outlet } from "@tanstack/react-router";
import { PageTitle } from "../../components/page-title.js";
import { CreateKeyButton } from "../../features/api-key/create-key-button.js";
import { ProjectKeyList } from "../../features/api-key/project-key-list.js";
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
  if (!may("apiKey:read")) return <PageForbidden what="projectKeys" />;
  const owner = { level: "PROJECT", project } as const;
  const create = may("apiKey:manage") ? (
    <CreateKeyButton owner={owner} />
  ) : may("personalApiKey:create") ? (
    <CreateKeyButton owner={{ ...owner, kinds: ["PERSONAL"] }} label={text.createPersonal} />
  ) : undefined;

  return (
    <>
      <PageTitle title={text.projectTitle} context={project.name} lead={text.projectLead} action={create} />
      <ProjectKeyList
        project={project}
        organization={organization}
        search={search}
        onSearch={(patch, how) => void navigate({ search: (before) => ({ ...before, ...patch }), ...how })}
        seesOrganizationKeys={organization.viewerPermissions.includes("organizationApiKey:read")}
        create={create}
      />
      <Outlet />
    </>
  );
}
