import { type ReactNode, useState } from "react";
import { of } from "rxjs";
import { type Asked, renderInApp } from "../../testing/render-in-app.js";
import { aKey } from "./project-list.testing.js";

// A dialog about a key for tests, opened by a button, with a server that is a function.

const policyOf = (policy: object) => ({ __typename: "ApiKeyPolicy", ...policy });

/** What every dialog asks besides, answered from here. */
export function background({ operation }: Asked, policy: object) {
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
  function Page() {
    const [open, setOpen] = useState(true);
    return open ? dialog(() => setOpen(false)) : <p>closed</p>;
  }
  return renderInApp(Page, {
    server: (asked) => of(server?.(asked) ?? background(asked, policy) ?? { data: {} }),
  });
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
