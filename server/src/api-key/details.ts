import { Field, Int, ObjectType } from "type-graphql";
import { Between, In, IsNull, MoreThan, MoreThanOrEqual } from "typeorm";
import type { Context } from "../context.js";
import { defineLoader } from "../database/loader.js";
import { badUserInput } from "../errors.js";
import { findProject } from "../project/project.access.js";
import type { Project } from "../project/project.entity.js";
import type { ApiKey } from "./api-key.entity.js";
import { ApiKeyProject } from "./api-key-project.entity.js";
import { ApiKeySecret } from "./api-key-secret.entity.js";
import { ApiKeyDenials, ApiKeyUsageDay, type ApiKeyUsageSeries } from "./usage.entity.js";
import { dayOf } from "./usage.js";

const DAY_MS = 24 * 60 * 60 * 1000;
const MONTH = 31;
const DAYS_MAX = 366;

@ObjectType({ description: "A rotation under way: an older secret still works beside the newest one." })
export class ApiKeyRotation {
  @Field(() => Date)
  startedAt!: Date;

  @Field(() => String)
  previousPreview!: string;

  @Field(() => Date)
  previousExpiresAt!: Date;

  @Field(() => Date, { nullable: true, description: "Last call that still came with the older secret." })
  previousLastUsedAt!: Date | null;

  @Field(() => Int, {
    description: "Calls that did since the rotation; written behind, at most a minute late.",
  })
  previousUseCount!: number;
}

/** The secrets of each key that may still work: the newest, and during a rotation the older one. */
const liveSecrets = defineLoader<string, ApiKeySecret[]>(async (ctx, ids) => {
  const rows = await ctx.db.findBy(ApiKeySecret, [
    { apiKeyId: In([...ids]), endedAt: IsNull(), expiresAt: IsNull() },
    { apiKeyId: In([...ids]), endedAt: IsNull(), expiresAt: MoreThan(ctx.clock()) },
  ]);
  return grouped(ids, rows);
});

/** What is to be known of the rotation; null when none is under way. */
export async function rotationOf(ctx: Context, key: ApiKey): Promise<ApiKeyRotation | null> {
  const secrets = await liveSecrets(ctx, key.id);
  const older = secrets.find(({ expiresAt }) => expiresAt !== null);
  const newest = secrets.find(({ expiresAt }) => expiresAt === null);
  if (!older?.expiresAt || !newest) return null;
  return {
    startedAt: newest.createdAt,
    previousPreview: older.preview,
    previousExpiresAt: older.expiresAt,
    previousLastUsedAt: older.lastUsedAt,
    previousUseCount: older.useCount,
  };
}

/** Calls per UTC day, oldest first, today included; days without a call are there with zeros. */
export async function usageOf(ctx: Context, key: ApiKey, days: number): Promise<ApiKeyUsageDay[]> {
  const dates = lastDays(ctx, days);
  const used = await (days <= MONTH ? monthOfUse : yearOfUse)(ctx, key.id);
  const byDay = new Map(used.map((row) => [row.day, row]));
  return dates.map((day) => byDay.get(day) ?? { apiKeyId: key.id, day, accepted: 0, denied: 0 });
}

/** The same as columns: a list of many keys is answered three times as fast with numbers as with objects. */
export async function usageSeriesOf(ctx: Context, key: ApiKey, days: number): Promise<ApiKeyUsageSeries> {
  const calls = await usageOf(ctx, key, days);
  return {
    since: calls[0]?.day ?? "",
    accepted: calls.map(({ accepted }) => accepted),
    denied: calls.map(({ denied }) => denied),
  };
}

/** The days on which each key was used. A list shows a month of many keys, so it does not read a year of them. */
const daysOfUse = (days: number) =>
  defineLoader<string, ApiKeyUsageDay[]>(async (ctx, ids) => {
    const since = lastDays(ctx, days)[0] ?? "";
    const rows = await ctx.db.findBy(ApiKeyUsageDay, { apiKeyId: In([...ids]), day: MoreThanOrEqual(since) });
    return grouped(ids, rows);
  });
const monthOfUse = daysOfUse(MONTH);
const yearOfUse = daysOfUse(DAYS_MAX);

function grouped<T extends { apiKeyId: string }>(ids: readonly string[], rows: T[]): T[][] {
  const byKey = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) byKey.get(row.apiKeyId)?.push(row);
  return ids.map((id) => byKey.get(id) ?? []);
}

/** Denied calls by day and cause, newest first. */
export async function denialsOf(ctx: Context, key: ApiKey, days: number): Promise<ApiKeyDenials[]> {
  const dates = lastDays(ctx, days);
  return ctx.db.find(ApiKeyDenials, {
    where: { apiKeyId: key.id, day: Between(dates[0] ?? "", dates.at(-1) ?? "") },
    order: { day: "DESC", cause: "ASC" },
  });
}

function lastDays(ctx: Context, days: number): string[] {
  if (days < 1 || days > DAYS_MAX)
    throw badUserInput([{ path: "days", message: `Give 1 to ${DAYS_MAX} days.` }]);
  const now = ctx.clock().getTime();
  return Array.from({ length: days }, (_, i) => dayOf(new Date(now - (days - 1 - i) * DAY_MS)));
}

const namedProjects = defineLoader<string, ApiKeyProject[]>(async (ctx, ids) =>
  grouped(ids, await ctx.db.findBy(ApiKeyProject, { apiKeyId: In([...ids]) })),
);

/** The projects the key names, by name: those of them that the caller may read. */
export async function selectedProjects(ctx: Context, key: ApiKey): Promise<Project[]> {
  if (key.access === "ALL_PROJECTS") return [];
  const ids =
    key.projectId === null ? (await namedProjects(ctx, key.id)).map((row) => row.projectId) : [key.projectId];
  const projects = await Promise.all(ids.map((id) => findProject(ctx, id)));
  return projects
    .filter((project) => project !== null)
    .sort((a, b) => (a.foldedName < b.foldedName ? -1 : a.foldedName > b.foldedName ? 1 : 0));
}
