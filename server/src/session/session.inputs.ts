import { emailRule } from "@postern/shared";
import { Field, InputType, ObjectType } from "type-graphql";
import { Rule } from "../input/rule.js";
import { User } from "../user/user.entity.js";

@InputType()
export class SignInInput {
  @Rule(emailRule)
  @Field(() => String)
  email!: string;

  @Field(() => String)
  password!: string;
}

@ObjectType({ description: "The answer to signing in; the session itself travels in an HttpOnly cookie." })
export class SessionPayload {
  @Field(() => User)
  user!: User;
}
