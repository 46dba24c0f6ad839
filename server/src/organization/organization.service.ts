import { slugFrom } from "@postern/shared";
import { In } from "typeorm";
import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { onDuplicate } from "../database/failures.js";
import { defineLoader } from "../database/loader.js";
import { inTransaction } from "../database/unit-of-work.js";
import { badUserInput, conflict, forbidden, unauthenticated } from "../errors.js";
import { newId } from "../ids.js";
import { emptyPage, type Page, page, type SearchPageArgs } from "../paging/page.js";
import { foldName, whereNameHas } from "../paging/search.js";
import { Invitation } from "./invitation.entity.js";
import { take, targetOf } from "./invitations.js";
import { targetOf as memberTargetOf } from "./members.js";
import { Membership } from "./membership.entity.js";
import { findOrganization, lockOrganization, requireOrganization } from "./organization.access.js";
import { Organization } from "./organization.entity.js";
import type { CreateOrganizationInput, UpdateOrganizationInput } from "./organization.inputs.js";

/** Makes an organization with the caller as its OWNER. CONFLICT when the slug is taken. */
export async function create(ctx: Context, input: CreateOrganizationInput): Promise<Organization> {
  const { principal } = ctx;
  if (principal.kind === "ANONYMOUS") throw unauthenticated("MISSING");
  if (principal.kind !== "USER")
    throw forbidden("Only signed-in users make organizations; an API key never does.");
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock();
    const organization = Object.assign(new Organization(), {
      id: newId("organization"),
      name: input.name,
      foldedName: foldName(input.name),
      slug: input.slug ?? givenSlug(input.name),
      createdAt: now,
      ownerCount: 1,
      maxLifetimeDays: null,
      requireAllowedIps: false,
      deletedAt: null,
    });
    await ctx.db
      .insert(Organization, organization)
      .catch(onDuplicate(() => slugTaken("organization", input.slug)));
    const membership = Object.assign(new Membership(), {
      id: newId("membership"),
      organizationId: organization.id,
      userId: principal.userId,
      role: "OWNER" as const,
      createdAt: now,
    });
    await ctx.db.insert(Membership, membership);
    const { id, name, slug } = organization;
    await audit.record(ctx, "organization.create", ownTarget(organization), { name, slug });
    await audit.record(
      ctx,
      "member.add",
      { id: membership.id, name: principal.name, organizationId: id },
      { role: membership.role },
    );
    return organization;
  });
}

/** Changes name or slug. CONFLICT when the slug is taken. */
export async function update(ctx: Context, input: UpdateOrganizationInput): Promise<Organization> {
  return inTransaction(ctx, async (ctx) => {
    await lockOrganization(ctx, input.id);
    const organization = await requireOrganization(ctx, input.id, "organization:update");
    const { id } = organization;
    const { changed, shown } = renamed(input);
    const changes = audit.differences<Organization>(organization, shown);
    if (changes === null) return organization;
    await ctx.db
      .update(Organization, { id }, changed)
      .catch(onDuplicate(() => slugTaken("organization", input.slug)));
    Object.assign(organization, changed);
    await audit.record(ctx, "organization.update", ownTarget(organization), changes);
    return organization;
  });
}

/** The columns that a new name and slug change, and the part of them that the audit log shows. */
export function renamed({ name, slug }: { name?: string | null; slug?: string | null }) {
  const shown = { ...(name != null && { name }), ...(slug != null && { slug }) };
  return { shown, changed: { ...shown, ...(name != null && { foldedName: foldName(name) }) } };
}

/**
 * The end of an organization whose projects are gone already: its members and invitations go, and nobody
 * finds it any more. Its row stays, because the audit log speaks of it.
 */
