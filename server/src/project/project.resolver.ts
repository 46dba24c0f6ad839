import { ProjectRole } from "@postern/shared";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { Organization } from "../organization/organization.entity.js";
import { organizationOf } from "../organization/organization.service.js";
import { type Page, SearchPageArgs } from "../paging/page.js";
import { deleteOrganization, deleteProject } from "./delete.js";
import { findProject, viewerProjectPermissions, viewerProjectRole } from "./project.access.js";
import { Project, ProjectConnection } from "./project.entity.js";
import { CreateProjectInput, UpdateProjectInput } from "./project.inputs.js";
import * as projects from "./project.service.js";

@Resolver(() => Project)
export class ProjectResolver {
  @Query(() => Project, {
    nullable: true,
    description: "Null when it does not exist or the viewer may not know that it does.",
  })
  project(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<Project | null> {
    return findProject(ctx, id);
  }

  @Mutation(() => Project, { description: "Makes a project. Needs project:create in the organization." })
  createProject(
    @Arg("input", () => CreateProjectInput) input: CreateProjectInput,
    @Ctx() ctx: Context,
  ): Promise<Project> {
    return projects.create(ctx, input);
  }

  @Mutation(() => Project, {
    description: "Changes a project's name or slug. Needs project:update, which a PRIVILEGED key has.",
  })
  updateProject(
    @Arg("input", () => UpdateProjectInput) input: UpdateProjectInput,
    @Ctx() ctx: Context,
  ): Promise<Project> {
    return projects.update(ctx, input);
  }

  @Mutation(() => Boolean, {
    description:
      "Deletes a project: its keys stop at once, its workflows run no more, what is under way is canceled. Its slug is free again; the audit log stays. Needs project:delete.",
  })
  deleteProject(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return deleteProject(ctx, id);
  }

  @FieldResolver(() => Organization)
  organization(@Root() project: Project, @Ctx() ctx: Context): Promise<Organization> {
    return organizationOf(ctx, project.organizationId);
  }

  @FieldResolver(() => ProjectRole, {
    nullable: true,
    description:
      "The signed-in user's role here; ADMIN for the organization's owners and admins; null for an API key.",
  })
  viewerRole(@Root() project: Project, @Ctx() ctx: Context): Promise<ProjectRole | null> {
    return viewerProjectRole(ctx, project);
  }

  @FieldResolver(() => [String], {
    description:
      "What the viewer may do in the project, as permission names (apiKey:manage, workflow:trigger, …).",
  })
  viewerPermissions(@Root() project: Project, @Ctx() ctx: Context): Promise<readonly string[]> {
    return viewerProjectPermissions(ctx, project);
  }
}

@Resolver(() => Organization)
export class OrganizationProjectsResolver {
  @Mutation(() => Boolean, {
    description:
      "Deletes an organization with its projects, keys, members and invitations. Needs organization:delete, which only an OWNER has.",
  })
  deleteOrganization(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return deleteOrganization(ctx, id);
  }

  @FieldResolver(() => ProjectConnection, { description: "The projects that the viewer may read, by name." })
  projects(
    @Root() organization: Organization,
    @Args(() => SearchPageArgs) args: SearchPageArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Project>> {
    return projects.list(ctx, organization, args);
  }

  @FieldResolver(() => Project, {
    nullable: true,
    description: "The project of that slug, if the viewer may read it.",
  })
  project(
    @Root() organization: Organization,
    @Arg("slug", () => String) slug: string,
    @Ctx() ctx: Context,
  ): Promise<Project | null> {
    return projects.findBySlug(ctx, organization, slug);
  }
}
