import { PageTitle } from "../../components/page-title.js";

export function ExplorerPage() {
  return <PageTitle title="ExplorerPage" />;
}
