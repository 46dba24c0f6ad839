import { Entity, PrimaryColumn } from "typeorm";
import { InstantColumn, RefColumn, TextColumn } from "../database/columns.js";
import { ID_LENGTH } from "../ids.js";

/** A trigger that came with an idempotency key: what a repetition of it is recognised by. */
@Entity("trigger_requests")
export class TriggerRequest {
  /** The API key or the user. */
  @PrimaryColumn({ type: "varchar", length: ID_LENGTH })
  callerId!: string;

  @PrimaryColumn({ type: "varchar", length: ID_LENGTH })
  workflowId!: string;

  /** SHA-256 of the idempotency key, in hex. */
  @PrimaryColumn({ type: "varchar", length: 64 })
  keyHash!: string;

  /** SHA-256 of the input's canonical JSON, in hex. */
  @TextColumn({ length: 64 })
  inputHash!: string;

  @RefColumn()
  executionId!: string;

  @InstantColumn()
  expiresAt!: Date;
}
