import { Entity, PrimaryColumn } from "typeorm";
import { InstantColumn, RefColumn } from "../database/columns.js";

/** A secret that was handed out, as its hash. The row stays when the key is stopped. */
@Entity("api_key_secrets")
export class ApiKeySecret {
  /** SHA-256 in hex. */
  @PrimaryColumn({ type: "varchar", length: 64 })
  hash!: string;

  @RefColumn()
  apiKeyId!: string;

  @InstantColumn()
  createdAt!: Date;
}
