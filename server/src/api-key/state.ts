import {
  API_KEY_STATE_RULES,
  type ApiKeyInstant,
  type ApiKeyState,
  type ApiKeyStateRule,
  apiKeyState,
} from "@postern/shared";
import type { SelectQueryBuilder } from "typeorm";
import type { Context } from "../context.js";
import type { ApiKey } from "./api-key.entity.js";
import { rotationOf } from "./details.js";
import { STATUS_CONDITIONS, statusOf } from "./status.js";

/** The one word that lists say of the key. */
export async function stateOf(ctx: Context, key: ApiKey): Promise<ApiKeyState> {
  const [status, rotation] = await Promise.all([statusOf(ctx, key), rotationOf(ctx, key)]);
  return apiKeyState({ ...key, status, olderSecretEndsAt: rotation?.previousExpiresAt }, ctx.clock());
}

const COLUMNS: Record<ApiKeyInstant, string> = { expiresAt: "k.expires_at", lastUsedAt: "k.last_used_at" };
const ROTATING = `EXISTS (SELECT 1 FROM api_key_secrets o
  WHERE o.api_key_id = k.id AND o.ended_at IS NULL AND o.expires_at > :statusNow)`;

/** A rule as a condition on the row `k`. */
const conditionOf = ({ status, kind, rotating, never, within }: ApiKeyStateRule, index: number): string =>
  [
    status && `(${STATUS_CONDITIONS[status]})`,
    kind && `k.kind = '${kind}'`,
    rotating && ROTATING,
    never && `${COLUMNS[never]} IS NULL`,
    within && `${COLUMNS[within.instant]} <= :stateBy${index}`,
  ]
    .filter(Boolean)
    .join(" AND ") || "1 = 1";

const CASES = API_KEY_STATE_RULES.map(
  (rule, index) => `WHEN ${conditionOf(rule, index)} THEN '${rule.state}'`,
);

/** Leaves, of a query over `k`, the keys of which lists say one of these words. */
export function whereState(
  ctx: Context,
  query: SelectQueryBuilder<ApiKey>,
  states: readonly ApiKeyState[],
): void {
  const now = ctx.clock();
  const instants = API_KEY_STATE_RULES.flatMap(({ within }, index) =>
    within ? [[`stateBy${index}`, new Date(now.getTime() + within.ms)]] : [],
  );
  query.andWhere(`CASE ${CASES.join(" ")} END IN (:...states)`, {
    ...Object.fromEntries(instants),
    states,
    statusNow: now,
    statusEnabled: true,
  });
}
