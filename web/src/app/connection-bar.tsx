import { useApolloClient } from "@apollo/client/react";
import { IconCheck, IconPlugConnectedX, IconWifiOff } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useConnectedAgain, useConnection, watchConnection } from "../lib/connection.js";
import { connectionText } from "../messages/connection.js";
import "./connection-bar.css";

const SHOWN_MS = 4_000;
const ICONS = { offline: IconWifiOff, away: IconPlugConnectedX, again: IconCheck };

/** Says that the server cannot be reached, and loads what the page shows anew once it can. */
export function ConnectionBar() {
  const client = useApolloClient();
  const connection = useConnection();
  const [again, setAgain] = useState(false);
  useEffect(watchConnection, []);
  useConnectedAgain(() => {
    setAgain(true);
    void client.refetchQueries({ include: "active" }).catch(() => {});
  });
  useEffect(() => {
    if (!again) return;
    const timer = setTimeout(() => setAgain(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [again]);

  const state = connection !== "present" ? connection : again ? "again" : null;
  const Icon = state && ICONS[state];
  return (
    <div role="status" className="connection-bar" data-state={state}>
      {Icon && <Icon size={18} aria-hidden />}
      {state && <span>{connectionText[state]}</span>}
    </div>
  );
}
