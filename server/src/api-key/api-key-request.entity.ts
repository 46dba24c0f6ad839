import { Entity, PrimaryColumn } from "typeorm";
import { IdColumn, InstantColumn, RefColumn } from "../database/columns.js";

/** What a repeat of a create or a rotation is recognised by: who asked, and the key they gave the request. */
@Entity("api_key_requests")
export class ApiKeyRequest {
  @IdColumn()
  userId!: string;

  @PrimaryColumn({ type: "varchar", length: 255 })
  idempotencyKey!: string;

  @RefColumn()
  apiKeyId!: string;

  @InstantColumn()
  createdAt!: Date;
}
