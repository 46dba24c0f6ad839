import { foldName } from "../paging/search.js";
import type { Chance } from "./seed-random.js";

/** Members of each organization besides its owner. */
const MEMBERS = 5;

export interface SeedTenant {
  id: string;
  name: string;
  slug: string;
  createdAt: Date;
  members: SeedPerson[];
  projects: SeedProject[];
}

export interface SeedPerson {
  userId: string;
  membershipId: string;
  name: string;
  email: string;
}

export interface SeedProject {
  id: string;
  name: string;
  slug: string;
  createdAt: Date;
  automatorId: string;
  /** The member who has a role here. */
  member: SeedPerson | undefined;
}

const COMPANIES = ["Acme", "Globex", "Initech", "Umbrella", "Hooli", "Stark", "Wayne", "Wonka", "Cyberdyne"];
const PARTS = ["Billing", "CRM", "Shop", "Warehouse", "Payroll", "Search", "Reports", "Support", "Website"];
const PEOPLE = [
  "Ada Lovelace",
  "Alan Turing",
  "Grace Hopper",
  "Edsger Dijkstra",
  "Barbara Liskov",
  "Ken Thompson",
];
const nth = (names: string[], n: number) => `${names[n % names.length]} ${Math.floor(n / names.length) + 1}`;

/**
 * Organizations with their people and projects, made before any key. The first ones are the larger ones.
 * `offset` counts what is there already, so that a second run makes others.
 */
export function seedTenants(
  chance: Chance,
  numbers: { organizations: number; projects: number },
  offset: number,
  before: Date,
): SeedTenant[] {
  const tenants = Array.from({ length: numbers.organizations }, (_, n): SeedTenant => {
    const createdAt = new Date(before.getTime() - (numbers.organizations - n) * 60_000);
    const number = offset + n;
    const members = Array.from({ length: MEMBERS }, (_, m) => ({
      userId: chance.id("user", createdAt),
      membershipId: chance.id("membership", createdAt),
      name: PEOPLE[(number + m) % PEOPLE.length] ?? "",
      email: `member-${m + 1}.organization-${number + 1}@seed.example`,
    }));
    const name = nth(COMPANIES, number);
    const slug = `seed-${number + 1}`;
    return { id: chance.id("organization", createdAt), name, slug, createdAt, members, projects: [] };
  });
  for (let n = 0; n < numbers.projects; n++) {
    // One each as far as they go round, the others mostly to the first ones.
    const at = n < tenants.length ? n : Math.floor(tenants.length * chance.next() ** 2);
    const tenant = tenants[at] as SeedTenant;
    const number = tenant.projects.length;
    tenant.projects.push({
      id: chance.id("project", tenant.createdAt),
      name: nth(PARTS, number),
      slug: nth(PARTS, number).toLowerCase().replace(" ", "-"),
      createdAt: tenant.createdAt,
      automatorId: chance.id("apiKey", tenant.createdAt),
      member: tenant.members[number % MEMBERS],
    });
  }
  return tenants;
}

export const organizationRow = (tenant: SeedTenant) => ({
  id: tenant.id,
  name: tenant.name,
  folded_name: foldName(tenant.name),
  slug: tenant.slug,
  created_at: tenant.createdAt,
  owner_count: 1,
  require_allowed_ips: false,
});

export const projectRow = (tenant: SeedTenant, project: SeedProject) => ({
  id: project.id,
  organization_id: tenant.id,
  name: project.name,
  folded_name: foldName(project.name),
  slug: project.slug,
  created_at: project.createdAt,
});
