import {
  ApiKeyLevel,
  ApiKeyRole,
  descriptionRule,
  ExpiryPolicy,
  nameRule,
  ProjectAccess,
} from "@postern/shared";
import { ArgsType, Field, ID, InputType, ObjectType } from "type-graphql";
import { Rule } from "../input/rule.js";
import { PageArgs } from "../paging/page.js";
import { ApiKey } from "./api-key.entity.js";

@InputType()
export class ExpiryInput {
  @Field(() => ExpiryPolicy)
  policy!: ExpiryPolicy;

  @Field(() => Date, { nullable: true, description: "With CUSTOM only: more than five minutes ahead." })
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

  @Field(() => ApiKeyRole, { defaultValue: ApiKeyRole.TRIGGER })
  role!: ApiKeyRole;

  @Field(() => ExpiryInput)
  expiry!: ExpiryInput;
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
  @Field(() => ApiKeyLevel, { nullable: true })
  level?: ApiKeyLevel | null;

  @Field(() => ID, { nullable: true, description: "Keys that live in this project." })
  projectId?: string | null;
}

@ArgsType()
export class ApiKeyListArgs extends PageArgs {
  @Field(() => ApiKeyFilter, { nullable: true })
  filter?: ApiKeyFilter | null;
}
