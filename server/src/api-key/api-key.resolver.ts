import { ApiKeyScope, ApiKeyStatus } from "@postern/shared";
import {
  Arg,
  Args,
  Ctx,
  createUnionType,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { Actor } from "../audit/actor.js";
import type { Context } from "../context.js";
import { Organization } from "../organization/organization.entity.js";
import { organizationOf } from "../organization/organization.service.js";
import type { Page } from "../paging/page.js";
import { findProject } from "../project/project.access.js";
import { Project } from "../project/project.entity.js";
import * as sessions from "../session/session.service.js";
import { User } from "../user/user.entity.js";
import { findApiKey, mayManage, viewerApiKey } from "./api-key.access.js";
import { ApiKey, ApiKeyConnection } from "./api-key.entity.js";
import {
  ApiKeyListArgs,
  ApiKeyPayload,
  CreateOrganizationApiKeyInput,
  CreateProjectApiKeyInput,
} from "./api-key.inputs.js";
import * as apiKeys from "./api-key.service.js";
import * as lists from "./list.js";

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
    return apiKeys.createForOrganization(ctx, input);
  }

  @Mutation(() => ApiKeyPayload, {
    description: "Makes a key of one project. Needs apiKey:manage there. The answer alone holds the secret.",
  })
  createProjectApiKey(
    @Arg("input", () => CreateProjectApiKeyInput) input: CreateProjectApiKeyInput,
    @Ctx() ctx: Context,
  ): Promise<ApiKeyPayload> {
    return apiKeys.createForProject(ctx, input);
  }

  @Mutation(() => Boolean, {
    description:
      "Stops the key for good and takes it off the lists; executions and audit entries keep its name. Only where the key lives.",
  })
  deleteApiKey(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return apiKeys.remove(ctx, id);
  }

  @FieldResolver(() => [ApiKeyScope], { description: "What follows from the role." })
  scopes(@Root() key: ApiKey): readonly ApiKeyScope[] {
    return apiKeys.scopesOf(key);
  }

  @FieldResolver(() => ApiKeyStatus)
  status(@Root() key: ApiKey, @Ctx() ctx: Context): ApiKeyStatus {
    return apiKeys.statusOf(ctx, key);
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
    return apiKeys.selectedProjects(ctx, key);
  }

  @FieldResolver(() => Boolean)
  viewerCanDelete(@Root() key: ApiKey, @Ctx() ctx: Context): Promise<boolean> {
    return mayManage(ctx, key);
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
