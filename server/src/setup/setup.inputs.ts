import { emailRule, nameRule, passwordRule } from "@postern/shared";
import { Field, InputType, Int, ObjectType } from "type-graphql";
import { Rule } from "../input/rule.js";

@InputType()
export class SetupInput {
  @Field(() => String, { description: "The set-up token that the server printed when it started." })
  token!: string;

  @Rule(nameRule)
  @Field(() => String)
  name!: string;

  @Rule(emailRule)
  @Field(() => String)
  email!: string;

  @Rule(passwordRule)
  @Field(() => String, { description: "12 to 72 bytes." })
  password!: string;

  @Rule(nameRule)
  @Field(() => String)
  organizationName!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Also makes a project with a workflow that delivers to Postern's own sample receiver.",
  })
  sampleProject?: boolean | null;
}

@ObjectType()
export class ServerInfo {
  @Field(() => String)
  version!: string;

  @Field(() => Boolean, {
    description: "True until the first administrator exists; setup is refused afterwards.",
  })
  setupRequired!: boolean;

  @Field(() => Int, { description: "Calls per minute of a key that has no rate of its own." })
  defaultRateLimitPerMinute!: number;
}
