import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { SessionPayload } from "../session/session.inputs.js";
import { acceptInvitation } from "./accept-invitation.js";
import { Invitation } from "./invitation.entity.js";
import * as invitations from "./invitations.js";
import { AcceptInvitationInput, InvitationPayload, InviteMemberInput } from "./member.inputs.js";
import { OfferedInvitation, offeredBy } from "./offered-invitation.js";
import { Organization } from "./organization.entity.js";

@Resolver(() => Invitation)
export class InvitationResolver {
  @Query(() => OfferedInvitation, {
    nullable: true,
    description:
      "What the link that holds the token invites into, for whoever has it. Null for a token that is expired, used, revoked or unknown, and for every API key.",
  })
  invitation(
    @Arg("token", () => String, { description: "The last part of the link." }) token: string,
    @Ctx() ctx: Context,
  ): Promise<OfferedInvitation | null> {
    return offeredBy(ctx, token);
  }

  @Mutation(() => InvitationPayload, {
    description:
      "Invites somebody by e-mail address. The answer holds a link that works once, for seven days; Postern sends no mail. Needs member:manage.",
  })
  inviteMember(
    @Arg("input", () => InviteMemberInput) input: InviteMemberInput,
    @Ctx() ctx: Context,
  ): Promise<InvitationPayload> {
    return invitations.invite(ctx, input);
  }

  @Mutation(() => Boolean, {
    description: "Takes an invitation back: its link no longer works. Needs member:manage.",
  })
  revokeInvitation(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return invitations.revoke(ctx, id);
  }

  @Mutation(() => SessionPayload, {
    description:
      "Joins the organization and signs in. Whoever has an account gives its password; anyone else a name and a new one. NOT_FOUND for a token that is expired, used, revoked or unknown.",
  })
  acceptInvitation(
    @Arg("input", () => AcceptInvitationInput) input: AcceptInvitationInput,
    @Ctx() ctx: Context,
  ): Promise<SessionPayload> {
    return acceptInvitation(ctx, input);
  }
}

@Resolver(() => Organization)
export class OrganizationInvitationsResolver {
  @FieldResolver(() => [Invitation], {
    nullable: true,
    description: "The open invitations, the newest first. Needs member:manage.",
  })
  invitations(@Root() organization: Organization, @Ctx() ctx: Context): Promise<Invitation[]> {
    return invitations.list(ctx, organization);
  }
}
