import { OrganizationRole } from "@postern/shared";
import { Field, ID, ObjectType } from "type-graphql";
import { Entity } from "typeorm";
import { IdColumn, InstantColumn, RefColumn, TextColumn } from "../database/columns.js";
import { ConnectionType, EdgeType } from "../paging/connection.js";

@ObjectType({ description: "A user's place in an organization." })
@Entity("memberships")
export class Membership {
  @Field(() => ID)
  @IdColumn()
  id!: string;

  @RefColumn()
  organizationId!: string;

  @RefColumn()
  userId!: string;

  @Field(() => OrganizationRole)
  @TextColumn({ length: 16 })
  role!: OrganizationRole;

  @Field(() => Date)
  @InstantColumn()
  createdAt!: Date;
}

@ObjectType()
export class MembershipEdge extends EdgeType(Membership) {}

@ObjectType()
export class MembershipConnection extends ConnectionType(Membership, MembershipEdge) {}
