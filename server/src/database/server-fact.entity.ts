import { Entity, PrimaryColumn } from "typeorm";
import { TextColumn } from "./columns.js";

/** Something that the installation knows of itself. */
@Entity("server_facts")
export class ServerFact {
  @PrimaryColumn({ type: "varchar", length: 64 })
  name!: "setup_completed_at" | "encryption_key_id" | "completion_secret";

  @TextColumn({ length: 255 })
  value!: string;
}
