import { ExecutionStatus, idempotencyKeyRule } from "@postern/shared";
import { ArgsType, Field, ID, InputType, ObjectType } from "type-graphql";
import { GraphQLJson } from "../input/json.js";
import { Rule } from "../input/rule.js";
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

  @Rule(idempotencyKeyRule)
  @Field(() => String, {
    nullable: true,
    description:
      "1 to 255 printable ASCII characters. The same key, workflow and value within 24 hours answer with the first execution; another input is refused with CONFLICT. Holds across a rotation of the API key. The header Idempotency-Key says the same.",
  })
  idempotencyKey?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "Says what would happen, key, access and input checked, and starts nothing: execution is null.",
  })
  validateOnly?: boolean | null;
}

@ObjectType()
export class TriggerWorkflowPayload {
  @Field(() => Execution, {
    nullable: true,
    description: "Committed before this answer was sent; null with validateOnly.",
  })
  execution!: Execution | null;

  @Field(() => Boolean, { description: "True when idempotencyKey named an execution that exists already." })
  replayed!: boolean;
}

@InputType()
export class ExecutionFilter {
  @Field(() => [ExecutionStatus], { nullable: true })
  status?: ExecutionStatus[] | null;

  @Field(() => ID, { nullable: true })
  workflowId?: string | null;

  @Field(() => ID, { nullable: true, description: "Triggered with this key." })
  apiKeyId?: string | null;

  @Field(() => Date, { nullable: true, description: "Started at this instant or later." })
  since?: Date | null;

  @Field(() => Date, { nullable: true, description: "Started before this instant." })
  until?: Date | null;
}

@ArgsType()
export class ExecutionListArgs extends PageArgs {
  @Field(() => ExecutionFilter, { nullable: true })
  filter?: ExecutionFilter | null;
}
