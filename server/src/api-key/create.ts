import type { ProjectAccess } from "@postern/shared";
import { actorOf } from "../audit/actor.js";
import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { badUserInput } from "../errors.js";
import { newId } from "../ids.js";
import { requireOrganization } from "../organization/organization.access.js";
import { foldName } from "../paging/search.js";
import { requireProject } from "../project/project.access.js";
import { ApiKey } from "./api-key.entity.js";
import type {
  ApiKeyPayload,
  CreateOrganizationApiKeyInput,
  CreateProjectApiKeyInput,
  NewApiKeyInput,
} from "./api-key.inputs.js";
import { ApiKeyProject } from "./api-key-project.entity.js";
import { onlyOnce } from "./once.js";
import { requirePolicyKept } from "./policy.js";
import { previewOf } from "./secret.js";
import { issueSecret } from "./secrets.js";
import { checkedProjects, checkSettings, expiryOf, rangesOf } from "./settings.js";

/** Makes an organization-level key. The secret is in the answer and nowhere else. */
export async function createForOrganization(
  ctx: Context,
  input: CreateOrganizationApiKeyInput,
): Promise<ApiKeyPayload> {
  return inTransaction(ctx, async (ctx) => {
    const { id: organizationId } = await requireOrganization(
      ctx,
      input.organizationId,
      "organizationApiKey:manage",
    );
    const projectIds = await checkedProjects(ctx, organizationId, input.access, input.projectIds);
    return insertKey(ctx, input, { organizationId, projectId: null, access: input.access, projectIds });
  });
}

/** Makes a key of one project: a SERVICE key needs apiKey:manage, the caller's own PERSONAL one less. */
export async function createForProject(
  ctx: Context,
  input: CreateProjectApiKeyInput,
): Promise<ApiKeyPayload> {
  return inTransaction(ctx, async (ctx) => {
    const permission = input.kind === "PERSONAL" ? "personalApiKey:create" : "apiKey:manage";
    const { id: projectId, organizationId } = await requireProject(ctx, input.projectId, permission);
    return insertKey(ctx, input, { organizationId, projectId, access: "SELECTED_PROJECTS", projectIds: [] });
  });
}

interface Place {
  organizationId: string;
  projectId: string | null;
  access: ProjectAccess;
  /** What an organization-level key with SELECTED_PROJECTS names. */
  projectIds: string[];
}

async function insertKey(ctx: Context, input: NewApiKeyInput, place: Place): Promise<ApiKeyPayload> {
  if (input.kind === "SYSTEM") {
    throw badUserInput([
      { path: "input.kind", message: "Choose PERSONAL or SERVICE; each project has its SYSTEM key." },
    ]);
  }
  const now = ctx.clock();
  const { projectIds, ...where } = place;
  checkSettings(input, now);
  const settings = {
    role: input.role,
    ...expiryOf(input.expiry, now),
    allowedIps: rangesOf(input.allowedIps),
    rateLimitPerMinute: input.rateLimitPerMinute ?? null,
  };
  await requirePolicyKept(ctx, place.organizationId, settings);
  const id = newId("apiKey");
  await onlyOnce(ctx, id, input.idempotencyKey);
  const apiKey = newKey(ctx, id, {
    ...where,
    ...settings,
    createdAt: now,
    kind: input.kind,
    name: input.name ?? id,
  });
  apiKey.description = input.description || null;
  apiKey.ownerId = input.kind === "PERSONAL" && ctx.principal.kind === "USER" ? ctx.principal.userId : null;
  await ctx.db.insert(ApiKey, apiKey);
  const secret = await issueSecret(ctx, apiKey);
  if (projectIds.length > 0) {
    await ctx.db.insert(
      ApiKeyProject,
      projectIds.map((projectId) => ({ apiKeyId: id, projectId })),
    );
  }
  const { name, kind, preview, access } = apiKey;
  await audit.record(ctx, "apiKey.create", apiKey, { name, kind, preview, access, projectIds, ...settings });
  return { apiKey, secret };
}

type NewKey = Pick<
  ApiKey,
  "organizationId" | "projectId" | "name" | "kind" | "role" | "access" | "expiryPolicy"
> &
  Partial<ApiKey>;

/** A key's row before its first secret. */
function newKey(ctx: Context, id: string, fields: NewKey): ApiKey {
  return Object.assign(new ApiKey(), {
    id,
    description: null,
    ownerId: null,
    preview: previewOf("pst_s_"),
    expiresAt: null,
    createdAt: ctx.clock(),
    createdBy: actorOf(ctx),
    foldedName: foldName(fields.name),
    enabled: true,
    allowedIps: null,
    rateLimitPerMinute: null,
    lastUsedAt: null,
    lastUsedIp: null,
    revokedAt: null,
    revokedBy: null,
    revokeReason: null,
    deletedAt: null,
    ...fields,
  });
}

/** The project's own SYSTEM key: made with the project, without a secret until an admin rotates it. */
export async function createAutomator(
  ctx: Context,
  project: { id: string; organizationId: string },
): Promise<void> {
  const key = newKey(ctx, newId("apiKey"), {
    organizationId: project.organizationId,
    projectId: project.id,
    name: "Automator",
    kind: "SYSTEM",
    role: "TRIGGER",
    access: "SELECTED_PROJECTS",
    expiryPolicy: "NEVER",
  });
  await ctx.db.insert(ApiKey, key);
  await audit.record(ctx, "apiKey.create", key, { name: key.name, kind: key.kind, role: key.role });
}
