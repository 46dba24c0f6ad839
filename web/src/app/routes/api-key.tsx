import { PageTitle } from "../../components/page-title.js";

export function OrganizationApiKeyDrawer() {
  return <PageTitle title="OrganizationApiKeyDrawer" />;
}

export function ProjectApiKeyDrawer() {
  return <PageTitle title="ProjectApiKeyDrawer" />;
}
