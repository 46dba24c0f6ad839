import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { of } from "rxjs";
import { type Asked, aKey } from "./project-list.testing.js";

// A dialog about a key for tests, opened by a button, with a server that is a function.

const policyOf = (policy: object) => ({ __typename: "ApiKeyPolicy", ...policy });

/** What every dialog asks besides, answered from here. */
function background({ operation }: Asked, policy: object) {
  const organization = { __typename: "Organization", id: "organization-1", apiKeyPolicy: policyOf(policy) };
  const server = { __typename: "ServerInfo", defaultRateLimitPerMinute: 600 };
  switch (operation) {
    case "OrganizationKeyPolicy":
      return { data: { organization, server } };
    case "ProjectKeyPolicy":
      return { data: { project: { __typename: "Project", id: "project-1", organization }, server } };
    case "OrganizationSample":
      return { data: { organization: { ...organization, projects: { __typename: "C", edges: [] } } } };
    case "ProjectSample":
      return { data: { project: null } };
    default:
      return undefined;
  }
}

interface Options {
  server?: (asked: Asked) => object | undefined;
  policy?: { maxLifetimeDays: number | null; requireAllowedIps: boolean };
}

/** Renders what `dialog` gives until it asks to be closed. */
export function openDialog(dialog: (onClose: () => void) => ReactNode, options: Options = {}) {
  const { server, policy = { maxLifetimeDays: null, requireAllowedIps: false } } = options;
  const asked: Asked[] = [];
  const link = new ApolloLink(({ operationName = "", variables }) => {
    const question = { operation: operationName, variables };
    asked.push(question);
    return of((server?.(question) ?? background(question, policy) ?? { data: {} }) as object);
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const root = createRootRoute({ component: Page });
  const history = createMemoryHistory({ initialEntries: ["/"] });
  const router = createRouter({ routeTree: root, history });

  function Page() {
    const [open, setOpen] = useState(true);
    return open ? dialog(() => setOpen(false)) : <p>closed</p>;
  }
  render(
    <ApolloProvider client={client}>
      <MantineProvider env="test">
        <Notifications />
        <RouterProvider router={router as never} />
      </MantineProvider>
    </ApolloProvider>,
  );
  return { asked, client };
}

/** A key with all that the drawer knows of it. */
export const aDetailedKey = (given: Partial<ReturnType<typeof aKey>> = {}) => ({
  ...aKey({ id: "key-1", name: "CI" }),
  allowedIps: [] as string[],
  rateLimitPerMinute: 600,
  rateLimitIsDefault: true,
  lastUsedIp: null,
  organization: {
    __typename: "Organization",
    id: "organization-1",
    name: "Acme",
    slug: "acme",
    viewerPermissions: [] as string[],
  },
  usage: [],
  denials: [],
  viewerCanUpdate: true,
  ...given,
});
