import type { Context } from "../context.js";
import { ServerFact } from "../database/server-fact.entity.js";
import { inTransaction } from "../database/unit-of-work.js";
import { PosternError } from "../errors.js";
import { Organization } from "../organization/organization.entity.js";
import { isSetupRequired } from "../setup/setup.service.js";
import { User } from "../user/user.entity.js";
import { insertRows } from "./insert-rows.js";
import { automatorRow, type SeedKey, SPAN_MS, seedKey, USABLE } from "./seed-keys.js";
import { Chance } from "./seed-random.js";
import {
  organizationRow,
  projectRow,
  type SeedPerson,
  type SeedTenant,
  seedTenants,
} from "./seed-tenants.js";
import { usageRows } from "./seed-usage.js";

const KEYS_AT_ONCE = 50_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const NO_PASSWORD = "none: nobody signs in with it";

export interface SeedOptions {
  organizations: number;
  projects: number;
  keys: number;
  /** Also into a database that is not empty. */
  add: boolean;
  /** Calls by day of the last month, too: up to thirty rows a key. */
  usage: boolean;
}

/**
 * Fills the database with made-up tenants and keys, and says what a benchmark needs to know of them. Chance
 * and secrets come from the numbers alone; times are counted back from the beginning of today (UTC).
 */
export async function seed(
  ctx: Context,
  { organizations, projects, keys, add, usage }: SeedOptions,
  progress: (text: string) => void,
): Promise<string> {
  if (projects < organizations)
    throw refusal("Give at least as many projects as organizations: each has one.");
  const offset = await ctx.db.count(Organization);
  if (!add && (offset > 0 || (await ctx.db.count(User)) > 0)) {
    throw refusal("The database is not empty. Give --add if made-up tenants may stand beside what is there.");
  }
  const started = Date.now();
  const run = `postern seed ${offset}`;
  const chance = new Chance(offset + 1);
  const asOf = new Date(Math.floor(ctx.clock().getTime() / DAY_MS) * DAY_MS);
  const before = new Date(asOf.getTime() - SPAN_MS - DAY_MS);
  const tenants = seedTenants(chance, { organizations, projects }, offset, before);
  const owner: SeedPerson = {
    userId: chance.id("user", before),
    membershipId: "",
    name: "Olivia Owner",
    email: offset === 0 ? "owner@seed.example" : `owner-${offset}@seed.example`,
  };
  await insertTenants(ctx, chance, tenants, owner);
  const usable: SeedKey[] = [];
  // A chance of its own, so that keys and secrets are the same without calls.
  const calls = new Chance(offset + 2);
  for (let from = 0; from < keys; from += KEYS_AT_ONCE) {
    const count = Math.min(KEYS_AT_ONCE, keys - from);
    const made = Array.from({ length: count }, (_, n) =>
      seedKey(chance, from + n, { keys, run, asOf, tenants, owner }),
    );
    usable.push(...made.slice(0, USABLE - usable.length));
    await insertKeys(ctx, made);
    if (usage) {
      const rows = made.flatMap((key) => usageRows(calls, key, asOf));
      await inTransaction(ctx, ({ db }) => insertRows(db, "api_key_usage_days", rows));
    }
    progress(`${(from + count).toLocaleString("en")} of ${keys.toLocaleString("en")} keys`);
  }
  // Else the web application asks for the first administrator, although there is one.
  if (await isSetupRequired(ctx)) {
    const value = ctx.clock().toISOString();
    await inTransaction(ctx, ({ db }) => db.insert(ServerFact, { name: "setup_completed_at", value }));
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  return [
    `Made ${organizations} organizations, ${projects} projects and ${keys.toLocaleString("en")} keys in ${seconds} s.`,
    `To sign in as the owner of all of them: pnpm cli reset-password --email ${owner.email}`,
    "Keys that work, and whose secrets anybody can work out:",
    ...usable.map(({ secret, key }) => `  ${secret}  ${key["role"]} ${key.id}`),
  ].join("\n");
}

const refusal = (message: string) => new PosternError("CONFLICT", message);

async function insertTenants(
  ctx: Context,
  chance: Chance,
  tenants: SeedTenant[],
  owner: SeedPerson,
): Promise<void> {
  const people = tenants.flatMap(({ members, createdAt }) =>
    members.map((member) => ({ ...member, createdAt })),
  );
  const userRow = (person: SeedPerson, createdAt: Date) => ({
    id: person.userId,
    email: person.email,
    name: person.name,
    password_hash: NO_PASSWORD,
    created_at: createdAt,
  });
  const memberships = tenants.flatMap((tenant) => {
    const all = [
      { id: chance.id("membership", tenant.createdAt), userId: owner.userId, role: "OWNER" },
      ...tenant.members.map(({ membershipId, userId }) => ({ id: membershipId, userId, role: "MEMBER" })),
    ];
    return all.map(({ id, userId, role }) => ({
      id,
      organization_id: tenant.id,
      user_id: userId,
      role,
      created_at: tenant.createdAt,
    }));
  });
  const inProjects = tenants.flatMap((tenant) => tenant.projects.map((project) => ({ tenant, project })));
  await inTransaction(ctx, async ({ db }) => {
    const first = tenants[0]?.createdAt ?? ctx.clock();
    await insertRows(db, "users", [
      userRow(owner, first),
      ...people.map((person) => userRow(person, person.createdAt)),
    ]);
    await insertRows(db, "organizations", tenants.map(organizationRow));
    await insertRows(db, "memberships", memberships);
    await insertRows(
      db,
      "projects",
      inProjects.map(({ tenant, project }) => projectRow(tenant, project)),
    );
    await insertRows(
      db,
      "project_memberships",
      inProjects.map(({ project }) => ({
        membership_id: project.member?.membershipId,
        project_id: project.id,
        role: "EDITOR",
      })),
    );
    await insertRows(
      db,
      "api_keys",
      inProjects.map(({ tenant, project }) => automatorRow(tenant, project)),
    );
  });
}

async function insertKeys(ctx: Context, made: SeedKey[]): Promise<void> {
  // Hashes have no order of their own; in the index's, each of its pages is written once.
  const secrets = made.map(({ secretRow }) => secretRow).sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const named = made.flatMap(({ key, projectIds }) =>
    projectIds.map((projectId) => ({ api_key_id: key.id, project_id: projectId })),
  );
  await inTransaction(ctx, async ({ db, database }) => {
    if (database.dialect === "sqlite") await db.query("PRAGMA cache_size = -262144");
    await insertRows(
      db,
      "api_keys",
      made.map(({ key }) => key),
    );
    await insertRows(db, "api_key_secrets", secrets);
    await insertRows(db, "api_key_projects", named);
  });
}
