import type { ApiKeyRole } from "@postern/shared";

/** Nobody: no credential came with the request. */
export interface AnonymousPrincipal {
  kind: "ANONYMOUS";
}

/** A signed-in person. */
export interface UserPrincipal {
  kind: "USER";
  userId: string;
  sessionId: string;
  name: string;
}

/** An API key that passed every check of its own, as it was when the call came in. */
export interface ApiKeyPrincipal {
  kind: "API_KEY";
  apiKeyId: string;
  name: string;
  organizationId: string;
  /** The project it lives in; null for an organization-level key. */
  projectId: string | null;
  /** The projects its access covers; null: all of its organization, later ones included. */
  projectIds: ReadonlySet<string> | null;
  role: ApiKeyRole;
  /** The user whom a PERSONAL key stands for: it may do what both of them may. */
  ownerId: string | null;
}

/** Postern itself: set-up, the command line, the delivery of executions. */
export interface SystemPrincipal {
  kind: "SYSTEM";
  name: string;
}

/** Who is calling now. Every credential becomes one of these, and nothing else decides. */
export type Principal = AnonymousPrincipal | UserPrincipal | ApiKeyPrincipal | SystemPrincipal;

export const ANONYMOUS: AnonymousPrincipal = { kind: "ANONYMOUS" };
export const POSTERN: SystemPrincipal = { kind: "SYSTEM", name: "Postern" };
