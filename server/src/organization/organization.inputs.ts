import { nameRule, slugRule } from "@postern/shared";
import { Field, InputType } from "type-graphql";
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
