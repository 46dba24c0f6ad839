import { Field, ID, ObjectType } from "type-graphql";
import { Entity } from "typeorm";
import { IdColumn, InstantColumn, TextColumn } from "../database/columns.js";

@ObjectType({ description: "A person who signs in." })
@Entity("users")
export class User {
  @Field(() => ID)
  @IdColumn()
  id!: string;

  @Field(() => String)
  @TextColumn({ length: 254 })
  email!: string;

  @Field(() => String)
  @TextColumn({ length: 100 })
  name!: string;

  /** bcrypt. Not selected unless asked for by name. */
  @TextColumn({ length: 60, select: false })
  passwordHash!: string;

  @Field(() => Date)
  @InstantColumn()
  createdAt!: Date;
}
