import type { ApolloClient } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { ConnectionBar } from "./connection-bar.js";
import type { AppRouter } from "./router.js";
import { cssVariablesResolver, theme } from "./theme.js";

// Nothing has succeeded yet when the first page comes: the toasts' place may come after it.
// A page without them is better than none.
const Toasts = lazy(() =>
  import("./toasts.js").then(
    (module) => ({ default: module.Toasts }),
    () => ({ default: () => <></> }),
  ),
);

export function Providers({ client, router }: { client: ApolloClient; router: AppRouter }) {
  return (
    <ApolloProvider client={client}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <ConnectionBar />
        <RouterProvider router={router} />
        <Suspense>
          <Toasts />
        </Suspense>
      </MantineProvider>
    </ApolloProvider>
  );
}
