import { In, IsNull } from "typeorm";
import type { Context } from "../context.js";
import { defineLoader } from "../database/loader.js";
import { isId } from "../ids.js";
import { Membership } from "../organization/membership.entity.js";
import { hidden, lacking, viewerPermissions } from "../organization/organization.access.js";
import { projectById, viewerProjectPermissions } from "../project/project.access.js";
import { ProjectMembership } from "../project/project-membership.entity.js";
import { ApiKey } from "./api-key.entity.js";
import { ApiKeyProject } from "./api-key-project.entity.js";

const apiKeyById = defineLoader<string, ApiKey | null>(async (ctx, ids) => {
  const known = ids.filter((id) => isId("apiKey", id));
  const rows = await ctx.db.findBy(ApiKey, { id: In(known), deletedAt: IsNull() });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
});

/** Whether the caller may change the key: at the level where it lives, never where it is inherited. */
export async function mayManage(ctx: Context, key: ApiKey): Promise<boolean> {
  if (key.projectId === null) {
    return (await viewerPermissions(ctx, key.organizationId)).includes("organizationApiKey:manage");
  }
  const project = await projectById(ctx, key.projectId);
  return project !== null && (await viewerProjectPermissions(ctx, project)).includes("apiKey:manage");
}

/** Whether the caller may read the key: where it lives, or in a project that its access covers. */
async function mayRead(ctx: Context, key: ApiKey): Promise<boolean> {
  if (key.projectId !== null) {
    const project = await projectById(ctx, key.projectId);
    return project !== null && (await viewerProjectPermissions(ctx, project)).includes("apiKey:read");
  }
  if ((await viewerPermissions(ctx, key.organizationId)).includes("organizationApiKey:read")) return true;
  return ctx.principal.kind === "USER" && inheritedBySome(ctx, key, ctx.principal.userId);
}

/** Whether the key is inherited in a project in which the user has a role; every role reads keys. */
function inheritedBySome(ctx: Context, key: ApiKey, userId: string): Promise<boolean> {
  const query = ctx.db
    .createQueryBuilder(ProjectMembership, "entry")
    .innerJoin(
      Membership,
      "membership",
      "membership.id = entry.membershipId AND membership.userId = :userId",
      {
        userId,
      },
    )
    .where("membership.organizationId = :organizationId", { organizationId: key.organizationId });
  if (key.access === "SELECTED_PROJECTS") {
    query.innerJoin(ApiKeyProject, "named", "named.projectId = entry.projectId AND named.apiKeyId = :keyId", {
      keyId: key.id,
    });
  }
  return query.getExists();
}

/** The key, if the caller may read it; else null. An API key reads no key, its own row aside (`viewer`). */
export async function findApiKey(ctx: Context, id: string): Promise<ApiKey | null> {
  const key = await apiKeyById(ctx, id);
  return key !== null && (await mayRead(ctx, key)) ? key : null;
}

/** The key, for a caller who may change it. NOT_FOUND unless they may read it, FORBIDDEN if only that. */
export async function requireApiKey(ctx: Context, id: string): Promise<ApiKey> {
  const key = await findApiKey(ctx, id);
  if (key === null) throw hidden(ctx, "API key");
  if (!(await mayManage(ctx, key))) {
    throw key.projectId === null
      ? lacking(ctx, "organizationApiKey:manage", "the organization, where this key is managed")
      : lacking(ctx, "apiKey:manage", "this key's project");
  }
  return key;
}

/** The calling key's own row, which is all that a key ever sees of keys. */
export async function viewerApiKey(ctx: Context): Promise<ApiKey | null> {
  return ctx.principal.kind === "API_KEY" ? apiKeyById(ctx, ctx.principal.apiKeyId) : null;
}
