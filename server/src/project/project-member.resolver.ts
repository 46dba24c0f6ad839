import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { Membership } from "../organization/membership.entity.js";
import { Project } from "./project.entity.js";
import { SetProjectRoleInput } from "./project.inputs.js";
import * as projectMembers from "./project-members.js";
import { ProjectMembership } from "./project-membership.entity.js";

@Resolver(() => ProjectMembership)
export class ProjectMembershipResolver {
  @Mutation(() => Membership, {
    description:
      "Gives a member a right in one project; role null takes it away. Owners and admins are ADMIN in every project anyway: what is set for them counts once they are MEMBER. Needs member:manage.",
  })
  setProjectRole(
    @Arg("input", () => SetProjectRoleInput) input: SetProjectRoleInput,
    @Ctx() ctx: Context,
  ): Promise<Membership> {
    return projectMembers.setRole(ctx, input);
  }

  @FieldResolver(() => Project)
  project(@Root() entry: ProjectMembership, @Ctx() ctx: Context): Promise<Project> {
    return projectMembers.projectOf(ctx, entry);
  }
}

@Resolver(() => Membership)
export class MembershipProjectRolesResolver {
  @FieldResolver(() => [ProjectMembership], {
    description:
      "Rights in single projects that the viewer may read. Owners and admins are ADMIN in every project without an entry here.",
  })
  projectRoles(@Root() membership: Membership, @Ctx() ctx: Context): Promise<ProjectMembership[]> {
    return projectMembers.rolesOf(ctx, membership);
  }
}
