import { useQuery } from "@apollo/client/react";
import { Suspense, useState } from "react";
import { part } from "../../components/part.js";
import { AccountButton } from "./account-button.js";
import { SessionDocument } from "./session.graphql.js";

const AccountMenu = part(() => import("./account-menu.js").then((module) => module.AccountMenu));

/** Who is signed in. The menu's code, a tenth of the first page's, comes when somebody reaches for it. */
export function UserMenu() {
  const { data } = useQuery(SessionDocument, { fetchPolicy: "cache-first" });
  const [wanted, setWanted] = useState(false);
  const user = data?.viewer?.__typename === "User" ? data.viewer : null;
  if (user === null) return null;
  const preload = () => void AccountMenu.preload();
  const button = (
    <AccountButton
      name={user.name}
      aria-expanded={false}
      onPointerEnter={preload}
      onFocus={preload}
      onClick={() => setWanted(true)}
    />
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <AccountMenu user={user} />
    </Suspense>
  );
}
