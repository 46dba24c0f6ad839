import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Actor } from "../audit/actor.js";
import type { Context } from "../context.js";
import { User } from "./user.entity.js";
import * as users from "./user.service.js";

@Resolver(() => Actor)
export class ActorUserResolver {
  @FieldResolver(() => User, { nullable: true, description: "The user behind it, while the account exists." })
  user(@Root() actor: Actor, @Ctx() ctx: Context): Promise<User | null> {
    return users.actorUser(ctx, actor);
  }
}
