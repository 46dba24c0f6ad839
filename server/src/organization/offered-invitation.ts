import { OrganizationRole } from "@postern/shared";
import { Field, ObjectType } from "type-graphql";
import { IsNull, MoreThan } from "typeorm";
import { hashToken } from "../auth/token.js";
import type { Context } from "../context.js";
import { Invitation } from "./invitation.entity.js";
import { Organization } from "./organization.entity.js";

@ObjectType({ description: "An open invitation as whoever holds its link sees it." })
export class OfferedInvitation {
  @Field(() => String)
  organizationName!: string;

  @Field(() => String, { description: "Whom it is for. The account that accepts it has this address." })
  email!: string;

  @Field(() => OrganizationRole)
  role!: OrganizationRole;

  @Field(() => String, { description: "Who made it, as named at that moment." })
  invitedBy!: string;

  @Field(() => Date, { description: "First instant at which it can no longer be accepted." })
  expiresAt!: Date;
}

/**
 * What the link's holder is invited into. Whether the address has an account is not told: only the right
 * password learns that. Null for a token that is unknown, expired, used or revoked, all alike, and for every
 * API key, which never reads invitations.
 */
export async function offeredBy(ctx: Context, token: string): Promise<OfferedInvitation | null> {
  if (ctx.principal.kind === "API_KEY") return null;
  const invitation = await ctx.db.findOneBy(Invitation, {
    tokenHash: hashToken(token),
    expiresAt: MoreThan(ctx.clock()),
  });
  if (invitation === null) return null;
  const { organizationId, email, role, expiresAt } = invitation;
  const organization = await ctx.db.findOneBy(Organization, { id: organizationId, deletedAt: IsNull() });
  if (organization === null) return null;
  return {
    organizationName: organization.name,
    email,
    role,
    invitedBy: invitation.invitedBy.name,
    expiresAt,
  };
}
