import type { ApolloClient } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { ConnectionBar } from "./connection-bar.js";
import type { AppRouter } from "./router.js";
import type { Session } from "./session.js";
import { SessionOver } from "./session-over.js";
import { cssVariablesResolver, theme } from "./theme.js";

// Nothing has succeeded yet when the first page comes: the toasts' place may come after it.
// A page without them is better than none.
const Toasts = lazy(() =>
  import("./toasts.js").then(
    (module) => ({ default: module.Toasts }),
    () => ({ default: () => <></> }),
  ),
);

interface Props {
  client: ApolloClient;
  router: AppRouter;
  session: Session;
  startAgain: (address: string) => void;
}

export function Providers({ client, router, session, startAgain }: Props) {
  return (
    <ApolloProvider client={client}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <ConnectionBar />
        <RouterProvider router={router} />
        <SessionOver session={session} startAgain={startAgain} />
        <Suspense>
          <Toasts />
        </Suspense>
      </MantineProvider>
    </ApolloProvider>
  );
}
