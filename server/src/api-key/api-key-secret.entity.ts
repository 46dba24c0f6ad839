import { Entity, PrimaryColumn } from "typeorm";
import { InstantColumn, IntegerColumn, RefColumn, TextColumn } from "../database/columns.js";

/** A secret that was handed out, as its hash. The row stays when the key is stopped. */
@Entity("api_key_secrets")
export class ApiKeySecret {
  /** SHA-256 in hex. */
  @PrimaryColumn({ type: "varchar", length: 64 })
  hash!: string;

  @RefColumn()
  apiKeyId!: string;

  @TextColumn({ length: 16 })
  preview!: string;

  @InstantColumn()
  createdAt!: Date;

  /** The end of its grace, once a newer secret is there; null: as long as its key works. */
  @InstantColumn({ nullable: true })
  expiresAt!: Date | null;

  /** When it was ended before that. */
  @InstantColumn({ nullable: true })
  endedAt!: Date | null;

  /** Calls that came with it while a newer one was there, written behind; see usage.ts. */
  @IntegerColumn()
  useCount!: number;

  @InstantColumn({ nullable: true })
  lastUsedAt!: Date | null;
}
