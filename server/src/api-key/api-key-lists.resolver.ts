import { ApiKeyLevel } from "@postern/shared";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { Organization } from "../organization/organization.entity.js";
import { type Page, PageArgs } from "../paging/page.js";
import { Project } from "../project/project.entity.js";
import { type ApiKey, ApiKeyConnection } from "./api-key.entity.js";
import { ApiKeyListArgs, UpdateApiKeyPolicyInput } from "./api-key.inputs.js";
import { ApiKeyPolicy } from "./api-key-policy.type.js";
import { ApiKeyInsight } from "./insights.js";
import * as lists from "./list.js";
import { updatePolicy } from "./policy.js";

@Resolver(() => Organization)
export class OrganizationApiKeysResolver {
  @FieldResolver(() => ApiKeyConnection, {
    nullable: true,
    description:
      "Every key of the organization: its own and those of its projects. Filter by level to split them.",
  })
  apiKeys(
    @Root() organization: Organization,
    @Args(() => ApiKeyListArgs) args: ApiKeyListArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<ApiKey>> {
    return lists.listOfOrganization(ctx, organization, args);
  }
}

@Resolver(() => Organization)
export class OrganizationApiKeyInsightsResolver {
  @FieldResolver(() => [ApiKeyInsight], {
    nullable: true,
    description: "Key safety: how many working keys deserve a look. The same kinds filter the list of keys.",
  })
  apiKeyInsights(
    @Root() organization: Organization,
    @Arg("level", () => ApiKeyLevel, { nullable: true, description: "Of keys that live there alone." })
    level: ApiKeyLevel | null,
    @Ctx() ctx: Context,
  ): Promise<ApiKeyInsight[]> {
    return lists.insightsOf(ctx, organization, level);
  }
}

@Resolver(() => Organization)
export class OrganizationApiKeyPolicyResolver {
  @FieldResolver(() => ApiKeyPolicy, { description: "Rules that every new or changed key must keep." })
  apiKeyPolicy(@Root() organization: Organization): ApiKeyPolicy {
    return new ApiKeyPolicy(organization);
  }

  @Mutation(() => ApiKeyPolicy, {
    description: "Changes the organization's rules for keys. Needs policy:manage.",
  })
  async updateApiKeyPolicy(
    @Arg("input", () => UpdateApiKeyPolicyInput) input: UpdateApiKeyPolicyInput,
    @Ctx() ctx: Context,
  ): Promise<ApiKeyPolicy> {
    return new ApiKeyPolicy(await updatePolicy(ctx, input));
  }
}

@Resolver(() => ApiKeyPolicy)
export class ApiKeyPolicyResolver {
  @FieldResolver(() => ApiKeyConnection, {
    description:
      "Keys that exist already and break the rules; they go on working until someone changes them.",
  })
  violations(
    @Root() policy: ApiKeyPolicy,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<ApiKey>> {
    return lists.listViolations(ctx, policy.organization, args);
  }
}

@Resolver(() => Project)
export class ProjectApiKeysResolver {
  @FieldResolver(() => ApiKeyConnection, {
    nullable: true,
    description: "The keys that work in this project: its own and the inherited ones, in one list.",
  })
  apiKeys(
    @Root() project: Project,
    @Args(() => ApiKeyListArgs) args: ApiKeyListArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<ApiKey>> {
    return lists.listOfProject(ctx, project, args);
  }

  @FieldResolver(() => ApiKeyConnection, {
    nullable: true,
    description: "Only the organization's keys whose access covers this project. Never editable from here.",
  })
  inheritedApiKeys(
    @Root() project: Project,
    @Args(() => ApiKeyListArgs) args: ApiKeyListArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<ApiKey>> {
    return lists.listInherited(ctx, project, args);
  }
}
