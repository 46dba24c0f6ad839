import { nameRule, ProjectRole, slugRule } from "@postern/shared";
import { Field, ID, InputType } from "type-graphql";
import { Rule } from "../input/rule.js";

@InputType()
export class CreateProjectInput {
  @Field(() => ID)
  organizationId!: string;

  @Rule(nameRule)
  @Field(() => String, { description: "1 to 100 characters." })
  name!: string;

  @Rule(slugRule)
  @Field(() => String, { nullable: true, description: "Made from the name when it is left out." })
  slug?: string | null;
}

@InputType({ description: "A field left out, or null, stays." })
export class UpdateProjectInput {
  @Field(() => ID)
  id!: string;

  @Rule(nameRule)
  @Field(() => String, { nullable: true, description: "1 to 100 characters." })
  name?: string | null;

  @Rule(slugRule)
  @Field(() => String, { nullable: true, description: "The old one no longer leads here." })
  slug?: string | null;
}

@InputType()
export class SetProjectRoleInput {
  @Field(() => ID)
  membershipId!: string;

  @Field(() => ID)
  projectId!: string;

  @Field(() => ProjectRole, {
    nullable: true,
    description: "Null takes the member's right in the project away; it cannot be left out.",
  })
  role?: ProjectRole | null;
}
