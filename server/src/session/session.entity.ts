import { Field, ID, ObjectType } from "type-graphql";
import { Entity } from "typeorm";
import { IdColumn, InstantColumn, RefColumn, TextColumn } from "../database/columns.js";
import { USER_AGENT_MAX } from "./user-agent.js";

@ObjectType({ description: "One browser that is signed in. Only its user sees it." })
@Entity("sessions")
export class Session {
  @Field(() => ID)
  @IdColumn()
  id!: string;

  /** SHA-256 of the token, in hex. The token itself is only in the browser's cookie. */
  @TextColumn({ length: 64 })
  tokenHash!: string;

  @RefColumn()
  userId!: string;

  @Field(() => Date)
  @InstantColumn()
  createdAt!: Date;

  @Field(() => Date, { description: "The last call, to the minute." })
  @InstantColumn()
  lastSeenAt!: Date;

  /** The end of the session however much it is used. */
  @InstantColumn()
  expiresAt!: Date;

  @Field(() => String, { nullable: true, description: "Where it signed in from." })
  @TextColumn({ length: 45, nullable: true })
  ip!: string | null;

  @Field(() => String, {
    nullable: true,
    description: `The User-Agent it signed in with, as the browser put it: at most ${USER_AGENT_MAX} characters, without control characters. Null where there was none.`,
  })
  @TextColumn({ length: USER_AGENT_MAX, nullable: true })
  userAgent!: string | null;
}
