import { Arg, Ctx, createUnionType, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import * as sessions from "../session/session.service.js";
import { User } from "../user/user.entity.js";
import { findApiKey, viewerApiKey } from "./api-key.access.js";
import { ApiKey } from "./api-key.entity.js";
import {
  ApiKeyPayload,
  CreateOrganizationApiKeyInput,
  CreateProjectApiKeyInput,
  RevokeApiKeyInput,
  RotateApiKeyInput,
  UpdateApiKeyInput,
} from "./api-key.inputs.js";
import { createForOrganization, createForProject } from "./create.js";
import { finishRotation, rotate } from "./rotate.js";
import { remove, removeMany, revoke } from "./stop.js";
import { update } from "./update.js";

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
}
