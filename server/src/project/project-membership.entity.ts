import type { ProjectRole } from "@postern/shared";
import { Entity } from "typeorm";
import { IdColumn, TextColumn } from "../database/columns.js";

/** A member's right in one project. Owners and admins of the organization need none. */
@Entity("project_memberships")
export class ProjectMembership {
  @IdColumn()
  membershipId!: string;

  @IdColumn()
  projectId!: string;

  @TextColumn({ length: 16 })
  role!: ProjectRole;
}
