import { PageTitle } from "../../components/page-title.js";

export function InvitationPage() {
  return <PageTitle title="InvitationPage" />;
}
