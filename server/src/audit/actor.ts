import { ActorKind } from "@postern/shared";
import { Field, ID, ObjectType } from "type-graphql";
import type { Context } from "../context.js";
import { RefColumn, TextColumn } from "../database/columns.js";

@ObjectType({
  description:
    "Who did something, kept as it was at that moment. name is the user's or the key's name then. Rights never hang on a name.",
})
export class Actor {
  @Field(() => ActorKind)
  @TextColumn({ length: 16 })
  kind!: ActorKind;

  @Field(() => String)
  @TextColumn({ length: 220 })
  name!: string;

  @RefColumn({ nullable: true })
  userId!: string | null;

  @Field(() => ID, { nullable: true, description: "The key's id, also after it was deleted." })
  @RefColumn({ nullable: true })
  apiKeyId!: string | null;
}

function actor(kind: ActorKind, name: string, ids: { userId?: string; apiKeyId?: string } = {}): Actor {
  return Object.assign(new Actor(), {
    kind,
    name,
    userId: ids.userId ?? null,
    apiKeyId: ids.apiKeyId ?? null,
  });
}

/** The caller, as it is named now. */
export function actorOf({ principal }: Context): Actor {
  switch (principal.kind) {
    case "USER":
      return actor("USER", principal.name, { userId: principal.userId });
    case "API_KEY":
      return actor("API_KEY", principal.name, { apiKeyId: principal.apiKeyId });
    case "SYSTEM":
      return actor("SYSTEM", principal.name);
    case "ANONYMOUS":
      throw new Error("Nobody cannot be the actor of a change.");
  }
}
