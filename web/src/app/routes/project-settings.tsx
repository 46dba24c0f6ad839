import { PageTitle } from "../../components/page-title.js";

export function ProjectSettingsPage() {
  return <PageTitle title="ProjectSettingsPage" />;
}
