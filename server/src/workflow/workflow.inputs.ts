import { descriptionRule, nameRule, slugRule, targetUrlRule } from "@postern/shared";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { Rule } from "../input/rule.js";
import { Workflow } from "./workflow.entity.js";

@InputType()
export class CreateWorkflowInput {
  @Field(() => ID)
  projectId!: string;

  @Rule(nameRule)
  @Field(() => String, { description: "1 to 100 characters." })
  name!: string;

  @Rule(slugRule)
  @Field(() => String, { nullable: true, description: "Made from the name when it is left out." })
  slug?: string | null;

  @Rule(descriptionRule)
  @Field(() => String, { nullable: true, description: "At most 500 characters." })
  description?: string | null;

  @Rule(targetUrlRule)
  @Field(() => String, { description: "An absolute http or https URL without user name and password." })
  targetUrl!: string;
}

@ObjectType({ description: "signingSecret (whsec_…) is shown when it is made and never again." })
export class WorkflowPayload {
  @Field(() => Workflow)
  workflow!: Workflow;

  @Field(() => String, { description: "Verifies deliveries, as Standard Webhooks 1.0 says." })
  signingSecret!: string;
}
