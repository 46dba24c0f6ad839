import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { User } from "../user/user.entity.js";
import { changePassword } from "./change-password.js";
import { Session } from "./session.entity.js";
import { ChangePasswordInput, SessionPayload, SignInInput } from "./session.inputs.js";
import * as sessions from "./session.service.js";

@Resolver(() => Session)
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

  @Mutation(() => Boolean, {
    description:
      "Changes the viewer's own password. Ends all of their sessions and begins a new one for this browser.",
  })
  changePassword(
    @Arg("input", () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() ctx: Context,
  ): Promise<boolean> {
    return changePassword(ctx, input);
  }

  @Mutation(() => Boolean, {
    description: "Ends one of the viewer's own sessions at once, wherever it was begun.",
  })
  endSession(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return sessions.end(ctx, id);
  }

  @Mutation(() => Int, {
    description: "Ends all of the viewer's sessions but this browser's; their number.",
  })
  endOtherSessions(@Ctx() ctx: Context): Promise<number> {
    return sessions.endOthers(ctx);
  }

  @FieldResolver(() => Boolean, { description: "Whether it is the session that asks." })
  current(@Root() session: Session, @Ctx() ctx: Context): boolean {
    return sessions.isCurrent(ctx, session);
  }
}

@Resolver(() => User)
export class UserSessionsResolver {
  @FieldResolver(() => [Session], {
    nullable: true,
    description:
      "The browsers in which the user is signed in, the last used first; null unless the viewer is that user.",
  })
  sessions(@Root() user: User, @Ctx() ctx: Context): Promise<Session[] | null> {
    return sessions.sessionsOf(ctx, user);
  }
}
