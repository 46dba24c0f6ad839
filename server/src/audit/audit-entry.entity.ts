import { Column, Entity } from "typeorm";
import { IdColumn, InstantColumn, LongTextColumn, RefColumn, TextColumn } from "../database/columns.js";
import { Actor } from "./actor.js";

/** One change of one thing. Written in the transaction of the change, never changed afterwards. */
@Entity("audit_entries")
export class AuditEntry {
  @IdColumn()
  id!: string;

  @RefColumn({ nullable: true })
  organizationId!: string | null;

  @RefColumn({ nullable: true })
  projectId!: string | null;

  @InstantColumn()
  at!: Date;

  @Column(() => Actor, { prefix: "actor" })
  actor!: Actor;

  /** noun.verb, such as apiKey.create. */
  @TextColumn({ length: 64 })
  action!: string;

  @TextColumn({ length: 32 })
  targetType!: string;

  @RefColumn()
  targetId!: string;

  @TextColumn({ length: 254 })
  targetName!: string;

  @TextColumn({ length: 45, nullable: true })
  ip!: string | null;

  /** JSON: changed fields with old and new value; never a secret. */
  @LongTextColumn({ nullable: true })
  changes!: string | null;
}
