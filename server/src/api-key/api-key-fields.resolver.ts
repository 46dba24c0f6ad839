import { ApiKeyScope, ApiKeyState, ApiKeyStatus } from "@postern/shared";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Actor } from "../audit/actor.js";
import type { Context } from "../context.js";
import { Organization } from "../organization/organization.entity.js";
import { organizationOf } from "../organization/organization.service.js";
import { findProject } from "../project/project.access.js";
import { Project } from "../project/project.entity.js";
import { User } from "../user/user.entity.js";
import { userById } from "../user/user.service.js";
import { findApiKey, mayDo } from "./api-key.access.js";
import { ApiKey } from "./api-key.entity.js";
import {
  ApiKeyRotation,
  denialsOf,
  rotationOf,
  selectedProjects,
  usageOf,
  usageSeriesOf,
} from "./details.js";
import { stateOf } from "./state.js";
import { scopesOf, statusOf } from "./status.js";
import { ApiKeyDenials, ApiKeyUsageDay, ApiKeyUsageSeries } from "./usage.entity.js";

@Resolver(() => ApiKey)
export class ApiKeyFieldsResolver {
  @FieldResolver(() => [ApiKeyScope], { description: "What follows from the role." })
  scopes(@Root() key: ApiKey): readonly ApiKeyScope[] {
    return scopesOf(key);
  }

  @FieldResolver(() => ApiKeyStatus)
  status(@Root() key: ApiKey, @Ctx() ctx: Context): Promise<ApiKeyStatus> {
    return statusOf(ctx, key);
  }

  @FieldResolver(() => ApiKeyState, {
    description:
      "The one word that lists say of it: why it does not work, or what it needs, or how it is used.",
  })
  state(@Root() key: ApiKey, @Ctx() ctx: Context): Promise<ApiKeyState> {
    return stateOf(ctx, key);
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

  @FieldResolver(() => Boolean, {
    description: "True while it has no rate of its own: the server's default holds.",
  })
  rateLimitIsDefault(@Root() key: ApiKey): boolean {
    return key.rateLimitPerMinute === null;
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

  @FieldResolver(() => ApiKeyUsageSeries, {
    description: "The same as usage, one number a day: shorter where many keys are shown.",
  })
  usageSeries(
    @Root() key: ApiKey,
    @Arg("days", () => Int, { nullable: true, defaultValue: 30 }) days: number | null,
    @Ctx() ctx: Context,
  ): Promise<ApiKeyUsageSeries> {
    return usageSeriesOf(ctx, key, days ?? 30);
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
