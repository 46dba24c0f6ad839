import {
  ApiKeyInsightKind,
  ApiKeyKind,
  ApiKeyLevel,
  ApiKeyOrderField,
  ApiKeyRole,
  ApiKeyState,
  ApiKeyStatus,
  descriptionRule,
  ExpiryPolicy,
  GRACE_SECONDS,
  idempotencyKeyRule,
  ipRangeRule,
  nameRule,
  OrderDirection,
  ProjectAccess,
  reasonRule,
} from "@postern/shared";
import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Rule } from "../input/rule.js";
import { PageArgs } from "../paging/page.js";
import { ApiKey } from "./api-key.entity.js";

const IDEMPOTENCY =
  "1 to 255 printable characters. A repeat with the same value within 24 hours makes nothing and is refused with CONFLICT, which carries apiKeyId, the key that exists, and never its secret.";
const ALLOWED_IPS =
  "At most 50 addresses or CIDR ranges, IPv4 or IPv6; calls from elsewhere are refused. Empty: from anywhere.";
const RATE = "Calls per minute, 1 to 1000000; the server's default when it is left out.";

@InputType()
export class ExpiryInput {
  @Field(() => ExpiryPolicy)
  policy!: ExpiryPolicy;

  @Field(() => Date, {
    nullable: true,
    description: "With CUSTOM only: more than five minutes ahead, within the organization's policy.",
  })
  expiresAt?: Date | null;
}

@InputType()
export abstract class NewApiKeyInput {
  @Rule(nameRule)
  @Field(() => String, {
    nullable: true,
    description: "1 to 100 characters; the key's id when it is left out.",
  })
  name?: string | null;

  @Rule(descriptionRule)
  @Field(() => String, { nullable: true, description: "At most 500 characters." })
  description?: string | null;

  @Field(() => ApiKeyKind, {
    defaultValue: ApiKeyKind.SERVICE,
    description: "PERSONAL keys stand for the caller. SYSTEM keys are made with their project, never here.",
  })
  kind!: ApiKeyKind;

  @Field(() => ApiKeyRole, { defaultValue: ApiKeyRole.TRIGGER })
  role!: ApiKeyRole;

  @Field(() => ExpiryInput)
  expiry!: ExpiryInput;

  @Rule(ipRangeRule)
  @Field(() => [String], { nullable: true, description: ALLOWED_IPS })
  allowedIps?: string[] | null;

  @Field(() => Int, { nullable: true, description: RATE })
  rateLimitPerMinute?: number | null;

  @Rule(idempotencyKeyRule)
  @Field(() => String, { nullable: true, description: IDEMPOTENCY })
  idempotencyKey?: string | null;
}

@InputType()
export class CreateOrganizationApiKeyInput extends NewApiKeyInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => ProjectAccess)
  access!: ProjectAccess;

  @Field(() => [ID], { nullable: true, description: "With SELECTED_PROJECTS only: 1 to 1000 projects." })
  projectIds?: string[] | null;
}

@InputType()
export class CreateProjectApiKeyInput extends NewApiKeyInput {
  @Field(() => ID)
  projectId!: string;
}

@InputType({ description: "A field left out stays; null clears what can be cleared." })
export class UpdateApiKeyInput {
  @Field(() => ID)
  id!: string;

  @Rule(nameRule)
  @Field(() => String, { nullable: true, description: "Null: the key's id." })
  name?: string | null;

  @Rule(descriptionRule)
  @Field(() => String, { nullable: true })
  description?: string | null;

  @Field(() => Boolean, { nullable: true, description: "False: DISABLED until set true again." })
  enabled?: boolean | null;

  @Field(() => ApiKeyRole, { nullable: true })
  role?: ApiKeyRole | null;

  @Field(() => ProjectAccess, { nullable: true, description: "Of organization-level keys only." })
  access?: ProjectAccess | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Of keys with SELECTED_PROJECTS: all projects it shall name.",
  })
  projectIds?: string[] | null;

  @Field(() => ExpiryInput, { nullable: true, description: "A preset counts from now." })
  expiry?: ExpiryInput | null;

  @Rule(ipRangeRule)
  @Field(() => [String], { nullable: true, description: ALLOWED_IPS })
  allowedIps?: string[] | null;

  @Field(() => Int, { nullable: true, description: RATE })
  rateLimitPerMinute?: number | null;
}

