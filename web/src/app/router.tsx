import type { ApolloClient } from "@apollo/client";
import { createRootRouteWithContext, createRoute, createRouter, redirect } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { part } from "../components/part.js";
import { type KeySearch, readKeySearch } from "../features/api-key/key-search.js";
import { readAuditSearch } from "../features/audit/audit-search.js";
import { readExecutionSearch } from "../features/execution/execution-search.js";
import { SessionDocument } from "../features/session/session.graphql.js";
import { readSignInReason, type SignInReason, safeNextPath } from "../lib/next-path.js";
import { PageError } from "./routes/page-error.js";
import { PageNotFound } from "./routes/page-not-found.js";
import { PagePending } from "./routes/page-pending.js";

interface RouterContext {
  client: ApolloClient;
  /** From the set-up link; taken out of the address before the router saw it. */
  setupToken: string;
}

/** Named by a string: a page's own type depends on the routes', so theirs must not depend on it. */
function page<Module extends object>(importer: () => Promise<Module>, name: keyof Module) {
  return part<object>(() => importer().then((module) => module[name] as ComponentType));
}

const root = createRootRouteWithContext<RouterContext>()();

/** Who is here, and whether anybody has set the server up. Asked once, then remembered until sign-out. */
async function loadSession({ client }: RouterContext) {
  const { data } = await client.query({ query: SessionDocument, fetchPolicy: "cache-first" });
  return {
    signedIn: data?.viewer?.__typename === "User",
    setupRequired: data?.server.setupRequired === true,
  };
}

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  beforeLoad: async ({ context }) => {
    if (!(await loadSession(context)).setupRequired) throw redirect({ to: "/", replace: true });
  },
  component: page(() => import("./routes/setup.js"), "SetupPage"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  // What a check leaves out stays as the address has it, so each of them names every part of its own.
  validateSearch: ({ next, why }): { next?: string; why?: SignInReason } => {
    const path = safeNextPath(next);
    return { next: path === "/" ? undefined : path, why: readSignInReason(why) };
  },
  beforeLoad: async ({ context, search }) => {
    const { signedIn, setupRequired } = await loadSession(context);
    if (setupRequired) throw redirect({ to: "/setup", replace: true });
    if (signedIn) throw redirect({ href: safeNextPath(search.next), replace: true });
  },
  component: page(() => import("./routes/sign-in.js"), "SignInPage"),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  beforeLoad: async ({ context, location }) => {
    const session = await loadSession(context);
    if (session.setupRequired) throw redirect({ to: "/setup", replace: true });
    if (!session.signedIn) {
      const next = safeNextPath(location.href);
      throw redirect({ to: "/sign-in", search: next === "/" ? {} : { next }, replace: true });
    }
  },
  component: page(() => import("./routes/signed-in.js"), "SignedInLayout"),
});

const organizations = createRoute({
  getParentRoute: () => signedIn,
  path: "/",
  // Somebody with one organization is taken straight into it, unless they ask for the list.
  validateSearch: ({ all }): { all?: true } => ({ all: all === true ? all : undefined }),
  component: page(() => import("./routes/organizations.js"), "OrganizationsPage"),
});

const organization = createRoute({
  getParentRoute: () => signedIn,
  path: "/o/$org",
  component: page(() => import("./routes/organization.js"), "OrganizationLayout"),
});

const organizationProjects = createRoute({
  getParentRoute: () => organization,
  path: "/",
  component: page(() => import("./routes/organization-projects.js"), "OrganizationProjectsPage"),
});

const organizationApiKeys = createRoute({
  getParentRoute: () => organization,
  path: "/api-keys",
  validateSearch: (raw: Record<string, unknown>): KeySearch & { tab?: "projects" } => ({
    ...readKeySearch(raw),
    level: undefined,
    tab: raw.tab === "projects" ? raw.tab : undefined,
  }),
  component: page(() => import("./routes/organization-api-keys.js"), "OrganizationApiKeysPage"),
});

/** One key over the list: who opens its address sees the list behind it. */
const organizationApiKey = createRoute({
  getParentRoute: () => organizationApiKeys,
  path: "/$key",
  component: page(() => import("./routes/api-key.js"), "OrganizationApiKeyDrawer"),
});

