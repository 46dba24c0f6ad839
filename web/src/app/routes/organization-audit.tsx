import { PageTitle } from "../../components/page-title.js";

export function OrganizationAuditPage() {
  return <PageTitle title="OrganizationAuditPage" />;
}
