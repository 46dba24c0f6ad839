import { EXPIRY_PRESET_DAYS, type ExpiryPolicy } from "@postern/shared";
import { hashSecret, previewOf, secretOf } from "../api-key/secret.js";
import { foldName } from "../paging/search.js";
import { type Chance, secretCharacters } from "./seed-random.js";
import type { SeedPerson, SeedProject, SeedTenant } from "./seed-tenants.js";

const DAY_MS = 24 * 60 * 60 * 1000;
/** The oldest key is as old as this; every second one is younger than a year. */
export const SPAN_MS = 3 * 365 * DAY_MS;

/** The first keys work for good, so that a benchmark can use them: organization, project, organization. */
export const USABLE = 3;

export interface SeedKey {
  key: Record<string, unknown> & { id: string };
  secret: string;
  secretRow: Record<string, unknown> & { hash: string };
  /** What an organization-level key with SELECTED_PROJECTS names. */
  projectIds: string[];
}

const WORDS = ["Nightly import", "CI", "Deploy", "Zapier", "Webhook relay", "Laptop", "Data export", "Cron"];

/** The key of that number. Keys come in the order of their making. */
export function seedKey(
  chance: Chance,
  number: number,
  of: { keys: number; run: string; asOf: Date; tenants: SeedTenant[]; owner: SeedPerson },
): SeedKey {
  const { tenants, asOf } = of;
  const usable = number < USABLE;
  const tenant = tenants[usable ? 0 : Math.floor(tenants.length * chance.next() ** 2)] as SeedTenant;
  const age = SPAN_MS * (1 - number / of.keys) ** 2;
  const createdAt = new Date(Math.floor(asOf.getTime() - age));
  const atProject = usable ? number === 1 : chance.percent(70);
  const project = atProject ? tenant.projects[chance.below(tenant.projects.length)] : undefined;
  const id = chance.id("apiKey", createdAt);
  const level = project === undefined ? "ORGANIZATION" : "PROJECT";
  const secret = secretOf(level, secretCharacters(`${of.run} key ${number}`));
  const preview = previewOf(secret);
  const selected = project === undefined && !usable && chance.percent(40);
  const owner = chance.percent(25) && !usable ? ownerIn(tenant, project, of.owner) : null;
  const expiryPolicy = usable ? "NEVER" : chance.pick(POLICIES);
  const expiresAt = endOf(chance, expiryPolicy, createdAt);
  const revokedAt = !usable && chance.percent(6) ? between(chance, createdAt, asOf) : null;
  const deletedAt = !usable && chance.percent(4) ? between(chance, createdAt, asOf) : null;
  const limited = !usable && chance.percent(10);
  const name = `${WORDS[number % WORDS.length]} ${number + 1}`;
  const lastUsedAt = chance.percent(75)
    ? between(chance, createdAt, earliest(asOf, expiresAt, revokedAt, deletedAt))
    : null;
  const actor = owner ?? of.owner;
  const key = {
    id,
    organization_id: tenant.id,
    project_id: project?.id ?? null,
    name,
    folded_name: foldName(name),
    description: chance.percent(20) ? "Made up for a benchmark." : null,
    preview,
    kind: owner === null ? "SERVICE" : "PERSONAL",
    owner_id: owner?.userId ?? null,
    role: usable ? (["TRIGGER", "VIEWER", "PRIVILEGED"][number] ?? "TRIGGER") : chance.pick(ROLES),
    access: project !== undefined || selected ? "SELECTED_PROJECTS" : "ALL_PROJECTS",
    expiry_policy: expiryPolicy,
    expires_at: expiresAt,
    created_at: createdAt,
    created_by_kind: "USER",
    created_by_name: actor.name,
    created_by_user_id: actor.userId,
    enabled: usable || !chance.percent(3),
    allowed_ips: limited ? JSON.stringify(["203.0.113.0/24"]) : null,
    rate_limit_per_minute: !usable && chance.percent(10) ? 60 * (1 + chance.below(100)) : null,
    last_used_at: lastUsedAt,
    last_used_ip: lastUsedAt === null ? null : `203.0.113.${1 + chance.below(254)}`,
    revoked_at: revokedAt,
    revoked_by_kind: revokedAt === null ? null : "USER",
    revoked_by_name: revokedAt === null ? null : of.owner.name,
    revoked_by_user_id: revokedAt === null ? null : of.owner.userId,
    deleted_at: deletedAt,
  };
  const secretRow = {
    hash: hashSecret(secret),
    api_key_id: id,
    preview,
    created_at: createdAt,
    use_count: 0,
  };
  return { key, secret, secretRow, projectIds: selected ? someOf(chance, tenant.projects) : [] };
}

const ROLES = [
  ["TRIGGER", 60],
  ["VIEWER", 25],
  ["PRIVILEGED", 15],
] as const;

const POLICIES: readonly (readonly [ExpiryPolicy, number])[] = [
  ["NEVER", 35],
  ["DAYS_90", 25],
  ["DAYS_30", 15],
  ["DAYS_60", 8],
  ["DAYS_7", 5],
  ["DAYS_14", 5],
  ["CUSTOM", 7],
];

/** Whom a personal key stands for: the member with a role in the project, the owner for the organization. */
const ownerIn = (tenant: SeedTenant, project: SeedProject | undefined, owner: SeedPerson): SeedPerson =>
  project === undefined ? owner : (project.member ?? tenant.members[0] ?? owner);

function endOf(chance: Chance, policy: ExpiryPolicy, createdAt: Date): Date | null {
  if (policy === "NEVER") return null;
  const days = policy === "CUSTOM" ? 30 + chance.below(700) : EXPIRY_PRESET_DAYS[policy];
  return new Date(createdAt.getTime() + days * DAY_MS);
}

const earliest = (first: Date, ...others: (Date | null)[]): Date =>
  others.reduce<Date>((least, at) => (at !== null && at < least ? at : least), first);

/** Mostly towards the end. */
const between = (chance: Chance, from: Date, to: Date): Date =>
  new Date(Math.floor(to.getTime() - (to.getTime() - from.getTime()) * chance.next() ** 3));

/** Up to five of them; none is possible, and means none. */
function someOf(chance: Chance, projects: SeedProject[]): string[] {
  const count = Math.min(chance.below(6), projects.length);
  const from = chance.below(projects.length);
  return Array.from({ length: count }, (_, n) => projects[(from + n) % projects.length]?.id ?? "");
}

/** The project's own SYSTEM key, which has no secret yet. */
export const automatorRow = (tenant: SeedTenant, project: SeedProject) => ({
  id: project.automatorId,
  organization_id: tenant.id,
  project_id: project.id,
  name: "Automator",
  folded_name: "automator",
  preview: "pst_s_",
  kind: "SYSTEM",
  role: "TRIGGER",
  access: "SELECTED_PROJECTS",
  expiry_policy: "NEVER",
  created_at: project.createdAt,
  created_by_kind: "SYSTEM",
  created_by_name: "Command line",
  enabled: true,
});
