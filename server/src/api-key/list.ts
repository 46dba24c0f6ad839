import type { SelectQueryBuilder } from "typeorm";
import type { Context } from "../context.js";
import { requireOrganization } from "../organization/organization.access.js";
import type { Organization } from "../organization/organization.entity.js";
import { type Page, page } from "../paging/page.js";
import { requireInProject } from "../project/project.access.js";
import type { Project } from "../project/project.entity.js";
import { ApiKey, type ApiKeyEdge } from "./api-key.entity.js";
import type { ApiKeyListArgs } from "./api-key.inputs.js";
import { ApiKeyProject } from "./api-key-project.entity.js";

/** Every key of the organization, its own and those of its projects, newest first. */
export async function listOfOrganization(
  ctx: Context,
  organization: Organization,
  args: ApiKeyListArgs,
): Promise<Page<ApiKey>> {
  await requireOrganization(ctx, organization.id, "organizationApiKey:read");
  return keys(liveKeys(ctx, organization.id), args, () => false);
}

/** The keys that work in the project, its own and the inherited ones, newest first. */
export async function listOfProject(
  ctx: Context,
  project: Project,
  args: ApiKeyListArgs,
): Promise<Page<ApiKey>> {
  await requireInProject(ctx, project, "apiKey:read", "project");
  const query = liveKeys(ctx, project.organizationId);
  query.andWhere(`(key.projectId = :own OR ${inherited(query)})`, { own: project.id });
  return keys(query, args, (key) => key.projectId === null);
}

/** The organization's keys whose access covers the project, newest first. */
export async function listInherited(
  ctx: Context,
  project: Project,
  args: ApiKeyListArgs,
): Promise<Page<ApiKey>> {
  await requireInProject(ctx, project, "apiKey:read", "project");
  const query = liveKeys(ctx, project.organizationId);
  query.andWhere(inherited(query), { own: project.id });
  return keys(query, args, () => true);
}

const liveKeys = (ctx: Context, organizationId: string): SelectQueryBuilder<ApiKey> =>
  ctx.db
    .createQueryBuilder(ApiKey, "key")
    .where("key.organizationId = :organizationId AND key.deletedAt IS NULL", { organizationId });

/** Inheritance is a question, not a copied row: does the organization's key cover the project `:own`? */
function inherited(query: SelectQueryBuilder<ApiKey>): string {
  const named = query
    .subQuery()
    .select("1")
    .from(ApiKeyProject, "named")
    .where("named.apiKeyId = key.id AND named.projectId = :own")
    .getQuery();
  return `(key.projectId IS NULL AND (key.access = 'ALL_PROJECTS' OR EXISTS ${named}))`;
}

async function keys(
  query: SelectQueryBuilder<ApiKey>,
  args: ApiKeyListArgs,
  isInherited: (key: ApiKey) => boolean,
): Promise<Page<ApiKey>> {
  const { level, projectId } = args.filter ?? {};
  if (level != null) query.andWhere(`key.projectId IS ${level === "ORGANIZATION" ? "" : "NOT "}NULL`);
  if (projectId != null) query.andWhere("key.projectId = :projectId", { projectId });
  const found = await page(query, { property: "createdAt", kind: "time", direction: "DESC" }, args);
  const edges: ApiKeyEdge[] = found.edges.map((edge) => ({ ...edge, inherited: isInherited(edge.node) }));
  return { ...found, edges };
}