const organizationMembers = createRoute({
  getParentRoute: () => organization,
  path: "/members",
  validateSearch: ({ q }): { q?: string } => ({
    q: (typeof q === "string" || typeof q === "number") && q !== "" ? String(q) : undefined,
  }),
  component: page(() => import("./routes/organization-members.js"), "OrganizationMembersPage"),
});

const organizationAudit = createRoute({
  getParentRoute: () => organization,
  path: "/audit",
  validateSearch: readAuditSearch,
  component: page(() => import("./routes/organization-audit.js"), "OrganizationAuditPage"),
});

const organizationSettings = createRoute({
  getParentRoute: () => organization,
  path: "/settings",
  component: page(() => import("./routes/organization-settings.js"), "OrganizationSettingsPage"),
});

const project = createRoute({
  getParentRoute: () => organization,
  path: "/p/$project",
  component: page(() => import("./routes/project.js"), "ProjectLayout"),
});

const projectWorkflows = createRoute({
  getParentRoute: () => project,
  path: "/",
  component: page(() => import("./routes/project-workflows.js"), "ProjectWorkflowsPage"),
});

const projectApiKeys = createRoute({
  getParentRoute: () => project,
  path: "/api-keys",
  validateSearch: (raw: Record<string, unknown>): KeySearch => ({
    ...readKeySearch(raw),
    project: undefined,
    insight: undefined,
  }),
  component: page(() => import("./routes/project-api-keys.js"), "ProjectApiKeysPage"),
});

const projectApiKey = createRoute({
  getParentRoute: () => projectApiKeys,
  path: "/$key",
  component: page(() => import("./routes/api-key.js"), "ProjectApiKeyDrawer"),
});

const projectSettings = createRoute({
  getParentRoute: () => project,
  path: "/settings",
  component: page(() => import("./routes/project-settings.js"), "ProjectSettingsPage"),
});

const workflow = createRoute({
  getParentRoute: () => project,
  path: "/workflows/$workflow",
  validateSearch: ({ range }): { range?: "week" } => ({ range: range === "week" ? range : undefined }),
  component: page(() => import("./routes/workflow.js"), "WorkflowPage"),
});

const projectExecutions = createRoute({
  getParentRoute: () => project,
  path: "/executions",
  validateSearch: readExecutionSearch,
  component: page(() => import("./routes/project-executions.js"), "ProjectExecutionsPage"),
});

const execution = createRoute({
  getParentRoute: () => project,
  path: "/executions/$execution",
  component: page(() => import("./routes/execution.js"), "ExecutionPage"),
});

/** A key by its id alone, as the audit log and a pasted key name it: goes on to the list that it is in. */
const anyApiKey = createRoute({
  getParentRoute: () => signedIn,
  path: "/keys/$key",
  component: page(() => import("./routes/any-api-key.js"), "AnyApiKeyPage"),
});

const account = createRoute({
  getParentRoute: () => signedIn,
  path: "/account",
  component: page(() => import("./routes/account.js"), "AccountPage"),
});

const explorer = createRoute({
  getParentRoute: () => signedIn,
  path: "/explorer",
  component: page(() => import("./routes/explorer.js"), "ExplorerPage"),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitations/$token",
  component: page(() => import("./routes/invitation.js"), "InvitationPage"),
});

const routeTree = root.addChildren([
  setup,
  signIn,
  invitation,
  signedIn.addChildren([
    organizations,
    account,
    explorer,
    anyApiKey,
    organization.addChildren([
      organizationProjects,
      organizationApiKeys.addChildren([organizationApiKey]),
      organizationMembers,
      organizationAudit,
      organizationSettings,
      project.addChildren([
        projectWorkflows,
        projectApiKeys.addChildren([projectApiKey]),
        projectSettings,
        workflow,
        projectExecutions,
        execution,
      ]),
    ]),
  ]),
]);

export function createAppRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    defaultPreload: "intent",
    defaultPendingComponent: PagePending,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: () => <PageNotFound />,
    scrollRestoration: true,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module "@tanstack/react-router" {
  interface Register {
    router: AppRouter;
  }
}
