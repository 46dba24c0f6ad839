import { PageTitle } from "../../components/page-title.js";

export function AnyApiKeyPage() {
  return <PageTitle title="AnyApiKeyPage" />;
}
