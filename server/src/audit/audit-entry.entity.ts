import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { IdColumn, InstantColumn, LongTextColumn, RefColumn, TextColumn } from "../database/columns.js";
import { ConnectionType, EdgeType } from "../paging/connection.js";
import { Actor } from "./actor.js";

/** Written in the transaction of the change, never changed afterwards. */
@ObjectType({ description: "One change of one thing, as it was made." })
@Entity("audit_entries")
export class AuditEntry {
  @Field(() => ID)
  @IdColumn()
  id!: string;

  @RefColumn({ nullable: true })
  organizationId!: string | null;

  @Field(() => ID, { nullable: true, description: "The project it lies in, also after that was deleted." })
  @RefColumn({ nullable: true })
  projectId!: string | null;

  @Field(() => Date)
  @InstantColumn()
  at!: Date;

  @Field(() => Actor)
  @Column(() => Actor, { prefix: "actor" })
  actor!: Actor;

  @Field(() => String, { description: "noun.verb: apiKey.create, apiKey.rotate, member.remove, …" })
  @TextColumn({ length: 64 })
  action!: string;

  @Field(() => String, { description: "The noun of the action." })
  @TextColumn({ length: 32 })
  targetType!: string;

  @Field(() => ID)
  @RefColumn()
  targetId!: string;

  @Field(() => String, { description: "What it was called then." })
  @TextColumn({ length: 254 })
  targetName!: string;

  @Field(() => String, { nullable: true, description: "The caller's address." })
  @TextColumn({ length: 45, nullable: true })
  ip!: string | null;

  /** JSON text: changed fields with old and new value; never a secret. */
  @LongTextColumn({ nullable: true })
  changes!: string | null;
}

@ObjectType()
export class AuditEntryEdge extends EdgeType(AuditEntry) {}

@ObjectType()
export class AuditEntryConnection extends ConnectionType(AuditEntry, AuditEntryEdge) {}
