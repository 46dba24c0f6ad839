import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { SessionPayload, SignInInput } from "./session.inputs.js";
import * as sessions from "./session.service.js";

@Resolver()
export class SessionResolver {
  @Mutation(() => SessionPayload, {
    description:
      "Signs in with e-mail address and password. The session is an HttpOnly cookie of the answer.",
  })
  signIn(@Arg("input", () => SignInInput) input: SignInInput, @Ctx() ctx: Context): Promise<SessionPayload> {
    return sessions.signIn(ctx, input);
  }

  @Mutation(() => Boolean, { description: "Ends the session of this browser at once." })
  signOut(@Ctx() ctx: Context): Promise<boolean> {
    return sessions.signOut(ctx);
  }
}
