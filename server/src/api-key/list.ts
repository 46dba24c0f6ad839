import { type ApiKeyLevel, type ApiKeyOrderField, PAGE_SIZE_MAX } from "@postern/shared";
import { Brackets, type SelectQueryBuilder } from "typeorm";
import type { Context } from "../context.js";
import { badUserInput } from "../errors.js";
import { isId } from "../ids.js";
import { requireOrganization } from "../organization/organization.access.js";
import type { Organization } from "../organization/organization.entity.js";
import { type Page, type PageArgs, type PageOrder, page } from "../paging/page.js";
import { foldName, likePattern } from "../paging/search.js";
import { requireInProject } from "../project/project.access.js";
import type { Project } from "../project/project.entity.js";
import { ApiKey, type ApiKeyEdge } from "./api-key.entity.js";
import type { ApiKeyFilter, ApiKeyListArgs } from "./api-key.inputs.js";
import { ApiKeyProject } from "./api-key-project.entity.js";
import { ApiKeySecret } from "./api-key-secret.entity.js";
import { type ApiKeyInsight, countInsights, whereInsight } from "./insights.js";
import { latestEnd } from "./policy.js";
import { hashSecret, isSecret } from "./secret.js";
import { whereState } from "./state.js";
import { anyStatus } from "./status.js";

type KeyQuery = SelectQueryBuilder<ApiKey>;

/** Every key of the organization, its own and those of its projects. */
export async function listOfOrganization(
  ctx: Context,
  organization: Organization,
  args: ApiKeyListArgs,
): Promise<Page<ApiKey>> {
  await requireOrganization(ctx, organization.id, "organizationApiKey:read");
  return listed(ctx, liveKeys(ctx, organization.id), args, () => false);
}

/** The keys that work in the project, its own and the inherited ones. */
export async function listOfProject(
  ctx: Context,
  project: Project,
  args: ApiKeyListArgs,
): Promise<Page<ApiKey>> {
  await requireInProject(ctx, project, "apiKey:read", "project");
  const query = liveKeys(ctx, project.organizationId);
  query.andWhere(`(k.projectId = :own OR ${inherited(query)})`, { own: project.id });
  return listed(ctx, query, args, (key) => key.projectId === null);
}

/** The organization's keys whose access covers the project. */
export async function listInherited(
  ctx: Context,
  project: Project,
  args: ApiKeyListArgs,
): Promise<Page<ApiKey>> {
  await requireInProject(ctx, project, "apiKey:read", "project");
  const query = liveKeys(ctx, project.organizationId);
  query.andWhere(inherited(query), { own: project.id });
  return listed(ctx, query, args, () => true);
}

/** The keys that break the organization's policy. They work on until someone changes them. */
export async function listViolations(
  ctx: Context,
  organization: Organization,
  args: PageArgs,
): Promise<Page<ApiKey>> {
  await requireOrganization(ctx, organization.id, "organizationApiKey:read");
  const query = liveKeys(ctx, organization.id).andWhere("k.kind <> 'SYSTEM' AND k.revokedAt IS NULL");
  const latest = latestEnd(organization, ctx.clock());
  const broken = [
    ...(latest === null ? [] : ["k.expiresAt IS NULL OR k.expiresAt > :latest"]),
    ...(organization.requireAllowedIps ? ["k.allowedIps IS NULL"] : []),
  ];
  query.andWhere(broken.length === 0 ? "1 = 0" : `(${broken.join(" OR ")})`, { latest });
  return listed(ctx, query, args, () => false);
}

/** Key safety: how many working keys deserve a look, and why. */
export async function insightsOf(
  ctx: Context,
  organization: Organization,
  level?: ApiKeyLevel | null,
): Promise<ApiKeyInsight[]> {
  await requireOrganization(ctx, organization.id, "organizationApiKey:read");
  const query = liveKeys(ctx, organization.id);
  if (level != null) query.andWhere(livesAt(level));
  return countInsights(ctx, query);
}

const liveKeys = (ctx: Context, organizationId: string): KeyQuery =>
  ctx.db
    .createQueryBuilder(ApiKey, "k")
    .where("k.organizationId = :organizationId AND k.deletedAt IS NULL", { organizationId });

const livesAt = (level: ApiKeyLevel): string =>
  `k.projectId IS ${level === "ORGANIZATION" ? "" : "NOT "}NULL`;

/** Inheritance is a question, not a copied row: does the organization's key cover the project `:own`? */
function inherited(query: KeyQuery): string {
  const named = query
    .subQuery()
    .select("1")
    .from(ApiKeyProject, "named")
    .where("named.apiKeyId = k.id AND named.projectId = :own")
    .getQuery();
  return `(k.projectId IS NULL AND (k.access = 'ALL_PROJECTS' OR EXISTS ${named}))`;
}

