import type { ApolloClient } from "@apollo/client";
import { createRootRouteWithContext, createRoute, redirect } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { part } from "../components/part.js";
import { SessionDocument } from "../features/session/session.graphql.js";
import { readSignInReason, type SignInReason, safeNextPath } from "../lib/next-path.js";

// Who gets in, and where those go who do not: the routes in front of every page.

export interface RouterContext {
  client: ApolloClient;
  /** From the set-up link; taken out of the address before the router saw it. */
  setupToken: string;
}

/** Named by a string: a page's own type depends on the routes', so theirs must not depend on it. */
export function page<Module extends object>(importer: () => Promise<Module>, name: keyof Module) {
  return part<object>(() => importer().then((module) => module[name] as ComponentType));
}

export const root = createRootRouteWithContext<RouterContext>()();

/** Who is here, and whether anybody has set the server up. Asked once, then remembered until sign-out. */
async function loadSession({ client }: RouterContext) {
  const { data } = await client.query({ query: SessionDocument, fetchPolicy: "cache-first" });
  return {
    signedIn: data?.viewer?.__typename === "User",
    setupRequired: data?.server.setupRequired === true,
  };
}

export const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  beforeLoad: async ({ context }) => {
    if (!(await loadSession(context)).setupRequired) throw redirect({ to: "/", replace: true });
  },
  component: page(() => import("./routes/setup.js"), "SetupPage"),
});

export const signIn = createRoute({
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

export const signedIn = createRoute({
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

export const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitations/$token",
  component: page(() => import("./routes/invitation.js"), "InvitationPage"),
});
