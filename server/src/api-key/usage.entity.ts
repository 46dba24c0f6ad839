import { Field, Int, ObjectType } from "type-graphql";
import { Entity, PrimaryColumn } from "typeorm";
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from "../database/columns.js";

@ObjectType({ description: "Calls with a key on one UTC day." })
@Entity("api_key_usage_days")
export class ApiKeyUsageDay {
  @IdColumn()
  apiKeyId!: string;

  @Field(() => String, { name: "date", description: "YYYY-MM-DD." })
  @PrimaryColumn({ type: "varchar", length: 10 })
  day!: string;

  @Field(() => Int)
  @IntegerColumn()
  accepted!: number;

  @Field(() => Int)
  @IntegerColumn()
  denied!: number;
}

@ObjectType({ description: "Calls with a key by UTC day, as a picture of many keys needs them." })
export class ApiKeyUsageSeries {
  @Field(() => String, { description: "The day of the first number, YYYY-MM-DD." })
  since!: string;

  @Field(() => [Int], { description: "One number a day, oldest first, today's last." })
  accepted!: number[];

  @Field(() => [Int], { description: "One number a day, oldest first, today's last." })
  denied!: number[];
}

@ObjectType({
  description: "Calls with a key that were denied for one cause on one UTC day; kept for 90 days.",
})
@Entity("api_key_denials")
export class ApiKeyDenials {
  @IdColumn()
  apiKeyId!: string;

  @Field(() => String, { name: "date", description: "YYYY-MM-DD." })
  @PrimaryColumn({ type: "varchar", length: 10 })
  day!: string;

  @Field(() => String, {
    description: "REVOKED, DISABLED, EXPIRED, SECRET_ENDED, OWNER_INACTIVE, IP_NOT_ALLOWED or RATE_LIMITED.",
  })
  @PrimaryColumn({ type: "varchar", length: 32 })
  cause!: string;

  @Field(() => Int)
  @IntegerColumn()
  count!: number;

  @Field(() => Date)
  @InstantColumn()
  lastAt!: Date;

  @Field(() => String, { nullable: true })
  @TextColumn({ length: 45, nullable: true })
  lastIp!: string | null;
}
