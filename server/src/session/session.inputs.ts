import { emailRule, passwordRule } from "@postern/shared";
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

@InputType()
export class ChangePasswordInput {
  @Field(() => String)
  currentPassword!: string;

  @Rule(passwordRule)
  @Field(() => String, { description: "12 to 72 bytes." })
  newPassword!: string;
}

@ObjectType({ description: "The answer to signing in; the session itself travels in an HttpOnly cookie." })
export class SessionPayload {
  @Field(() => User)
  user!: User;
}
