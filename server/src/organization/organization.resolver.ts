import { OrganizationRole } from "@postern/shared";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { type Page, SearchPageArgs } from "../paging/page.js";
import { User } from "../user/user.entity.js";
import { userById } from "../user/user.service.js";
import { Membership } from "./membership.entity.js";
import { viewerOrganizationRole, viewerPermissions } from "./organization.access.js";
import { Organization, OrganizationConnection } from "./organization.entity.js";
import { CreateOrganizationInput, UpdateOrganizationInput } from "./organization.inputs.js";
import * as organizations from "./organization.service.js";

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => OrganizationConnection, {
    description: "The organizations that the viewer belongs to, by name. An API key sees its own.",
  })
  organizations(
    @Args(() => SearchPageArgs) args: SearchPageArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Organization>> {
    return organizations.list(ctx, args);
  }

  @Query(() => Organization, {
    nullable: true,
    description:
      "Null when it does not exist or the viewer may not know that it does. Give exactly one argument.",
  })
  organization(
    @Arg("id", () => ID, { nullable: true }) id: string | null,
    @Arg("slug", () => String, { nullable: true }) slug: string | null,
    @Ctx() ctx: Context,
  ): Promise<Organization | null> {
    return organizations.find(ctx, { id, slug });
  }

  @Mutation(() => Organization, { description: "Makes an organization; the caller becomes its OWNER." })
  createOrganization(
    @Arg("input", () => CreateOrganizationInput) input: CreateOrganizationInput,
    @Ctx() ctx: Context,
  ): Promise<Organization> {
    return organizations.create(ctx, input);
  }

  @Mutation(() => Organization, {
    description: "Changes an organization's name or slug. Needs organization:update.",
  })
  updateOrganization(
    @Arg("input", () => UpdateOrganizationInput) input: UpdateOrganizationInput,
    @Ctx() ctx: Context,
  ): Promise<Organization> {
    return organizations.update(ctx, input);
  }

  @FieldResolver(() => OrganizationRole, {
    nullable: true,
    description: "The signed-in user's role; null for an API key.",
  })
  viewerRole(@Root() organization: Organization, @Ctx() ctx: Context): Promise<OrganizationRole | null> {
    return viewerOrganizationRole(ctx, organization.id);
  }

  @FieldResolver(() => [String], {
    description:
      "What the viewer may do in the organization itself, as permission names (project:create, …).",
  })
  viewerPermissions(@Root() organization: Organization, @Ctx() ctx: Context): Promise<readonly string[]> {
    return viewerPermissions(ctx, organization.id);
  }
}

@Resolver(() => User)
export class UserMembershipsResolver {
  @FieldResolver(() => [Membership], { description: "The organizations the user belongs to, oldest first." })
  memberships(@Root() user: User, @Ctx() ctx: Context): Promise<Membership[]> {
    return organizations.membershipsOf(ctx, user.id);
  }
}

@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => Organization)
  organization(@Root() membership: Membership, @Ctx() ctx: Context): Promise<Organization> {
    return organizations.organizationOf(ctx, membership.organizationId);
  }

  @FieldResolver(() => User)
  user(@Root() membership: Membership, @Ctx() ctx: Context): Promise<User | null> {
    return userById(ctx, membership.userId);
  }
}
