import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { ApiKey } from "../api-key/api-key.entity.js";
import type { Context } from "../context.js";
import { GraphQLJson, jsonOf } from "../input/json.js";
import type { Page } from "../paging/page.js";
import { Project } from "../project/project.entity.js";
import { Workflow } from "../workflow/workflow.entity.js";
import { projectOf } from "../workflow/workflow.service.js";
import { ApiKeyImpact, impactOf } from "./api-key-impact.js";
import { cancel } from "./cancel.js";
import { findExecution } from "./execution.access.js";
import { Execution, ExecutionAttempt, ExecutionConnection } from "./execution.entity.js";
import { ExecutionListArgs, TriggerWorkflowInput, TriggerWorkflowPayload } from "./execution.inputs.js";
import * as executions from "./execution.service.js";
import { ExecutionHour, hoursOf } from "./execution-hours.js";
import { retry } from "./retry.js";
import { trigger } from "./trigger.js";

@Resolver(() => Execution)
export class ExecutionResolver {
  @Query(() => Execution, {
    nullable: true,
    description: "Null when it does not exist or the viewer may not know that it does.",
  })
  execution(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<Execution | null> {
    return findExecution(ctx, id);
  }

  @Query(() => ApiKeyImpact, {
    nullable: true,
    description: "What would break if the key stopped. Null when the viewer may not know of the key.",
  })
  apiKeyImpact(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<ApiKeyImpact | null> {
    return impactOf(ctx, id);
  }

  @Mutation(() => TriggerWorkflowPayload, {
    description:
      "Starts a workflow. The execution is committed before the answer and will be delivered at least once, always with the same webhook-id. RATE_LIMITED while too many of its inputs wait to be checked against its schema.",
  })
  triggerWorkflow(
    @Arg("input", () => TriggerWorkflowInput) input: TriggerWorkflowInput,
    @Ctx() ctx: Context,
  ): Promise<TriggerWorkflowPayload> {
    return trigger(ctx, input);
  }

  @Mutation(() => Execution, {
    description:
      "Ends an execution, also while it waits for its next attempt. CONFLICT when it has ended already. Needs execution:cancel.",
  })
  cancelExecution(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<Execution> {
    return cancel(ctx, id);
  }

  @Mutation(() => Execution, {
    description:
      "A new execution with the same workflow and input, once the first has ended. Needs execution:retry.",
  })
  retryExecution(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<Execution> {
    return retry(ctx, id);
  }

  @FieldResolver(() => Workflow)
  workflow(@Root() execution: Execution, @Ctx() ctx: Context): Promise<Workflow> {
    return executions.workflowOf(ctx, execution);
  }

  @FieldResolver(() => Project)
  project(@Root() execution: Execution, @Ctx() ctx: Context): Promise<Project> {
    return projectOf(ctx, execution);
  }

  @FieldResolver(() => Execution, {
    nullable: true,
    description: "The execution that this one repeats, while it is kept and the viewer may read it.",
  })
  retryOf(@Root() { retryOfId }: Execution, @Ctx() ctx: Context): Promise<Execution | null> {
    return findExecution(ctx, retryOfId ?? "");
  }

  @FieldResolver(() => GraphQLJson, { nullable: true })
  input(@Root() execution: Execution): unknown {
    return jsonOf(execution.input);
  }

  @FieldResolver(() => GraphQLJson, {
    nullable: true,
    description: "The target's answer: its JSON or text, at most 64 KiB.",
  })
  output(@Root() execution: Execution): unknown {
    return jsonOf(execution.output);
  }

  @FieldResolver(() => [ExecutionAttempt], { description: "The attempts so far, first to last." })
  attempts(@Root() execution: Execution, @Ctx() ctx: Context): Promise<ExecutionAttempt[]> {
    return executions.attemptsOf(ctx, execution.id);
  }
}

@Resolver(() => Project)
export class ProjectExecutionsResolver {
  @FieldResolver(() => ExecutionConnection, {
    nullable: true,
    description: "The project's executions, newest first.",
  })
  executions(
    @Root() project: Project,
    @Args(() => ExecutionListArgs) args: ExecutionListArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Execution>> {
    return executions.listOfProject(ctx, project, args);
  }
}

@Resolver(() => Workflow)
export class WorkflowExecutionsResolver {
  @FieldResolver(() => ExecutionConnection, {
    nullable: true,
    description: "The workflow's executions, newest first.",
  })
  executions(
    @Root() workflow: Workflow,
    @Args(() => ExecutionListArgs) args: ExecutionListArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Execution>> {
    return executions.listOfWorkflow(ctx, workflow, args);
  }

  @FieldResolver(() => [ExecutionHour], {
    description:
      "Its executions by the hour in which they were accepted, oldest first, the present hour included; hours without one are there with zeros. hours: 1 to 168. A key that only triggers sees its own.",
  })
  executionHours(
    @Root() workflow: Workflow,
    @Arg("hours", () => Int, { nullable: true, defaultValue: 24 }) hours: number | null,
    @Ctx() ctx: Context,
  ): Promise<ExecutionHour[]> {
    return hoursOf(ctx, workflow, hours ?? 24);
  }
}

@Resolver(() => ApiKey)
export class ApiKeyExecutionsResolver {
  @FieldResolver(() => ExecutionConnection, {
    nullable: true,
    description: "What it started, newest first: those in projects that the viewer may read.",
  })
  executions(
    @Root() key: ApiKey,
    @Args(() => ExecutionListArgs) args: ExecutionListArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Execution>> {
    return executions.listOfApiKey(ctx, key, args);
  }
}