const ORDERS: Record<ApiKeyOrderField, Omit<PageOrder<ApiKey>, "direction">> = {
  CREATED_AT: { property: "createdAt", kind: "time" },
  NAME: { property: "foldedName", kind: "text" },
  EXPIRES_AT: { property: "expiresAt", kind: "time", nullable: true },
  LAST_USED_AT: { property: "lastUsedAt", kind: "time", nullable: true },
};

async function listed(
  ctx: Context,
  query: KeyQuery,
  args: ApiKeyListArgs,
  isInherited: (key: ApiKey) => boolean,
): Promise<Page<ApiKey>> {
  if (args.filter) applyFilter(ctx, query, args.filter);
  const { field, direction } = args.orderBy ?? { field: "CREATED_AT", direction: "DESC" };
  const found = await page(query, { ...ORDERS[field], direction }, args);
  const edges: ApiKeyEdge[] = found.edges.map((edge) => ({ ...edge, inherited: isInherited(edge.node) }));
  return { ...found, edges };
}

/** Narrows a query over `k` to what the filter names; every part alone or together with others. */
function applyFilter(ctx: Context, query: KeyQuery, filter: ApiKeyFilter): void {
  const { ids, level, kind, kinds, role, status, state, projectId, createdById, search } = filter;
  if (ids != null) query.andWhere("k.id IN (:...ids)", { ids: someOf("ids", ids) });
  if (level != null) query.andWhere(livesAt(level));
  if (kind != null) query.andWhere("k.kind = :kind", { kind });
  if (kinds != null) query.andWhere("k.kind IN (:...kinds)", { kinds: someOf("kinds", kinds) });
  if (role != null) query.andWhere("k.role = :role", { role });
  if (projectId != null) query.andWhere("k.projectId = :projectId", { projectId });
  if (createdById != null) query.andWhere("k.createdBy.userId = :createdById", { createdById });
  whereInstants(query, filter);
  if (status != null) {
    query.andWhere(`(${anyStatus(someOf("status", status))})`, {
      statusNow: ctx.clock(),
      statusEnabled: true,
    });
  }
  if (state != null) whereState(ctx, query, someOf("state", state));
  if (filter.insight != null) whereInsight(ctx, query, filter.insight);
  if (search?.trim()) applySearch(query, search.trim());
}

function whereInstants(query: KeyQuery, filter: ApiKeyFilter): void {
  const { expiresBefore, unusedSince, neverExpires, neverUsed } = filter;
  if (expiresBefore != null) query.andWhere("k.expiresAt < :expiresBefore", { expiresBefore });
  if (unusedSince != null) {
    query.andWhere("(k.lastUsedAt IS NULL OR k.lastUsedAt < :unusedSince)", { unusedSince });
  }
  if (neverExpires != null) query.andWhere(`k.expiresAt IS ${neverExpires ? "" : "NOT "}NULL`);
  if (neverUsed != null) query.andWhere(`k.lastUsedAt IS ${neverUsed ? "" : "NOT "}NULL`);
}

/** Each of the values once. None at all is a mistake of the caller: it would find nothing. */
function someOf<T>(field: string, values: readonly T[]): T[] {
  if (values.length > 0 && values.length <= PAGE_SIZE_MAX) return [...new Set(values)];
  const message = `Name 1 to ${PAGE_SIZE_MAX}, or leave it out.`;
  throw badUserInput([{ path: `filter.${field}`, message }]);
}

function applySearch(query: KeyQuery, text: string): void {
  if (isSecret(text)) {
    const owner = query
      .subQuery()
      .select("s.apiKeyId")
      .from(ApiKeySecret, "s")
      .where("s.hash = :hash")
      .getQuery();
    query.andWhere(`k.id = ${owner}`, { hash: hashSecret(text) });
    return;
  }
  query.andWhere(
    new Brackets((any) => {
      any.where("k.foldedName LIKE :namePattern ESCAPE '!'", {
        namePattern: `%${likePattern(foldName(text))}%`,
      });
      // Previews begin alike; one that is asked for in part begins like that part, in the same letter case.
      if (/^pst_[ops](_[0-9A-Za-z]{0,4})?$/.test(text)) {
        any.orWhere("k.preview >= :preview AND k.preview < :previewEnd", {
          preview: text,
          previewEnd: `${text}~`,
        });
      }
      if (isId("apiKey", text)) any.orWhere("k.id = :keyId", { keyId: text });
    }),
  );
}
