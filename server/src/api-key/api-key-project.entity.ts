import { Entity } from "typeorm";
import { IdColumn } from "../database/columns.js";

/** A project that an organization-level key with SELECTED_PROJECTS names. */
@Entity("api_key_projects")
export class ApiKeyProject {
  @IdColumn()
  apiKeyId!: string;

  @IdColumn()
  projectId!: string;
}
