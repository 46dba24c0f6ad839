import { Field, ID, ObjectType } from "type-graphql";
import { Entity } from "typeorm";
import { IdColumn, InstantColumn, RefColumn, TextColumn } from "../database/columns.js";
import { ConnectionType, EdgeType } from "../paging/connection.js";

@ObjectType({ description: "A part of an organization that owns keys, workflows and executions." })
@Entity("projects")
export class Project {
  @Field(() => ID)
  @IdColumn()
  id!: string;

  @RefColumn()
  organizationId!: string;

  @Field(() => String)
  @TextColumn({ length: 100 })
  name!: string;

  /** The name as it is sorted and searched; see paging/search.ts. */
  @TextColumn({ length: 200 })
  foldedName!: string;

  @Field(() => String, { description: "Names it in addresses; unique in its organization." })
  @TextColumn({ length: 50 })
  slug!: string;

  @Field(() => Date)
  @InstantColumn()
  createdAt!: Date;

  @InstantColumn({ nullable: true })
  deletedAt!: Date | null;
}

@ObjectType()
export class ProjectEdge extends EdgeType(Project) {}

@ObjectType()
export class ProjectConnection extends ConnectionType(Project, ProjectEdge) {}
