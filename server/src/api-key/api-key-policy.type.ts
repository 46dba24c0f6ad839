import { Field, Int, ObjectType } from "type-graphql";
import type { Organization } from "../organization/organization.entity.js";

@ObjectType({ description: "Rules that every new or changed key of the organization must keep." })
export class ApiKeyPolicy {
  constructor(readonly organization: Organization) {}

  @Field(() => Int, {
    nullable: true,
    description: "The longest life a key may have, in days; null: no limit, and NEVER is allowed.",
  })
  get maxLifetimeDays(): number | null {
    return this.organization.maxLifetimeDays;
  }

  @Field(() => Boolean, { description: "True: a key must have at least one allowed IP range." })
  get requireAllowedIps(): boolean {
    return this.organization.requireAllowedIps;
  }
}
