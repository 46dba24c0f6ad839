import {
  API_KEY_ROLE_PERMISSIONS,
  effectiveProjectRole,
  type ProjectPermission,
  type ProjectRole,
} from "@postern/shared";
import { In, IsNull, type ObjectLiteral, type SelectQueryBuilder } from "typeorm";
import { type ProjectRights, projectPermissions } from "../auth/permissions.js";
import type { Context } from "../context.js";
import { defineLoader } from "../database/loader.js";
import { isId } from "../ids.js";
import { Membership } from "../organization/membership.entity.js";
import { hidden, lacking, organizationRights, personOf } from "../organization/organization.access.js";
import type { Organization } from "../organization/organization.entity.js";
import { Project } from "./project.entity.js";
import { ProjectMembership } from "./project-membership.entity.js";

/** Projects by id, whoever asks: only for rows that were authorized already, and for the checks below. */
export const projectById = defineLoader<string, Project | null>(async (ctx, ids) => {
  const rows = await ctx.db.findBy(Project, {
    id: In(ids.filter((id) => isId("project", id))),
    deletedAt: IsNull(),
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
});

const projectRoleById = defineLoader<string, ProjectRole | null>(async ({ principal, db }, ids) => {
  const person = personOf(principal);
  if (person === null) return ids.map(() => null);
  const rows = await db
    .createQueryBuilder(ProjectMembership, "entry")
    .innerJoin(
      Membership,
      "membership",
      "membership.id = entry.membershipId AND membership.userId = :userId",
      {
        userId: person,
      },
    )
    .where({ projectId: In([...ids]) })
    .getMany();
  const roles = new Map(rows.map((row) => [row.projectId, row.role]));
  return ids.map((id) => roles.get(id) ?? null);
});

async function projectRights(ctx: Context, project: Project): Promise<ProjectRights> {
  const [organization, projectRole] = await Promise.all([
    organizationRights(ctx, project.organizationId),
    projectRoleById(ctx, project.id),
  ]);
  return { ...organization, projectRole, projectId: project.id };
}

/** Everything the caller may do in the project, as permission names. */
export async function viewerProjectPermissions(
  ctx: Context,
  project: Project,
): Promise<readonly ProjectPermission[]> {
  return projectPermissions(ctx.principal, await projectRights(ctx, project));
}

/** The signed-in user's role in the project, whether it comes from here or from the organization. */
export async function viewerProjectRole(ctx: Context, project: Project): Promise<ProjectRole | null> {
  if (ctx.principal.kind !== "USER") return null;
  const rights = await projectRights(ctx, project);
  return effectiveProjectRole(rights.organizationRole, rights.projectRole);
}

/** The project, if the caller may read it; else null. */
export async function findProject(ctx: Context, id: string): Promise<Project | null> {
  const project = await projectById(ctx, id);
  if (project === null) return null;
  return (await viewerProjectPermissions(ctx, project)).includes("project:read") ? project : null;
}

/**
 * The project, for a caller who holds the permission in it. NOT_FOUND when they may do nothing there,
 * FORBIDDEN when they may do something, but not this.
 */
export async function requireProject(
  ctx: Context,
  id: string,
  permission: ProjectPermission,
): Promise<Project> {
  const project = await projectById(ctx, id);
  if (project === null) throw hidden(ctx, "project");
  await requireInProject(ctx, project, permission, "project");
  return project;
}

/** The check of requireProject for a project, or something in it (the noun), that was loaded already. */
export async function requireInProject(
  ctx: Context,
  project: Project,
  permission: ProjectPermission,
  noun: string,
): Promise<void> {
  const permissions = await viewerProjectPermissions(ctx, project);
  if (permissions.length === 0) throw hidden(ctx, noun);
  if (!permissions.includes(permission)) throw lacking(ctx, permission, "this project");
}

/**
 * The ids of an organization's projects in which the caller has a role; null: all of them. Of users only: a
 * key's projects are in its principal.
 */
export async function readableProjectIds(ctx: Context, organizationId: string): Promise<string[] | null> {
  const person = personOf(ctx.principal);
  const { organizationRole } = await organizationRights(ctx, organizationId);
  if (ctx.principal.kind !== "USER" || person === null) return [];
  if (effectiveProjectRole(organizationRole, null) === "ADMIN") return null;
  const rows = await ctx.db
    .createQueryBuilder(ProjectMembership, "entry")
    .innerJoin(Membership, "membership", "membership.id = entry.membershipId")
    .where("membership.userId = :person AND membership.organizationId = :organizationId", {
      person,
      organizationId,
    })
    .getMany();
  return rows.map(({ projectId }) => projectId);
}

/**
 * Leaves, of a query that knows an organization's projects by the alias "project", those that the caller may
 * read, or read that of; every role of a person reads both.
 */
export async function narrowToReadable<T extends ObjectLiteral>(
  ctx: Context,
  organization: Organization,
  query: SelectQueryBuilder<T>,
  permission: "project:read" | "workflow:read",
): Promise<void> {
  const { principal } = ctx;
  if (principal.kind === "API_KEY") {
    const reads = API_KEY_ROLE_PERMISSIONS[principal.role].includes(permission);
    if (!reads || principal.projectIds?.size === 0) query.andWhere("1 = 0");
    else if (principal.projectIds !== null)
      query.andWhere("project.id IN (:...readable)", { readable: [...principal.projectIds] });
  }
  const person = personOf(principal);
  const { organizationRole } = await organizationRights(ctx, organization.id);
  if (person === null || effectiveProjectRole(organizationRole, null) === "ADMIN") return;
  query
    .innerJoin(ProjectMembership, "entry", "entry.projectId = project.id")
    .innerJoin(
      Membership,
      "membership",
      "membership.id = entry.membershipId AND membership.userId = :person",
      { person },
    );
}
