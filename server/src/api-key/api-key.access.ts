import { In, IsNull } from "typeorm";
import type { Context } from "../context.js";
import { defineLoader } from "../database/loader.js";
import { forbidden } from "../errors.js";
import { isId } from "../ids.js";
import { Membership } from "../organization/membership.entity.js";
import {
  hidden,
  lacking,
  organizationRights,
  viewerPermissions,
} from "../organization/organization.access.js";
import { projectById, viewerProjectPermissions } from "../project/project.access.js";
import { ProjectMembership } from "../project/project-membership.entity.js";
import { ApiKey } from "./api-key.entity.js";
import { ApiKeyProject } from "./api-key-project.entity.js";

/** What can be done to a key. STOP: disable, enable, revoke, delete. */
export type KeyAction = "UPDATE" | "ROTATE" | "STOP";

const apiKeyById = defineLoader<string, ApiKey | null>(async (ctx, ids) => {
  const known = ids.filter((id) => isId("apiKey", id));
  const rows = await ctx.db.findBy(ApiKey, { id: In(known), deletedAt: IsNull() });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
});

/** Whether the caller may change keys where this one lives; never where it is inherited. */
async function managesKeys(ctx: Context, key: ApiKey): Promise<boolean> {
  if (key.projectId === null) {
    return (await viewerPermissions(ctx, key.organizationId)).includes("organizationApiKey:manage");
  }
  return (await permissionsInProject(ctx, key.projectId)).includes("apiKey:manage");
}

async function permissionsInProject(ctx: Context, projectId: string): Promise<readonly string[]> {
  const project = await projectById(ctx, projectId);
  return project === null ? [] : viewerProjectPermissions(ctx, project);
}

const isOwnKey = ({ principal }: Context, key: ApiKey): boolean =>
  key.kind === "PERSONAL" && principal.kind === "USER" && principal.userId === key.ownerId;

/**
 * Whether the caller may do that to the key. Nobody changes or stops a SYSTEM key. A PERSONAL key acts as its
 * owner, so nobody else changes it or sees a new secret of it; who manages keys may only stop it.
 */
export async function mayDo(ctx: Context, key: ApiKey, action: KeyAction): Promise<boolean> {
  switch (key.kind) {
    case "SYSTEM":
      return action === "ROTATE" && managesKeys(ctx, key);
    case "SERVICE":
      return managesKeys(ctx, key);
    case "PERSONAL":
      if (action === "STOP") return isOwnKey(ctx, key) || managesKeys(ctx, key);
      if (!isOwnKey(ctx, key)) return false;
      return key.projectId === null
        ? managesKeys(ctx, key)
        : (await permissionsInProject(ctx, key.projectId)).includes("personalApiKey:create");
  }
}

/** Whether the caller may read the key: where it lives, or in a project that its access covers. */
async function mayRead(ctx: Context, key: ApiKey): Promise<boolean> {
  if (key.projectId !== null) return (await permissionsInProject(ctx, key.projectId)).includes("apiKey:read");
  if ((await viewerPermissions(ctx, key.organizationId)).includes("organizationApiKey:read")) return true;
  const { principal } = ctx;
  if (principal.kind !== "USER") return false;
  if (isOwnKey(ctx, key))
    return (await organizationRights(ctx, key.organizationId)).organizationRole !== null;
  return inheritedBySome(ctx, key, principal.userId);
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

/**
 * The key, for a caller who may do that to it, locked against others until the transaction ends. NOT_FOUND
 * unless they may read it, FORBIDDEN if only that.
 */
export async function requireApiKey(ctx: Context, id: string, action: KeyAction): Promise<ApiKey> {
  await lockApiKey(ctx, id);
  const key = await findApiKey(ctx, id);
  if (key === null) throw hidden(ctx, "API key");
  if (await mayDo(ctx, key, action)) return key;
  if (key.kind === "SYSTEM" && action !== "ROTATE") {
    throw forbidden(
      "The Automator's key is protected: it belongs to the project and cannot be changed or stopped.",
    );
  }
  if (key.kind === "PERSONAL" && (await managesKeys(ctx, key))) {
    throw forbidden(
      "This key acts as its owner, so only they change or rotate it. You may disable, revoke or delete it.",
    );
  }
  throw key.projectId === null
    ? lacking(ctx, "organizationApiKey:manage", "the organization, where this key is managed")
    : lacking(ctx, "apiKey:manage", "this key's project");
}

/** Makes every other change of the key wait; SQLite has one writer anyway. */
async function lockApiKey(ctx: Context, id: string): Promise<void> {
  if (ctx.database.dialect === "sqlite" || !isId("apiKey", id)) return;
  await ctx.db.query("SELECT id FROM api_keys WHERE id = ? FOR UPDATE", [id]);
}

/** The calling key's own row, which is all that a key ever sees of keys. */
export async function viewerApiKey(ctx: Context): Promise<ApiKey | null> {
  return ctx.principal.kind === "API_KEY" ? apiKeyById(ctx, ctx.principal.apiKeyId) : null;
}
