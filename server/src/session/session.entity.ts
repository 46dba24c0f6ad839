import { Entity } from "typeorm";
import { IdColumn, InstantColumn, RefColumn, TextColumn } from "../database/columns.js";

/** One browser that is signed in. The token itself is only in its cookie. */
@Entity("sessions")
export class Session {
  @IdColumn()
  id!: string;

  /** SHA-256 of the token, in hex. */
  @TextColumn({ length: 64 })
  tokenHash!: string;

  @RefColumn()
  userId!: string;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn()
  lastSeenAt!: Date;

  /** The end of the session however much it is used. */
  @InstantColumn()
  expiresAt!: Date;

  @TextColumn({ length: 45, nullable: true })
  ip!: string | null;
}
