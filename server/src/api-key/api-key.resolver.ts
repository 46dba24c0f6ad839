import { ApiKeyScope, ApiKeyStatus } from "@postern/shared";
import {
  Arg,
  Args,
  Ctx,
  createUnionType,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { Actor } from "../audit/actor.js";
import type { Context } from "../context.js";
import { Organization } from "../organization/organization.entity.js";
import { organizationOf } from "../organization/organization.service.js";
import { type Page, PageArgs } from "../paging/page.js";
import { findProject } from "../project/project.access.js";
import { Project } from "../project/project.entity.js";
import * as sessions from "../session/session.service.js";
import { User } from "../user/user.entity.js";
import { userById } from "../user/user.service.js";
import { findApiKey, mayDo, viewerApiKey } from "./api-key.access.js";
import { ApiKey, ApiKeyConnection } from "./api-key.entity.js";
import {
  ApiKeyListArgs,
  ApiKeyPayload,
  CreateOrganizationApiKeyInput,
  CreateProjectApiKeyInput,
  RevokeApiKeyInput,
  RotateApiKeyInput,
  UpdateApiKeyInput,
  UpdateApiKeyPolicyInput,
} from "./api-key.inputs.js";
import { ApiKeyPolicy } from "./api-key-policy.type.js";
import { createForOrganization, createForProject } from "./create.js";
import { ApiKeyRotation, denialsOf, rotationOf, selectedProjects, usageOf } from "./details.js";
import { ApiKeyInsight } from "./insights.js";
import * as lists from "./list.js";
import { updatePolicy } from "./policy.js";
import { finishRotation, rotate } from "./rotate.js";
import { scopesOf, statusOf } from "./status.js";
import { remove, removeMany, revoke } from "./stop.js";
import { update } from "./update.js";
import { ApiKeyDenials, ApiKeyUsageDay } from "./usage.entity.js";

export const Viewer = createUnionType({ name: "Viewer", types: () => [User, ApiKey] as const });

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Query(() => Viewer, {
    nullable: true,
    description: "Who is calling: the signed-in user, or the API key of the request. Null when nobody.",
  })
  async viewer(@Ctx() ctx: Context): Promise<typeof Viewer | null> {
    return (await sessions.viewer(ctx)) ?? viewerApiKey(ctx);
  }

  @Query(() => ApiKey, {
    nullable: true,
    description:
      "Null when it does not exist or the viewer may not know that it does; always null for an API key.",
  })
  apiKey(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<ApiKey | null> {
    return findApiKey(ctx, id);
  }

  @Mutation(() => ApiKeyPayload, {
    description:
      "Makes an organization-level key. Needs organizationApiKey:manage. The answer alone holds the secret.",
  })
  createOrganizationApiKey(
    @Arg("input", () => CreateOrganizationApiKeyInput) input: CreateOrganizationApiKeyInput,
    @Ctx() ctx: Context,
  ): Promise<ApiKeyPayload> {
    return createForOrganization(ctx, input);
  }

  @Mutation(() => ApiKeyPayload, {
    description: "Makes a key of one project. Needs apiKey:manage there. The answer alone holds the secret.",
  })
  createProjectApiKey(
    @Arg("input", () => CreateProjectApiKeyInput) input: CreateProjectApiKeyInput,
    @Ctx() ctx: Context,
  ): Promise<ApiKeyPayload> {
    return createForProject(ctx, input);
  }

  @Mutation(() => Boolean, {
    description:
      "Stops the key for good and takes it off the lists; executions and audit entries keep its name. Only where the key lives.",
  })
  deleteApiKey(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return remove(ctx, id);
  }

  @Mutation(() => Int, {
    description: "Stops the keys for good and takes them off the lists: all or none of them, at most 100.",
  })
  deleteApiKeys(@Arg("ids", () => [ID]) ids: string[], @Ctx() ctx: Context): Promise<number> {
    return removeMany(ctx, ids);
  }

  @Mutation(() => ApiKey, {
    description: "Changes a key; it holds for the next call. Not where it is inherited.",
  })
  updateApiKey(
    @Arg("input", () => UpdateApiKeyInput) input: UpdateApiKeyInput,
    @Ctx() ctx: Context,
  ): Promise<ApiKey> {
    return update(ctx, input);
  }

  @Mutation(() => ApiKeyPayload, {
    description:
      "A new secret for the same key. The older one works on until its grace ends; it is never prolonged.",
  })
  rotateApiKey(
    @Arg("input", () => RotateApiKeyInput) input: RotateApiKeyInput,
    @Ctx() ctx: Context,
  ): Promise<ApiKeyPayload> {
    return rotate(ctx, input);
  }

  @Mutation(() => ApiKey, { description: "Ends the older secret now." })
  finishApiKeyRotation(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<ApiKey> {
    return finishRotation(ctx, id);
  }

  @Mutation(() => ApiKey, { description: "Stops the key for good and keeps it in the lists as REVOKED." })
  revokeApiKey(
    @Arg("input", () => RevokeApiKeyInput) input: RevokeApiKeyInput,
    @Ctx() ctx: Context,
  ): Promise<ApiKey> {
    return revoke(ctx, input);
  }

  @FieldResolver(() => [ApiKeyScope], { description: "What follows from the role." })
  scopes(@Root() key: ApiKey): readonly ApiKeyScope[] {
    return scopesOf(key);
  }

  @FieldResolver(() => ApiKeyStatus)
  status(@Root() key: ApiKey, @Ctx() ctx: Context): Promise<ApiKeyStatus> {
    return statusOf(ctx, key);
  }

  @FieldResolver(() => Organization)
  organization(@Root() key: ApiKey, @Ctx() ctx: Context): Promise<Organization> {
    return organizationOf(ctx, key.organizationId);
  }

  @FieldResolver(() => Project, {
    nullable: true,
    description: "The project it lives in, if the viewer may read it; null for an organization-level key.",
  })
  async project(@Root() key: ApiKey, @Ctx() ctx: Context): Promise<Project | null> {
    return key.projectId === null ? null : findProject(ctx, key.projectId);
  }

  @FieldResolver(() => [Project], {
    description:
      "The projects named by SELECTED_PROJECTS, those of them that the viewer may see. Naming none means none, never all.",
  })
  selectedProjects(@Root() key: ApiKey, @Ctx() ctx: Context): Promise<Project[]> {
    return selectedProjects(ctx, key);
  }

  @FieldResolver(() => [String], { description: "Normalized ranges; empty: from anywhere." })
  allowedIps(@Root() key: ApiKey): string[] {
    return key.allowedIps ?? [];
  }

  @FieldResolver(() => Int)
  rateLimitPerMinute(@Root() key: ApiKey, @Ctx() ctx: Context): number {
    return key.rateLimitPerMinute ?? ctx.config.defaultRateLimit;
  }

  @FieldResolver(() => User, { nullable: true, description: "The user whom a PERSONAL key stands for." })
  async owner(@Root() key: ApiKey, @Ctx() ctx: Context): Promise<User | null> {
    return key.ownerId === null ? null : userById(ctx, key.ownerId);
  }

  @FieldResolver(() => Actor, { nullable: true })
  revokedBy(@Root() key: ApiKey): Actor | null {
    return key.revokedAt === null ? null : key.revokedBy;
  }

  @FieldResolver(() => ApiKeyRotation, {
    nullable: true,
    description: "While an older secret still works beside the newest one.",
  })
  rotation(@Root() key: ApiKey, @Ctx() ctx: Context): Promise<ApiKeyRotation | null> {
    return rotationOf(ctx, key);
  }

  @FieldResolver(() => [ApiKeyUsageDay], {
    description: "Calls per UTC day, oldest first, today included; days without a call are there with zeros.",
  })
  usage(
    @Root() key: ApiKey,
    @Arg("days", () => Int, { nullable: true, defaultValue: 30 }) days: number | null,
    @Ctx() ctx: Context,
  ): Promise<ApiKeyUsageDay[]> {
    return usageOf(ctx, key, days ?? 30);
  }

  @FieldResolver(() => [ApiKeyDenials], { description: "Denied calls by day and cause, newest first." })
  denials(
    @Root() key: ApiKey,
    @Arg("days", () => Int, { nullable: true, defaultValue: 30 }) days: number | null,
    @Ctx() ctx: Context,
  ): Promise<ApiKeyDenials[]> {
    return denialsOf(ctx, key, days ?? 30);
  }

  @FieldResolver(() => Boolean)
  viewerCanUpdate(@Root() key: ApiKey, @Ctx() ctx: Context): Promise<boolean> {
    return mayDo(ctx, key, "UPDATE");
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may stop it: disable, revoke, delete." })
  viewerCanDelete(@Root() key: ApiKey, @Ctx() ctx: Context): Promise<boolean> {
    return mayDo(ctx, key, "STOP");
  }
}

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
  apiKeyInsights(@Root() organization: Organization, @Ctx() ctx: Context): Promise<ApiKeyInsight[]> {
    return lists.insightsOf(ctx, organization);
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

@Resolver(() => Actor)
export class ActorApiKeyResolver {
  @FieldResolver(() => ApiKey, {
    nullable: true,
    description: "The key behind it, while it exists and the viewer may see it.",
  })
  async apiKey(@Root() actor: Actor, @Ctx() ctx: Context): Promise<ApiKey | null> {
    return actor.apiKeyId === null ? null : findApiKey(ctx, actor.apiKeyId);
  }
}
