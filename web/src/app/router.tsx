import type { ApolloClient } from "@apollo/client";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { SessionDocument } from "../features/session/session.graphql.js";
import { safeNextPath } from "../lib/next-path.js";
import { PageError } from "./routes/page-error.js";
import { PageNotFound } from "./routes/page-not-found.js";
import { PagePending } from "./routes/page-pending.js";

interface RouterContext {
  client: ApolloClient;
  /** From the set-up link; taken out of the address before the router saw it. */
  setupToken: string;
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
  component: lazyRouteComponent(() => import("./routes/setup.js"), "SetupPage"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: ({ next }): { next?: string } => {
    const path = safeNextPath(next);
    return path === "/" ? {} : { next: path };
  },
  beforeLoad: async ({ context, search }) => {
    const { signedIn, setupRequired } = await loadSession(context);
    if (setupRequired) throw redirect({ to: "/setup", replace: true });
    if (signedIn) throw redirect({ href: search.next ?? "/", replace: true });
  },
  component: lazyRouteComponent(() => import("./routes/sign-in.js"), "SignInPage"),
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
  component: lazyRouteComponent(() => import("./routes/signed-in.js"), "SignedInLayout"),
});

const organizations = createRoute({
  getParentRoute: () => signedIn,
  path: "/",
  // Somebody with one organization is taken straight into it, unless they ask for the list.
  validateSearch: ({ all }): { all?: true } => (all === true ? { all } : {}),
  component: lazyRouteComponent(() => import("./routes/organizations.js"), "OrganizationsPage"),
});

const organization = createRoute({
  getParentRoute: () => signedIn,
  path: "/o/$org",
  component: lazyRouteComponent(() => import("./routes/organization.js"), "OrganizationLayout"),
});

const organizationProjects = createRoute({
  getParentRoute: () => organization,
  path: "/",
  component: lazyRouteComponent(
    () => import("./routes/organization-projects.js"),
    "OrganizationProjectsPage",
  ),
});

const organizationApiKeys = createRoute({
  getParentRoute: () => organization,
  path: "/api-keys",
  validateSearch: ({ tab, project }): { tab?: "projects"; project?: string } => ({
    ...(tab === "projects" ? { tab } : {}),
    ...(typeof project === "string" ? { project } : {}),
  }),
  component: lazyRouteComponent(() => import("./routes/organization-api-keys.js"), "OrganizationApiKeysPage"),
});

const project = createRoute({
  getParentRoute: () => organization,
  path: "/p/$project",
  component: lazyRouteComponent(() => import("./routes/project.js"), "ProjectLayout"),
});

const projectWorkflows = createRoute({
  getParentRoute: () => project,
  path: "/",
  component: lazyRouteComponent(() => import("./routes/project-workflows.js"), "ProjectWorkflowsPage"),
});

const projectApiKeys = createRoute({
  getParentRoute: () => project,
  path: "/api-keys",
  component: lazyRouteComponent(() => import("./routes/project-api-keys.js"), "ProjectApiKeysPage"),
});

const workflow = createRoute({
  getParentRoute: () => project,
  path: "/workflows/$workflow",
  component: lazyRouteComponent(() => import("./routes/workflow.js"), "WorkflowPage"),
});

const execution = createRoute({
  getParentRoute: () => project,
  path: "/executions/$execution",
  component: lazyRouteComponent(() => import("./routes/execution.js"), "ExecutionPage"),
});

const routeTree = root.addChildren([
  setup,
  signIn,
  signedIn.addChildren([
    organizations,
    organization.addChildren([
      organizationProjects,
      organizationApiKeys,
      project.addChildren([projectWorkflows, projectApiKeys, workflow, execution]),
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
