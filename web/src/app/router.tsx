import { createRoute, createRouter } from "@tanstack/react-router";
import { type KeySearch, readKeySearch } from "../features/api-key/key-search.js";
import { readAuditSearch } from "../features/audit/audit-search.js";
import { type ExecutionSearch, readExecutionSearch } from "../features/execution/execution-search.js";
import { invitation, page, type RouterContext, root, setup, signedIn, signIn } from "./door-routes.js";
import { PageError } from "./routes/page-error.js";
import { PageNotFound } from "./routes/page-not-found.js";
import { PagePending } from "./routes/page-pending.js";

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
  // The page's own workflow is no filter of its list.
  validateSearch: (raw: Record<string, unknown>): ExecutionSearch & { range?: "week" } => ({
    ...readExecutionSearch(raw),
    workflow: undefined,
    range: raw.range === "week" ? raw.range : undefined,
  }),
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