@InputType()
export class RotateApiKeyInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, {
    nullable: true,
    defaultValue: GRACE_SECONDS,
    description: "How long the older secret works on, in seconds: 0 to 2592000. It is never prolonged.",
  })
  graceSeconds?: number | null;

  @Rule(idempotencyKeyRule)
  @Field(() => String, { nullable: true, description: IDEMPOTENCY })
  idempotencyKey?: string | null;
}

@InputType()
export class RevokeApiKeyInput {
  @Field(() => ID)
  id!: string;

  @Rule(reasonRule)
  @Field(() => String, { nullable: true, description: "At most 200 characters." })
  reason?: string | null;
}

@InputType({ description: "A field left out stays." })
export class UpdateApiKeyPolicyInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => Int, { nullable: true, description: "1 to 3650; null: no limit." })
  maxLifetimeDays?: number | null;

  @Field(() => Boolean, { nullable: true })
  requireAllowedIps?: boolean | null;
}

@ObjectType({ description: "The only moment at which the whole key is readable." })
export class ApiKeyPayload {
  @Field(() => ApiKey)
  apiKey!: ApiKey;

  @Field(() => String, {
    description: 'Send it as "Authorization: Bearer …". It is not kept and never shown again.',
  })
  secret!: string;
}

@InputType()
export class ApiKeyFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "Matches part of a name, the start of a preview, an id, or a whole pasted key (which is hashed at once and never stored or logged).",
  })
  search?: string | null;

  @Field(() => [ID], { nullable: true, description: "Keys with one of these ids, 1 to 100 of them." })
  ids?: string[] | null;

  @Field(() => ApiKeyLevel, { nullable: true })
  level?: ApiKeyLevel | null;

  @Field(() => ApiKeyKind, { nullable: true })
  kind?: ApiKeyKind | null;

  @Field(() => [ApiKeyKind], {
    nullable: true,
    description: "Keys of one of these kinds. PERSONAL and SERVICE are those that people made.",
  })
  kinds?: ApiKeyKind[] | null;

  @Field(() => ApiKeyRole, { nullable: true })
  role?: ApiKeyRole | null;

  @Field(() => [ApiKeyStatus], { nullable: true, description: "Keys with one of these statuses." })
  status?: ApiKeyStatus[] | null;

  @Field(() => [ApiKeyState], { nullable: true, description: "Keys in one of these states." })
  state?: ApiKeyState[] | null;

  @Field(() => ID, { nullable: true, description: "Keys that live in this project." })
  projectId?: string | null;

  @Field(() => ID, { nullable: true })
  createdById?: string | null;

  @Field(() => Date, { nullable: true, description: "Keys whose expiresAt lies before this instant." })
  expiresBefore?: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "Keys without a call since this instant (never used counts).",
  })
  unusedSince?: Date | null;

  @Field(() => Boolean, { nullable: true, description: "True: keys without an end; false: keys with one." })
  neverExpires?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: keys without any call; false: keys with one. A call is known after a minute at most.",
  })
  neverUsed?: boolean | null;

  @Field(() => ApiKeyInsightKind, {
    nullable: true,
    description: "Keys that key safety counts under this kind.",
  })
  insight?: ApiKeyInsightKind | null;
}

@InputType()
export class ApiKeyOrder {
  @Field(() => ApiKeyOrderField)
  field!: ApiKeyOrderField;

  @Field(() => OrderDirection)
  direction!: OrderDirection;
}

@ArgsType()
export class ApiKeyListArgs extends PageArgs {
  @Field(() => ApiKeyFilter, { nullable: true })
  filter?: ApiKeyFilter | null;

  @Field(() => ApiKeyOrder, { nullable: true, description: "Newest first when it is left out." })
  orderBy?: ApiKeyOrder | null;
}
