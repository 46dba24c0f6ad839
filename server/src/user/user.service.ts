import { In } from "typeorm";
import type { Actor } from "../audit/actor.js";
import type { Context } from "../context.js";
import { defineLoader } from "../database/loader.js";
import { User } from "./user.entity.js";

/** Users by id, for rows that name one; null where the account is gone. */
export const userById = defineLoader<string, User | null>(async (ctx, ids) => {
  const users = await ctx.db.findBy(User, { id: In([...ids]) });
  const byId = new Map(users.map((user) => [user.id, user]));
  return ids.map((id) => byId.get(id) ?? null);
});

/** The person behind an actor: shown to signed-in users only, who see it in something they may read. */
export async function actorUser(ctx: Context, actor: Actor): Promise<User | null> {
  return actor.userId !== null && ctx.principal.kind === "USER" ? userById(ctx, actor.userId) : null;
}
