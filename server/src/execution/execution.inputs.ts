import { ExecutionStatus } from "@postern/shared";
import { ArgsType, Field, ID, InputType, ObjectType } from "type-graphql";
import { GraphQLJson } from "../input/json.js";
import { PageArgs } from "../paging/page.js";
import { Execution } from "./execution.entity.js";

@InputType({
  description: "Give workflowId, or a slug; a slug needs projectId unless the key belongs to one project.",
})
export class TriggerWorkflowInput {
  @Field(() => ID, { nullable: true })
  workflowId?: string | null;

  @Field(() => String, { nullable: true, description: "The workflow's slug." })
  workflow?: string | null;

  @Field(() => ID, { nullable: true })
  projectId?: string | null;

  @Field(() => GraphQLJson, {
    nullable: true,
    description:
      "Any JSON, at most 256 KiB and 32 levels deep. The target gets the same value; an integer beyond 2^53 - 1 is refused, as text it passes.",
  })
  input?: unknown;
}

@ObjectType()
export class TriggerWorkflowPayload {
  @Field(() => Execution, { nullable: true, description: "Committed before this answer was sent." })
  execution!: Execution | null;
}

@InputType()
export class ExecutionFilter {
  @Field(() => [ExecutionStatus], { nullable: true })
  status?: ExecutionStatus[] | null;

  @Field(() => ID, { nullable: true })
  workflowId?: string | null;

  @Field(() => ID, { nullable: true, description: "Triggered with this key." })
  apiKeyId?: string | null;
}

@ArgsType()
export class ExecutionListArgs extends PageArgs {
  @Field(() => ExecutionFilter, { nullable: true })
  filter?: ExecutionFilter | null;
}
