import type { OrganizationRole } from "@postern/shared";
import { In } from "typeorm";
import type { Context } from "../context.js";
import { defineLoader } from "../database/loader.js";
import { forbidden } from "../errors.js";
import { isId } from "../ids.js";
import { Membership } from "./membership.entity.js";
import {
  findOrganization,
  hidden,
  lockOrganization,
  requireOrganization,
  viewerOrganizationRole,
} from "./organization.access.js";
import type { Organization } from "./organization.entity.js";

const membershipById = defineLoader<string, Membership | null>(async (ctx, ids) => {
  const rows = await ctx.db.findBy(Membership, { id: In(ids.filter((id) => isId("membership", id))) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
});

/** The membership, if the caller belongs to the organization too; else null, as for every API key. */
export async function findMembership(ctx: Context, id: string): Promise<Membership | null> {
  if (ctx.principal.kind !== "USER") return null;
  const membership = await membershipById(ctx, id);
  return membership && (await findOrganization(ctx, membership.organizationId)) && membership;
}

/**
 * The membership, for a caller who belongs to the organization too, with the organization locked until the
 * transaction ends. NOT_FOUND for everyone else, and for every API key: keys know no members.
 */
export async function requireMembership(ctx: Context, id: string): Promise<Membership> {
  const found = isId("membership", id) ? await ctx.db.findOneBy(Membership, { id }) : null;
  if (found !== null) await lockOrganization(ctx, found.organizationId);
  // Once more, now that nobody else can change it.
  const membership = found && (await findMembership(ctx, id));
  if (membership === null) throw hidden(ctx, "member");
  return membership;
}

/**
 * The organization, for a caller who may manage its members and whom these roles of others allow to: only an
 * OWNER gives OWNER, takes it, or touches one who has it. FORBIDDEN otherwise.
 */
export async function requireMemberManager(
  ctx: Context,
  organizationId: string,
  roles: OrganizationRole[],
): Promise<Organization> {
  const organization = await requireOrganization(ctx, organizationId, "member:manage");
  if (roles.includes("OWNER") && (await viewerOrganizationRole(ctx, organizationId)) !== "OWNER") {
    throw forbidden("Only an owner gives or takes the role OWNER, or removes an owner. Ask one of them.");
  }
  return organization;
}
