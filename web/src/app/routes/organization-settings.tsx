import { PageTitle } from "../../components/page-title.js";

export function OrganizationSettingsPage() {
  return <PageTitle title="OrganizationSettingsPage" />;
}
