import { ApiKeyKind, ApiKeyLevel, ApiKeyRole, ExpiryPolicy, ProjectAccess } from "@postern/shared";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { Actor } from "../audit/actor.js";
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
} from "../database/columns.js";
import { ConnectionType, EdgeType } from "../paging/connection.js";

@ObjectType({ description: "An API key: the row, its name and history. It outlives its secrets." })
@Entity("api_keys")
export class ApiKey {
  @Field(() => ID)
  @IdColumn()
  id!: string;

  @RefColumn()
  organizationId!: string;

  /** Null for an organization-level key. */
  @RefColumn({ nullable: true })
  projectId!: string | null;

  @Field(() => String, { description: "What the creator called it; the id where it was left out." })
  @TextColumn({ length: 100 })
  name!: string;

  @Field(() => String, { nullable: true })
  @TextColumn({ length: 500, nullable: true })
  description!: string | null;

  @Field(() => String, {
    description:
      "The first characters of the newest secret: enough to recognise it, useless to sign in with.",
  })
  @TextColumn({ length: 16 })
  preview!: string;

  /** The name as it is sorted and searched; see paging/search.ts. */
  @TextColumn({ length: 200 })
  foldedName!: string;

  @Field(() => ApiKeyKind)
  @TextColumn({ length: 16 })
  kind!: ApiKeyKind;

  /** The user whom a PERSONAL key stands for. */
  @RefColumn({ nullable: true })
  ownerId!: string | null;

  @Field(() => ApiKeyRole)
  @TextColumn({ length: 16 })
  role!: ApiKeyRole;

  @Field(() => ProjectAccess, {
    description: "A project-level key reads SELECTED_PROJECTS: its own project.",
  })
  @TextColumn({ length: 20 })
  access!: ProjectAccess;

  @Field(() => ExpiryPolicy)
  @TextColumn({ length: 16 })
  expiryPolicy!: ExpiryPolicy;

  @Field(() => Date, {
    nullable: true,
    description: "First instant at which it no longer works; null: never.",
  })
  @InstantColumn({ nullable: true })
  expiresAt!: Date | null;

  @Field(() => Date)
  @InstantColumn()
  createdAt!: Date;

  @Field(() => Actor)
  @Column(() => Actor, { prefix: "createdBy" })
  createdBy!: Actor;

  @FlagColumn()
  enabled!: boolean;

  /** Normalized CIDR ranges; null: from anywhere. */
  @Column({ type: "simple-json", nullable: true })
  allowedIps!: string[] | null;

  /** Null: the server's default. */
  @IntegerColumn({ nullable: true })
  rateLimitPerMinute!: number | null;

  @Field(() => Date, { nullable: true, description: "Last accepted call, to within a minute." })
  @InstantColumn({ nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => String, { nullable: true })
  @TextColumn({ length: 45, nullable: true })
  lastUsedIp!: string | null;

  @Field(() => Date, { nullable: true })
  @InstantColumn({ nullable: true })
  revokedAt!: Date | null;

  @Column(() => Actor, { prefix: "revokedBy" })
  revokedBy!: Actor | null;

  @Field(() => String, { nullable: true })
  @TextColumn({ length: 200, nullable: true })
  revokeReason!: string | null;

  @InstantColumn({ nullable: true })
  deletedAt!: Date | null;

  /** Where the key lives. */
  @Field(() => ApiKeyLevel)
  get level(): ApiKeyLevel {
    return this.projectId === null ? "ORGANIZATION" : "PROJECT";
  }
}

@ObjectType()
export class ApiKeyEdge extends EdgeType(ApiKey) {
  @Field(() => Boolean, {
    description: "True where the list belongs to a project and the key to its organization.",
  })
  inherited!: boolean;
}

@ObjectType()
export class ApiKeyConnection extends ConnectionType(ApiKey, ApiKeyEdge) {}
