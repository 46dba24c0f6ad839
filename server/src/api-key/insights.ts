import { ApiKeyInsightKind, EXPIRES_SOON_MS, FIRST_USE_MS, IDLE_MS } from "@postern/shared";
import { Field, Int, ObjectType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import type { Context } from "../context.js";
import type { ApiKey } from "./api-key.entity.js";
import { STATUS_CONDITIONS } from "./status.js";

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

@ObjectType({ description: "How many working keys deserve a look for one reason." })
export class ApiKeyInsight {
  @Field(() => ApiKeyInsightKind)
  kind!: ApiKeyInsightKind;

  @Field(() => Int)
  count!: number;
}

// Executions and audit entries are asked by the names of their tables: what a key did is kept there.
const TRIGGERED_IN = (columns: string): string =>
  `SELECT ${columns} FROM executions x WHERE x.triggered_by_api_key_id = k.id`;

const CONDITIONS: Record<ApiKeyInsightKind, string> = {
  NEVER_EXPIRES: "k.kind <> 'SYSTEM' AND k.expires_at IS NULL",
  EXPIRING_SOON: "k.expires_at <= :soon",
  NEVER_USED: "k.kind <> 'SYSTEM' AND k.last_used_at IS NULL AND k.created_at <= :firstUseDue",
  IDLE: "k.kind <> 'SYSTEM' AND k.last_used_at <= :quarterAgo",
  WIDER_ACCESS_THAN_USED: `k.project_id IS NULL AND k.access = 'ALL_PROJECTS'
    AND (${TRIGGERED_IN("COUNT(DISTINCT x.project_id)")} AND x.created_at >= :monthAgo) = 1`,
  MORE_RIGHTS_THAN_USED: `k.role = 'PRIVILEGED' AND k.last_used_at IS NOT NULL
    AND EXISTS (${TRIGGERED_IN("1")} AND x.created_at >= :quarterAgo)
    AND NOT EXISTS (SELECT 1 FROM audit_entries a
      WHERE a.organization_id = k.organization_id AND a.actor_api_key_id = k.id AND a.at >= :quarterAgo)`,
  CREATOR_GONE: `k.created_by_user_id NOT IN (
    SELECT c.user_id FROM memberships c WHERE c.organization_id = :organizationId)`,
};

/** Leaves, of a query over `k` that binds :organizationId, the working keys to which this applies. */
export function whereInsight(ctx: Context, query: SelectQueryBuilder<ApiKey>, kind: ApiKeyInsightKind): void {
  whereWorking(ctx, query).andWhere(`(${CONDITIONS[kind]})`);
}

/** To how many of the working keys of a query over `k` each of them applies, in one reading of the keys. */
export async function countInsights(
  ctx: Context,
  query: SelectQueryBuilder<ApiKey>,
): Promise<ApiKeyInsight[]> {
  const kinds = Object.values(ApiKeyInsightKind);
  whereWorking(ctx, query).select([]);
  for (const kind of kinds) query.addSelect(`COUNT(CASE WHEN ${CONDITIONS[kind]} THEN 1 END)`, kind);
  const counts = await query.getRawOne<Record<ApiKeyInsightKind, number | string>>();
  return kinds.map((kind) => ({ kind, count: Number(counts?.[kind]) }));
}

function whereWorking(ctx: Context, query: SelectQueryBuilder<ApiKey>): SelectQueryBuilder<ApiKey> {
  const now = ctx.clock().getTime();
  return query.andWhere(`(${STATUS_CONDITIONS.ACTIVE})`, {
    statusNow: new Date(now),
    statusEnabled: true,
    soon: new Date(now + EXPIRES_SOON_MS),
    firstUseDue: new Date(now - FIRST_USE_MS),
    monthAgo: new Date(now - MONTH_MS),
    quarterAgo: new Date(now - IDLE_MS),
  });
}
