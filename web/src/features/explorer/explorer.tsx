import { useQuery } from "@apollo/client/react";
import { Skeleton } from "@mantine/core";
import { Suspense, useMemo, useState } from "react";
import { part } from "../../components/part.js";
import { commonText } from "../../messages/common.js";
import { explorerText } from "../../messages/explorer.js";
import { ExplorerSampleDocument } from "./explorer.graphql.js";
import { fetcherFor } from "./fetcher.js";
import { type Identity, IdentityPicker } from "./identity.js";
import "./explorer.css";

const text = explorerText;
const Workbench = part(() => import("./workbench.js").then((module) => module.Workbench));

/** The API to try out, as oneself or with a key that only this page's memory holds. */
export function Explorer() {
  const [identity, setIdentity] = useState<Identity>({ kind: "me" });
  const { data, loading } = useQuery(ExplorerSampleDocument);
  const secret = identity.kind === "me" ? null : (identity.using?.secret ?? undefined);
  const fetcher = useMemo(() => (secret === undefined ? nothingSent : fetcherFor(secret)), [secret]);
  const projects = data?.organizations.nodes[0]?.projects.nodes ?? [];
  const [workflow] = projects.flatMap(({ workflows }) => workflows?.nodes ?? []);
  const shape = <Skeleton h="100%" aria-busy aria-label={commonText.loading} />;

  return (
    <>
      <IdentityPicker identity={identity} onChange={setIdentity} />
      <section className="explorer-workbench" aria-label={text.workbench}>
        {data === undefined && loading ? (
          shape
        ) : (
          <Suspense fallback={shape}>
            <Workbench fetcher={fetcher} workflowId={workflow?.id} />
          </Suspense>
        )}
      </section>
    </>
  );
}

/** While a key is being chosen: neither the session nor half a key answers by mistake. */
const nothingSent = async () => {
  throw new Error(text.noKey);
};
