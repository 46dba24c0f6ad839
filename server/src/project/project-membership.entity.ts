import { ProjectRole } from "@postern/shared";
import { Field, ObjectType } from "type-graphql";
import { Entity } from "typeorm";
import { IdColumn, TextColumn } from "../database/columns.js";

/** Owners and admins of the organization need none; one that they have counts again when they lose that role. */
@ObjectType({ description: "A member's right in one project." })
@Entity("project_memberships")
export class ProjectMembership {
  @IdColumn()
  membershipId!: string;

  @IdColumn()
  projectId!: string;

  @Field(() => ProjectRole)
  @TextColumn({ length: 16 })
  role!: ProjectRole;
}
