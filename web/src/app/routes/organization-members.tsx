import { PageTitle } from "../../components/page-title.js";

export function OrganizationMembersPage() {
  return <PageTitle title="OrganizationMembersPage" />;
}
