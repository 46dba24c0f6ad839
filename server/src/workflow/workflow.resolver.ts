import { GRACE_SECONDS } from "@postern/shared";
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { GraphQLJson, jsonOf } from "../input/json.js";
import { Organization } from "../organization/organization.entity.js";
import { type Page, SearchPageArgs } from "../paging/page.js";
import { Project } from "../project/project.entity.js";
import { findBySlug, list, listOfOrganization } from "./list.js";
import { rotateSigningSecret } from "./signing-secret.js";
import { findWorkflow } from "./workflow.access.js";
import { HeaderField, Workflow, WorkflowConnection } from "./workflow.entity.js";
import { CreateWorkflowInput, UpdateWorkflowInput, WorkflowPayload } from "./workflow.inputs.js";
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

  @Mutation(() => Workflow, {
    description:
      "Changes a workflow, from the next trigger and the next attempt on. Needs workflow:write in its project.",
  })
  updateWorkflow(
    @Arg("input", () => UpdateWorkflowInput) input: UpdateWorkflowInput,
    @Ctx() ctx: Context,
  ): Promise<Workflow> {
    return workflows.update(ctx, input);
  }

  @Mutation(() => Boolean, {
    description:
      "Deletes a workflow. What still had to run is CANCELED; past executions stay. Needs workflow:write.",
  })
  deleteWorkflow(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return workflows.remove(ctx, id);
  }

  @Mutation(() => WorkflowPayload, {
    description:
      "A new signing secret, shown once; for graceSeconds (0 to 2592000) every delivery carries both signatures. Needs workflow:write.",
  })
  rotateWorkflowSigningSecret(
    @Arg("id", () => ID) id: string,
    @Arg("graceSeconds", () => Int, { nullable: true, defaultValue: GRACE_SECONDS })
    graceSeconds: number | null,
    @Ctx() ctx: Context,
  ): Promise<WorkflowPayload> {
    return rotateSigningSecret(ctx, id, graceSeconds);
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

  @FieldResolver(() => [HeaderField], {
    description:
      "Extra request headers; values are write-only and come back masked. FORBIDDEN for a key that only triggers.",
  })
  targetHeaders(@Root() workflow: Workflow, @Ctx() ctx: Context): Promise<HeaderField[]> {
    return workflows.targetHeaders(ctx, workflow);
  }

  @FieldResolver(() => GraphQLJson, {
    nullable: true,
    description: "JSON Schema (2020-12) that the trigger's input must satisfy; null: any JSON.",
  })
  inputSchema(@Root() workflow: Workflow): unknown {
    return jsonOf(workflow.inputSchema);
  }
}

@Resolver(() => Organization)
export class OrganizationWorkflowsResolver {
  @FieldResolver(() => WorkflowConnection, {
    description: "The workflows of all projects that the viewer may read, by name.",
  })
  workflows(
    @Root() organization: Organization,
    @Args(() => SearchPageArgs) args: SearchPageArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Workflow>> {
    return listOfOrganization(ctx, organization, args);
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
    return list(ctx, project, args);
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
    return findBySlug(ctx, project, slug);
  }
}
