import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./app/app.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createApolloClient } from "./app/apollo.js";
import { Providers } from "./app/providers.js";
import { createAppRouter } from "./app/router.js";
import { forgetRecent } from "./features/palette/recent.js";
import { SessionDocument } from "./features/session/session.graphql.js";
import { takeSetupToken } from "./lib/setup-token.js";

const client = createApolloClient({
  onEnded: () => void endSession(),
  onNothing: () => void checkSession(),
});
const setupToken = window.location.pathname === "/setup" ? takeSetupToken() : "";
const router = createAppRouter({ client, setupToken });

/** The server no longer knows the session: forget what was read with it, sign in, and come back here. */
async function endSession() {
  const { pathname, href } = router.state.location;
  if (pathname === "/sign-in") return;
  forgetRecent();
  await client.clearStore();
  await router.navigate({ to: "/sign-in", search: { next: href }, replace: true });
}

async function checkSession() {
  const { data } = await client.query({ query: SessionDocument, fetchPolicy: "network-only" });
  if (data?.viewer === null) await endSession();
}

const container = document.getElementById("root");
if (container === null) throw new Error("index.html has no element #root.");
createRoot(container).render(
  <StrictMode>
    <Providers client={client} router={router} />
  </StrictMode>,
);
