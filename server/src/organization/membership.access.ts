import type { OrganizationRole } from "@postern/shared";
import type { Context } from "../context.js";
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

/**
 * The membership, for a caller who belongs to the organization too, with the organization locked until the
 * transaction ends. NOT_FOUND for everyone else, and for every API key: keys know no members.
 */
export async function requireMembership(ctx: Context, id: string): Promise<Membership> {
  const found = isId("membership", id) ? await ctx.db.findOneBy(Membership, { id }) : null;
  if (found !== null) await lockOrganization(ctx, found.organizationId);
  // Once more, now that nobody else can change it.
  const membership = found && (await ctx.db.findOneBy(Membership, { id }));
  const visible =
    membership !== null &&
    ctx.principal.kind === "USER" &&
    (await findOrganization(ctx, membership.organizationId)) !== null;
  if (!visible) throw hidden(ctx, "member");
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
