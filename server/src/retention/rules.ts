import type { EntityTarget, ObjectLiteral } from "typeorm";
import { ApiKeyRequest } from "../api-key/api-key-request.entity.js";
import { ApiKeyDenials, ApiKeyUsageDay } from "../api-key/usage.entity.js";
import { dayOf } from "../api-key/usage.js";
import type { Context } from "../context.js";
import { Execution } from "../execution/execution.entity.js";
import { TriggerRequest } from "../execution/trigger-request.entity.js";
import { Invitation } from "../organization/invitation.entity.js";
import { Session } from "../session/session.entity.js";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Rows that are of no more use once a column of theirs lies before some time. */
export interface Rule {
  entity: EntityTarget<ObjectLiteral>;
  /** Indexed. A row in which it is null stays. */
  property: string;
  /** Rows from before this go; null: none does. */
  before(ctx: Context): Date | string | null;
  /** How many go in one transaction, which on SQLite is how long the others wait. */
  atOnce: number;
}

const daysAgo = ({ clock }: Context, days: number): Date => new Date(clock().getTime() - days * DAY_MS);

/**
 * Everything that grows by itself, and how long it is kept. What is missing is kept for good: the audit log,
 * and deleted keys and workflows, which past executions and denied calls still lead to.
 */
export const RULES: readonly Rule[] = [
  {
    // With their attempts, which the database takes along. One that has not ended has no finishedAt.
    entity: Execution,
    property: "finishedAt",
    before: (ctx) => {
      const { executionRetentionDays: days } = ctx.config;
      return days === null ? null : daysAgo(ctx, days);
    },
    // Each may hold 256 KiB of input and 64 KiB of output.
    atOnce: 100,
  },
  // One day more than each of these is good for, as the clocks of several servers may differ.
  { entity: TriggerRequest, property: "expiresAt", before: (ctx) => daysAgo(ctx, 1), atOnce: 500 },
  { entity: ApiKeyRequest, property: "createdAt", before: (ctx) => daysAgo(ctx, 2), atOnce: 500 },
  { entity: Session, property: "expiresAt", before: (ctx) => daysAgo(ctx, 1), atOnce: 500 },
  { entity: Invitation, property: "expiresAt", before: (ctx) => daysAgo(ctx, 1), atOnce: 500 },
  // As far back as anybody may ask for usage, and what denials promise.
  { entity: ApiKeyUsageDay, property: "day", before: (ctx) => dayOf(daysAgo(ctx, 366)), atOnce: 500 },
  { entity: ApiKeyDenials, property: "day", before: (ctx) => dayOf(daysAgo(ctx, 90)), atOnce: 500 },
];
