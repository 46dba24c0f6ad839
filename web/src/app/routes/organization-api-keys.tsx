import { Tabs } from "@mantine/core";
import { getRouteApi, Outlet } from "@tanstack/react-router";
import { PageTitle } from "../../components/page-title.js";
import { AllProjectKeys } from "../../features/api-key/all-project-keys.js";
import type { OnKeySearch } from "../../features/api-key/keys-view.js";
import { OrganizationKeyList } from "../../features/api-key/organization-key-list.js";
import { useCreateKey } from "../../features/api-key/use-create-key.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { useOrganization } from "../place.js";
import { PageForbidden } from "./page-forbidden.js";

const route = getRouteApi("/signed-in/o/$org/api-keys");
const text = apiKeysText;

export function OrganizationApiKeysPage() {
  const organization = useOrganization();
  const search = route.useSearch();
  const { tab } = search;
  const navigate = route.useNavigate();
  const onSearch: OnKeySearch = (patch, how) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), ...how });
  const may = (permission: string) => organization.viewerPermissions.includes(permission);
  const create = useCreateKey(
    may("organizationApiKey:manage") ? { level: "ORGANIZATION", organization } : null,
  );
  if (!may("organizationApiKey:read")) return <PageForbidden what="organizationKeys" />;

  return (
    <>
      <PageTitle
        title={text.organizationTitle}
        context={organization.name}
        lead={tab === "projects" ? text.projectsLead : text.organizationLead}
        action={tab === "projects" ? undefined : create.button}
      />
      <Tabs
        value={tab ?? "organization"}
        onChange={(chosen) => void navigate({ search: chosen === "projects" ? { tab: "projects" } : {} })}
        keepMounted={false}
      >
        <Tabs.List aria-label={text.tabsLabel} mb="md">
          <Tabs.Tab value="organization">{text.tabs.organization}</Tabs.Tab>
          <Tabs.Tab value="projects">{text.tabs.projects}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="organization">
          <OrganizationKeyList
            organization={organization}
            level="ORGANIZATION"
            search={search}
            onSearch={onSearch}
            create={create.button}
          />
        </Tabs.Panel>
        <Tabs.Panel value="projects">
          <AllProjectKeys organization={organization} search={search} onSearch={onSearch} />
        </Tabs.Panel>
      </Tabs>
      {create.dialog}
      <Outlet />
    </>
  );
}
