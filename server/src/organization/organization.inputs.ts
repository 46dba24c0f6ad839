import { nameRule, slugRule } from "@postern/shared";
import { Field, ID, InputType } from "type-graphql";
import { Rule } from "../input/rule.js";

@InputType()
export class CreateOrganizationInput {
  @Rule(nameRule)
  @Field(() => String, { description: "1 to 100 characters." })
  name!: string;

  @Rule(slugRule)
  @Field(() => String, { nullable: true, description: "Made from the name when it is left out." })
  slug?: string | null;
}

@InputType({ description: "A field left out, or null, stays." })
export class UpdateOrganizationInput {
  @Field(() => ID)
  id!: string;

  @Rule(nameRule)
  @Field(() => String, { nullable: true, description: "1 to 100 characters." })
  name?: string | null;

  @Rule(slugRule)
  @Field(() => String, { nullable: true, description: "The old one no longer leads here." })
  slug?: string | null;
}