export async function close(ctx: Context, organization: Organization): Promise<void> {
  const { id } = organization;
  // The id is no possible slug, and unique: whoever wants the slug may have it.
  await ctx.db.update(Organization, { id }, { deletedAt: ctx.clock(), slug: id });
  for (const invitation of await ctx.db.findBy(Invitation, { organizationId: id })) {
    await take(ctx, invitation);
    await audit.record(ctx, "invitation.revoke", targetOf(invitation));
  }
  for (const membership of await ctx.db.findBy(Membership, { organizationId: id })) {
    await ctx.db.delete(Membership, { id: membership.id });
    const { role } = membership;
    await audit.record(ctx, "member.remove", await memberTargetOf(ctx, membership), { role });
  }
  await ctx.lifecycle.organizationDeleted(ctx, organization);
  await audit.record(ctx, "organization.delete", ownTarget(organization));
}

const ownTarget = ({ id, name }: Organization): audit.AuditTarget => ({ id, name, organizationId: id });

/** The slug of a new thing is taken. Told at the name, when the slug was made from it. */
export const slugTaken = (noun: string, given: string | null | undefined) =>
  given == null
    ? conflict("input.name", `Another ${noun} has a name like this. Choose another name, or give a slug.`)
    : conflict("input.slug", `Another ${noun} has this slug. Choose another.`);

/** The slug made from a name; a name without a usable letter needs one of its own. */
export function givenSlug(name: string): string {
  const slug = slugFrom(name);
  if (slug === "") {
    throw badUserInput([
      { path: "input.slug", message: "Give a slug: the name has no letter a-z or digit to make one from." },
    ]);
  }
  return slug;
}

/** The organization by id or slug; null when it is not there or the caller may not know of it. */
export async function find(
  ctx: Context,
  { id, slug }: { id?: string | null; slug?: string | null },
): Promise<Organization | null> {
  if ((id == null) === (slug == null)) {
    throw badUserInput([{ path: "id", message: "Give exactly one of id and slug." }]);
  }
  if (id != null) return findOrganization(ctx, id);
  const row = await ctx.db.findOneBy(Organization, { slug: slug ?? "" });
  return row && findOrganization(ctx, row.id);
}

/** The caller's organizations by name. A key sees its own, nobody sees none. */
export async function list(ctx: Context, args: SearchPageArgs): Promise<Page<Organization>> {
  const { principal } = ctx;
  const query = ctx.db
    .createQueryBuilder(Organization, "organization")
    .where("organization.deletedAt IS NULL");
  if (principal.kind === "USER") {
    query.innerJoin(
      Membership,
      "membership",
      "membership.organizationId = organization.id AND membership.userId = :userId",
      { userId: principal.userId },
    );
  } else if (principal.kind === "API_KEY") {
    query.andWhere("organization.id = :id", { id: principal.organizationId });
  } else {
    return emptyPage();
  }
  return page(
    whereNameHas(query, args.search),
    { property: "foldedName", kind: "text", direction: "ASC" },
    args,
  );
}

/** A user's memberships: the user's own all, another's only in organizations that the caller knows; for a key none. */
export const membershipsOf = defineLoader<string, Membership[]>(async (ctx, userIds) => {
  if (ctx.principal.kind === "API_KEY") return userIds.map(() => []);
  const rows = await ctx.db.find(Membership, {
    where: { userId: In([...userIds]) },
    order: { createdAt: "ASC", id: "ASC" },
  });
  const visible = await Promise.all(rows.map((row) => findOrganization(ctx, row.organizationId)));
  const byUser = new Map<string, Membership[]>(userIds.map((id) => [id, []]));
  rows.forEach((row, index) => {
    if (visible[index] !== null) byUser.get(row.userId)?.push(row);
  });
  return userIds.map((id) => byUser.get(id) ?? []);
});

/** Organizations of rows that the caller has read already; those rows cannot be without one. */
export async function organizationOf(ctx: Context, organizationId: string): Promise<Organization> {
  const organization = await findOrganization(ctx, organizationId);
  if (organization === null) throw new Error("A visible row belongs to an organization that is not.");
  return organization;
}
