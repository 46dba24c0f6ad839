import { PageTitle } from "../../components/page-title.js";

export function AccountPage() {
  return <PageTitle title="AccountPage" />;
}
