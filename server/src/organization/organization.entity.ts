import { Field, ID, ObjectType } from "type-graphql";
import { Entity } from "typeorm";
import { FlagColumn, IdColumn, InstantColumn, IntegerColumn, TextColumn } from "../database/columns.js";
import { ConnectionType, EdgeType } from "../paging/connection.js";

@ObjectType({ description: "A tenant: it owns projects, keys and the people who manage them." })
@Entity("organizations")
export class Organization {
  @Field(() => ID)
  @IdColumn()
  id!: string;

  @Field(() => String)
  @TextColumn({ length: 100 })
  name!: string;

  /** The name as it is sorted and searched; see paging/search.ts. */
  @TextColumn({ length: 200 })
  foldedName!: string;

  @Field(() => String, { description: "Names it in addresses; unique on this server." })
  @TextColumn({ length: 50 })
  slug!: string;

  @Field(() => Date)
  @InstantColumn()
  createdAt!: Date;

  /** Members with the role OWNER; never less than one. */
  @IntegerColumn()
  ownerCount!: number;

  /** The longest life of a key in days; null: no limit. */
  @IntegerColumn({ nullable: true })
  maxLifetimeDays!: number | null;

  /** Whether a key must be limited to address ranges. */
  @FlagColumn()
  requireAllowedIps!: boolean;

  @InstantColumn({ nullable: true })
  deletedAt!: Date | null;
}

@ObjectType()
export class OrganizationEdge extends EdgeType(Organization) {}

@ObjectType()
export class OrganizationConnection extends ConnectionType(Organization, OrganizationEdge) {}
