import { ApolloClient, ApolloLink, InMemoryCache, type Observable } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import {
  createBrowserHistory,
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { render } from "@testing-library/react";
import type { FunctionComponent } from "react";

/** What was asked of the server. */
export interface Asked {
  operation: string;
  variables: Record<string, unknown>;
}

interface Options {
  /** Answers as the server does. */
  server: (asked: Asked) => Observable<object>;
  address?: string;
  validateSearch?: (raw: Record<string, unknown>) => object;
  /** With the history of the browser: in memory, nothing asks before Back. */
  inBrowser?: boolean;
}

/** A page for tests, with an address, the theme, and a server that is a function. */
export function renderInApp(
  component: FunctionComponent,
  { server, address = "/", validateSearch, inBrowser = false }: Options,
) {
  const asked: Asked[] = [];
  const link = new ApolloLink(({ operationName = "", variables }) => {
    const question = { operation: operationName, variables };
    asked.push(question);
    return server(question);
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const root = createRootRoute({ component, ...(validateSearch && { validateSearch }) });
  if (inBrowser) window.history.replaceState(null, "", address);
  const history = inBrowser ? createBrowserHistory() : createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({ routeTree: root, history });
  render(
    <ApolloProvider client={client}>
      <MantineProvider env="test">
        <Notifications />
        <RouterProvider router={router as never} />
      </MantineProvider>
    </ApolloProvider>,
  );
  return { asked, client, history, address: () => history.location.href };
}
