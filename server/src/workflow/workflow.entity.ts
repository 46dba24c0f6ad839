import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { Actor } from "../audit/actor.js";
import { IdColumn, InstantColumn, LongTextColumn, RefColumn, TextColumn } from "../database/columns.js";
import { ConnectionType, EdgeType } from "../paging/connection.js";

@ObjectType({
  description: "An instruction of a project: deliver the trigger's input to a target URL, signed.",
})
@Entity("workflows")
export class Workflow {
  @Field(() => ID)
  @IdColumn()
  id!: string;

  @RefColumn()
  organizationId!: string;

  @RefColumn()
  projectId!: string;

  @Field(() => String)
  @TextColumn({ length: 100 })
  name!: string;

  /** The name as it is sorted and searched; see paging/search.ts. */
  @TextColumn({ length: 200 })
  foldedName!: string;

  @Field(() => String, { description: "Names it in triggers and addresses; unique in its project." })
  @TextColumn({ length: 50 })
  slug!: string;

  @Field(() => String, { nullable: true })
  @TextColumn({ length: 500, nullable: true })
  description!: string | null;

  @LongTextColumn()
  targetUrl!: string;

  /** The signing secret, encrypted; see signingSecretPlace. */
  @TextColumn({ length: 500 })
  sealedSigningSecret!: string;

  @Field(() => Date)
  @InstantColumn()
  createdAt!: Date;

  @Field(() => Actor)
  @Column(() => Actor, { prefix: "createdBy" })
  createdBy!: Actor;
}

@ObjectType()
export class WorkflowEdge extends EdgeType(Workflow) {}

@ObjectType()
export class WorkflowConnection extends ConnectionType(Workflow, WorkflowEdge) {}
