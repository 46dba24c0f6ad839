import { PageTitle } from "../../components/page-title.js";
import { Explorer } from "../../features/explorer/explorer.js";
import { explorerText } from "../../messages/explorer.js";

export function ExplorerPage() {
  return (
    <>
      <PageTitle title={explorerText.title} lead={`${explorerText.lead} ${explorerText.tabKey}`} />
      <Explorer />
    </>
  );
}
