import {
  API_KEY_ROLE_PERMISSIONS,
  type OrganizationPermission,
  type OrganizationRole,
} from "@postern/shared";
import { In, IsNull } from "typeorm";
import { canSeeOrganization, type OrganizationRights, organizationPermissions } from "../auth/permissions.js";
import type { Principal } from "../auth/principal.js";
import type { Context } from "../context.js";
import { defineLoader } from "../database/loader.js";
import { forbidden, notFound, type PosternError, unauthenticated } from "../errors.js";
import { isId } from "../ids.js";
import { Membership } from "./membership.entity.js";
import { Organization } from "./organization.entity.js";

const organizationById = defineLoader<string, Organization | null>(async (ctx, ids) => {
  const known = ids.filter((id) => isId("organization", id));
  const rows = await ctx.db.findBy(Organization, { id: In(known), deletedAt: IsNull() });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
});

const NO_RIGHTS: OrganizationRights = { organizationRole: null, ownKey: false };

/** What the caller is in each organization. */
export const organizationRights = defineLoader<string, OrganizationRights>(async ({ principal, db }, ids) => {
  const person = personOf(principal);
  if (person === null && principal.kind !== "API_KEY") return ids.map(() => NO_RIGHTS);
  const rows =
    person === null ? [] : await db.findBy(Membership, { userId: person, organizationId: In([...ids]) });
  const roles = new Map(rows.map((row) => [row.organizationId, row.role]));
  return ids.map((id) => ({
    organizationRole: roles.get(id) ?? null,
    ownKey: principal.kind === "API_KEY" && id === principal.organizationId,
  }));
});

/** The user whose memberships count: the caller, or the owner of the PERSONAL key that calls. */
export function personOf(principal: Principal): string | null {
  switch (principal.kind) {
    case "USER":
      return principal.userId;
    case "API_KEY":
      return principal.ownerId;
    case "ANONYMOUS":
    case "SYSTEM":
      return null;
  }
}

/** The organization, if the caller may know that it exists; else null. */
export async function findOrganization(ctx: Context, id: string): Promise<Organization | null> {
  const organization = await organizationById(ctx, id);
  if (organization === null) return null;
  return canSeeOrganization(ctx.principal, await organizationRights(ctx, id)) ? organization : null;
}

/** The signed-in user's own role; null for everyone else, keys that stand for a user included. */
export async function viewerOrganizationRole(ctx: Context, id: string): Promise<OrganizationRole | null> {
  return ctx.principal.kind === "USER" ? (await organizationRights(ctx, id)).organizationRole : null;
}

/** Everything the caller may do in the organization, as permission names. */
export async function viewerPermissions(
  ctx: Context,
  organizationId: string,
): Promise<readonly OrganizationPermission[]> {
  return organizationPermissions(ctx.principal, await organizationRights(ctx, organizationId));
}

/**
 * The organization, for a caller who holds the permission in it. NOT_FOUND when they may not know of it,
 * FORBIDDEN when they may but lack the permission.
 */
export async function requireOrganization(
  ctx: Context,
  id: string,
  permission: OrganizationPermission,
): Promise<Organization> {
  const organization = await findOrganization(ctx, id);
  if (organization === null) throw hidden(ctx, "organization");
  if (!(await viewerPermissions(ctx, id)).includes(permission))
    throw lacking(ctx, permission, "this organization");
  return organization;
}

/**
 * Makes every other change of the organization's members, projects and end wait until the transaction is
 * over. Taken before the caller's rights are read, so that they hold until then.
 */
export async function lockOrganization(ctx: Context, id: string): Promise<void> {
  if (!isId("organization", id)) return;
  // An update that changes nothing, since SQLite knows no other way to say it.
  await ctx.db.update(Organization, { id, deletedAt: IsNull() }, { ownerCount: () => "owner_count" });
}

/** The refusal of what the caller may not know of. Nobody in particular is asked to sign in first. */
export const hidden = ({ principal }: Context, noun: string) =>
  principal.kind === "ANONYMOUS" ? unauthenticated("MISSING") : notFound(noun);

/** The refusal of a permission: what a person may ask for, and whether it is a key's role or its owner that lacks it. */
export function lacking({ principal }: Context, permission: string, where: string): PosternError {
  if (principal.kind !== "API_KEY")
    return forbidden(`You lack the permission ${permission} in ${where}. Ask an owner or admin for it.`);
  const grants = (permissions: readonly string[]) => permissions.includes(permission);
  if (principal.ownerId !== null && grants(API_KEY_ROLE_PERMISSIONS[principal.role]))
    return forbidden(
      `This API key stands for a user who does not have the permission ${permission} in ${where}, or no longer has it.`,
    );
  const roles = Object.entries(API_KEY_ROLE_PERMISSIONS).flatMap(([role, its]) =>
    grants(its) ? [role] : [],
  );
  const remedy = roles.length === 0 ? "No API key has it." : `Use a key with the role ${roles.join(" or ")}.`;
  return forbidden(`This API key lacks the permission ${permission} in ${where}. ${remedy}`);
}
