import {
  API_KEY_ROLE_SCOPES,
  type ApiKeyScope,
  type ApiKeyStatus,
  expiryInstant,
  expiryProblem,
  type ProjectAccess,
  SELECTED_PROJECTS_MAX,
} from "@postern/shared";
import { In } from "typeorm";
import { actorOf } from "../audit/actor.js";
import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { badUserInput } from "../errors.js";
import { newId } from "../ids.js";
import { requireOrganization } from "../organization/organization.access.js";
import { findProject, requireProject } from "../project/project.access.js";
import { Project } from "../project/project.entity.js";
import { requireApiKey } from "./api-key.access.js";
import { ApiKey } from "./api-key.entity.js";
import type {
  ApiKeyPayload,
  CreateOrganizationApiKeyInput,
  CreateProjectApiKeyInput,
  ExpiryInput,
  NewApiKeyInput,
} from "./api-key.inputs.js";
import { ApiKeyProject } from "./api-key-project.entity.js";
import { ApiKeySecret } from "./api-key-secret.entity.js";
import { hashSecret, newSecret, previewOf } from "./secret.js";

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
    const projectIds = await chosenProjects(ctx, organizationId, input);
    return insertKey(ctx, input, { organizationId, projectId: null, access: input.access, projectIds });
  });
}

/** Makes a key of one project. The secret is in the answer and nowhere else. */
export async function createForProject(
  ctx: Context,
  input: CreateProjectApiKeyInput,
): Promise<ApiKeyPayload> {
  return inTransaction(ctx, async (ctx) => {
    const { id: projectId, organizationId } = await requireProject(ctx, input.projectId, "apiKey:manage");
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
  const now = ctx.clock();
  const { policy, expiresAt } = checkedExpiry(input.expiry, now);
  const id = newId("apiKey");
  const secret = newSecret(place.projectId === null ? "ORGANIZATION" : "PROJECT");
  const apiKey = Object.assign(new ApiKey(), {
    id,
    organizationId: place.organizationId,
    projectId: place.projectId,
    name: input.name ?? id,
    description: input.description || null,
    preview: previewOf(secret),
    role: input.role,
    access: place.access,
    expiryPolicy: policy,
    expiresAt,
    createdAt: now,
    createdBy: actorOf(ctx),
    deletedAt: null,
  });
  await ctx.db.insert(ApiKey, apiKey);
  await ctx.db.insert(ApiKeySecret, { hash: hashSecret(secret), apiKeyId: id, createdAt: now });
  if (place.projectIds.length > 0) {
    await ctx.db.insert(
      ApiKeyProject,
      place.projectIds.map((projectId) => ({ apiKeyId: id, projectId })),
    );
  }
  const { name, preview, role, access } = apiKey;
  const changes = {
    name,
    preview,
    role,
    access,
    projectIds: place.projectIds,
    expiryPolicy: policy,
    expiresAt,
  };
  await audit.record(ctx, "apiKey.create", apiKey, changes);
  return { apiKey, secret };
}

function checkedExpiry(
  input: ExpiryInput,
  now: Date,
): { policy: ExpiryInput["policy"]; expiresAt: Date | null } {
  const custom = input.expiresAt ?? null;
  const problem = expiryProblem(input.policy, custom, now);
  if (problem !== null) throw badUserInput([{ path: "input.expiry.expiresAt", message: problem }]);
  return { policy: input.policy, expiresAt: expiryInstant(input.policy, custom, now) };
}

/** The projects that the input names, checked: all of them are the organization's. */
async function chosenProjects(
  ctx: Context,
  organizationId: string,
  input: CreateOrganizationApiKeyInput,
): Promise<string[]> {
  const refuse = (message: string) => badUserInput([{ path: "input.projectIds", message }]);
  const ids = [...new Set(input.projectIds ?? [])];
  if (input.access === "ALL_PROJECTS") {
    if (ids.length > 0) throw refuse("Leave it out: ALL_PROJECTS covers every project.");
    return [];
  }
  if (ids.length === 0) throw refuse("Name at least one project, or choose ALL_PROJECTS.");
  if (ids.length > SELECTED_PROJECTS_MAX) throw refuse(`Name at most ${SELECTED_PROJECTS_MAX} projects.`);
  const known = await ctx.db.countBy(Project, { id: In(ids), organizationId });
  if (known !== ids.length) {
    throw refuse(`${ids.length - known} of the ${ids.length} projects are not in this organization.`);
  }
  return ids;
}

/** Stops the key for good and takes it off the lists. Its secrets stay known as those of a stopped key. */
export async function remove(ctx: Context, id: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const key = await requireApiKey(ctx, id);
    await ctx.db.update(
      ApiKey,
      { id: key.id, organizationId: key.organizationId },
      { deletedAt: ctx.clock() },
    );
    await audit.record(ctx, "apiKey.delete", key);
    return true;
  });
}

export const scopesOf = (key: ApiKey): readonly ApiKeyScope[] => API_KEY_ROLE_SCOPES[key.role];

export const statusOf = (ctx: Context, key: ApiKey): ApiKeyStatus =>
  hasExpired(key.expiresAt, ctx.clock()) ? "EXPIRED" : "ACTIVE";

/** From its very instant on, an expiry holds. */
export const hasExpired = (expiresAt: Date | null, now: Date): boolean =>
  expiresAt !== null && now >= expiresAt;

/** The projects the key names, by name: those of them that the caller may read. */
export async function selectedProjects(ctx: Context, key: ApiKey): Promise<Project[]> {
  if (key.access === "ALL_PROJECTS") return [];
  const ids =
    key.projectId === null
      ? (await ctx.db.findBy(ApiKeyProject, { apiKeyId: key.id })).map((row) => row.projectId)
      : [key.projectId];
  const projects = await Promise.all(ids.map((id) => findProject(ctx, id)));
  return projects
    .filter((project) => project !== null)
    .sort((a, b) => (a.foldedName < b.foldedName ? -1 : a.foldedName > b.foldedName ? 1 : 0));
}
