import { OrganizationRole } from "@postern/shared";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { Actor } from "../audit/actor.js";
import { IdColumn, InstantColumn, RefColumn, TextColumn } from "../database/columns.js";

@ObjectType({
  description: "An open invitation to an organization. Once it is accepted or revoked it is no more.",
})
@Entity("invitations")
export class Invitation {
  @Field(() => ID)
  @IdColumn()
  id!: string;

  @RefColumn()
  organizationId!: string;

  @Field(() => String)
  @TextColumn({ length: 254 })
  email!: string;

  @Field(() => OrganizationRole)
  @TextColumn({ length: 16 })
  role!: OrganizationRole;

  /** SHA-256 of the token, in hex. The token itself is only in the link. */
  @TextColumn({ length: 64 })
  tokenHash!: string;

  @Field(() => Date, { description: "First instant at which it can no longer be accepted." })
  @InstantColumn()
  expiresAt!: Date;

  @Field(() => Date)
  @InstantColumn()
  createdAt!: Date;

  @Field(() => Actor)
  @Column(() => Actor, { prefix: "invitedBy" })
  invitedBy!: Actor;
}
