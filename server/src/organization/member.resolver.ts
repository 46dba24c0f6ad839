import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { type Page, SearchPageArgs } from "../paging/page.js";
import { UpdateMemberInput } from "./member.inputs.js";
import * as members from "./members.js";
import { Membership, MembershipConnection } from "./membership.entity.js";
import { Organization } from "./organization.entity.js";

@Resolver(() => Membership)
export class MemberResolver {
  @Mutation(() => Membership, {
    description:
      "Gives a member another role. Needs member:manage; OWNER is given and taken by an OWNER only, and the last one keeps it.",
  })
  updateMember(
    @Arg("input", () => UpdateMemberInput) input: UpdateMemberInput,
    @Ctx() ctx: Context,
  ): Promise<Membership> {
    return members.update(ctx, input);
  }

  @Mutation(() => Boolean, {
    description:
      "Takes a member out of the organization; their personal keys there stop at once. Needs member:manage, but everyone may leave. The last OWNER stays.",
  })
  removeMember(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return members.remove(ctx, id);
  }
}

@Resolver(() => Organization)
export class OrganizationMembersResolver {
  @FieldResolver(() => MembershipConnection, {
    nullable: true,
    description:
      "The members, the first to come first, for every member; FORBIDDEN for an API key. The search looks at names and e-mail addresses, and finds a user by the whole id.",
  })
  members(
    @Root() organization: Organization,
    @Args(() => SearchPageArgs) args: SearchPageArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Membership>> {
    return members.list(ctx, organization, args);
  }
}
