import { createHash, randomBytes } from "node:crypto";
import {
  type ApiKeyRole,
  type OrganizationRole,
  type ProjectRole,
  TIMEOUT_MAX_SECONDS,
} from "@postern/shared";
import * as apiKeys from "../api-key/create.js";
import type { Principal } from "../auth/principal.js";
import { type Context, createContext } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { newId } from "../ids.js";
import { Membership } from "../organization/membership.entity.js";
import type { Organization } from "../organization/organization.entity.js";
import * as organizations from "../organization/organization.service.js";
import { countOwnerIn } from "../organization/owners.js";
import type { Project } from "../project/project.entity.js";
import * as projects from "../project/project.service.js";
import { ProjectMembership } from "../project/project-membership.entity.js";
import { Session } from "../session/session.entity.js";
import { User } from "../user/user.entity.js";
import type { Workflow } from "../workflow/workflow.entity.js";
import * as workflows from "../workflow/workflow.service.js";
import type { Caller } from "./client.js";
import type { TestServer } from "./test-server.js";

/** A signed-in person: a caller, and who that is. */
export interface Person extends Caller {
  userId: string;
  name: string;
  email: string;
}

/** A person in an organization. */
export interface Member extends Person {
  membershipId: string;
}

/** One organization with a person of every rank, two projects, and somebody who belongs elsewhere. */
export interface World {
  organization: Organization;
  project: Project;
  otherProject: Project;
  workflow: Workflow;
  signingSecret: string;
  owner: Person;
  admin: Member;
  /** Members with a role in `project` and none in `otherProject`. */
  projectAdmin: Member;
  editor: Member;
  viewer: Member;
  /** A member without a role in any project. */
  member: Member;
  /** Owner of another organization. */
  stranger: Person;
  foreignOrganization: Organization;
  foreignProject: Project;
  /** An organization-level key: of all projects, or of the named ones. */
  organizationKey(role?: ApiKeyRole, selected?: Project[]): Promise<Caller & { id: string; name: string }>;
  /** A key of `project`. */
  projectKey(role?: ApiKeyRole): Promise<Caller & { id: string; name: string }>;
}

let count = 0;

/** Builds a world through the product's own services; every call makes one apart from all others. */
export async function world(server: TestServer, targetUrl = "https://example.com/hook"): Promise<World> {
  const tag = `${Date.now().toString(36)}-${++count}`;
  const owner = await person(server, "Olivia Owner");
  const stranger = await person(server, "Sam Stranger");
  const asOwner = contextOf(server, owner);
  const organization = await organizations.create(asOwner, { name: `Acme ${tag}` });
  const project = await projects.create(asOwner, { organizationId: organization.id, name: "Billing" });
  const otherProject = await projects.create(asOwner, { organizationId: organization.id, name: "CRM" });
  const made = await workflows.create(asOwner, {
    projectId: project.id,
    name: "Send invoice",
    targetUrl,
    // A target that a test holds up is not to run into it.
    timeoutSeconds: TIMEOUT_MAX_SECONDS,
  });
  const asStranger = contextOf(server, stranger);
  const foreignOrganization = await organizations.create(asStranger, { name: `Globex ${tag}` });
  const foreignProject = await projects.create(asStranger, {
    organizationId: foreignOrganization.id,
    name: "Secret",
  });
  const joined = async (name: string, role: OrganizationRole, projectRole?: ProjectRole) =>
    join(
      server,
      await person(server, name),
      organization,
      role,
      projectRole && { project, role: projectRole },
    );
  const never = { policy: "NEVER" as const };
  return {
    organization,
    project,
    otherProject,
    ...made,
    owner,
    admin: await joined("Adam Admin", "ADMIN"),
    projectAdmin: await joined("Paula Projectadmin", "MEMBER", "ADMIN"),
    editor: await joined("Edgar Editor", "MEMBER", "EDITOR"),
    viewer: await joined("Vera Viewer", "MEMBER", "VIEWER"),
    member: await joined("Mia Member", "MEMBER"),
    stranger,
    foreignOrganization,
    foreignProject,
    async organizationKey(role = "TRIGGER", selected) {
      const { apiKey, secret } = await apiKeys.createForOrganization(asOwner, {
        organizationId: organization.id,
        name: "Org key",
        kind: "SERVICE",
        role,
        expiry: never,
        access: selected ? "SELECTED_PROJECTS" : "ALL_PROJECTS",
        projectIds: selected?.map(({ id }) => id) ?? null,
      });
      return { id: apiKey.id, name: apiKey.name, key: secret };
    },
    async projectKey(role = "TRIGGER") {
      const input = {
        projectId: project.id,
        name: "Project key",
        kind: "SERVICE" as const,
        role,
        expiry: never,
      };
      const { apiKey, secret } = await apiKeys.createForProject(asOwner, input);
      return { id: apiKey.id, name: apiKey.name, key: secret };
    },
  };
}

/** A context in which the services act as this person. */
export function contextOf(
  { runtime }: TestServer,
  { userId, name }: Pick<Person, "userId" | "name">,
): Context {
  const principal: Principal = { kind: "USER", userId, sessionId: newId("session"), name };
  return createContext(runtime, { principal, requestId: "test" });
}

/** An account with a session. Without a hash of its own there is no password, nor the cost of one. */
export async function person(
  server: TestServer,
  name: string,
  passwordHash = "not a hash: nobody signs in with it",
): Promise<Person> {
  const token = randomBytes(32).toString("base64url");
  const user = {
    id: newId("user"),
    email: `${randomBytes(6).toString("hex")}@example.com`,
    name,
    passwordHash,
    createdAt: server.now(),
  };
  const session: Session = {
    id: newId("session"),
    tokenHash: createHash("sha256").update(token).digest("hex"),
    userId: user.id,
    createdAt: server.now(),
    lastSeenAt: server.now(),
    expiresAt: new Date(server.now().getTime() + 24 * 60 * 60 * 1000),
    ip: null,
    userAgent: null,
  };
  await inTransaction(contextOf(server, { userId: user.id, name }), async (ctx) => {
    await ctx.db.insert(User, user);
    await ctx.db.insert(Session, session);
  });
  return { userId: user.id, name, email: user.email, cookie: `postern=${token}` };
}

/** Makes somebody a member, past the services. */
export async function join(
  server: TestServer,
  person: Person,
  { id: organizationId }: Pick<Organization, "id">,
  role: OrganizationRole,
  inProject?: { project: Project; role: ProjectRole },
): Promise<Member> {
  const membershipId = newId("membership");
  await inTransaction(contextOf(server, person), async (ctx) => {
    await ctx.db.insert(Membership, {
      id: membershipId,
      organizationId,
      userId: person.userId,
      role,
      createdAt: server.now(),
    });
    if (role === "OWNER") await countOwnerIn(ctx, organizationId);
    if (inProject) {
      await ctx.db.insert(ProjectMembership, {
        membershipId,
        projectId: inProject.project.id,
        role: inProject.role,
      });
    }
  });
  return { ...person, membershipId };
}
