import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { type Page, SearchPageArgs } from "../paging/page.js";
import { Project } from "../project/project.entity.js";
import { findWorkflow } from "./workflow.access.js";
import { Workflow, WorkflowConnection } from "./workflow.entity.js";
import { CreateWorkflowInput, WorkflowPayload } from "./workflow.inputs.js";
import * as workflows from "./workflow.service.js";

@Resolver(() => Workflow)
export class WorkflowResolver {
  @Query(() => Workflow, {
    nullable: true,
    description: "Null when it does not exist or the viewer may not know that it does.",
  })
  workflow(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<Workflow | null> {
    return findWorkflow(ctx, id);
  }

  @Mutation(() => WorkflowPayload, {
    description:
      "Makes a workflow. Needs workflow:write in the project. The answer alone holds the signing secret.",
  })
  createWorkflow(
    @Arg("input", () => CreateWorkflowInput) input: CreateWorkflowInput,
    @Ctx() ctx: Context,
  ): Promise<WorkflowPayload> {
    return workflows.create(ctx, input);
  }

  @FieldResolver(() => Project)
  project(@Root() workflow: Workflow, @Ctx() ctx: Context): Promise<Project> {
    return workflows.projectOf(ctx, workflow);
  }

  @FieldResolver(() => String, {
    description:
      "Where each execution is delivered, as a signed POST (Standard Webhooks 1.0). FORBIDDEN for a key that only triggers.",
  })
  targetUrl(@Root() workflow: Workflow, @Ctx() ctx: Context): Promise<string> {
    return workflows.targetUrl(ctx, workflow);
  }
}

@Resolver(() => Project)
export class ProjectWorkflowsResolver {
  @FieldResolver(() => WorkflowConnection, {
    nullable: true,
    description: "The project's workflows, by name.",
  })
  workflows(
    @Root() project: Project,
    @Args(() => SearchPageArgs) args: SearchPageArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Workflow>> {
    return workflows.list(ctx, project, args);
  }

  @FieldResolver(() => Workflow, {
    nullable: true,
    description: "The workflow of that slug, if the viewer may read it.",
  })
  workflow(
    @Root() project: Project,
    @Arg("slug", () => String) slug: string,
    @Ctx() ctx: Context,
  ): Promise<Workflow | null> {
    return workflows.findBySlug(ctx, project, slug);
  }
}
