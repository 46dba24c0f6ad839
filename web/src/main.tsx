import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./app/app.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createApolloClient } from "./app/apollo.js";
import { Providers } from "./app/providers.js";
import { createAppRouter } from "./app/router.js";
import { Session } from "./app/session.js";
import { takeSetupToken } from "./lib/setup-token.js";

const container = document.getElementById("root");
if (container === null) throw new Error("index.html has no element #root.");
const root = createRoot(container);

/** What is shown, typed and kept goes at once, and with it whatever would ask before the page is left. */
function startAgain(address?: string) {
  root.unmount();
  if (address === undefined) window.location.reload();
  else window.location.replace(address);
}

// A page that the browser kept whole while it was away knows nothing of what happened meanwhile.
window.addEventListener("pageshow", ({ persisted }) => persisted && startAgain());

const tabs = new BroadcastChannel("postern.session");
const session = new Session({ tell: (news) => tabs.postMessage(news), startAgain });
tabs.onmessage = ({ data }) => session.hear(data);
const client = createApolloClient(session);
const setupToken = window.location.pathname === "/setup" ? takeSetupToken() : "";
const router = createAppRouter({ client, setupToken });

root.render(
  <StrictMode>
    <Providers client={client} router={router} session={session} startAgain={startAgain} />
  </StrictMode>,
);
