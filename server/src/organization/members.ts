import { In } from "typeorm";
import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { forbidden } from "../errors.js";
import { type Page, page, type SearchPageArgs } from "../paging/page.js";
import { foldName } from "../paging/search.js";
import { User } from "../user/user.entity.js";
import { userById } from "../user/user.service.js";
import type { UpdateMemberInput } from "./member.inputs.js";
import { requireMemberManager, requireMembership } from "./membership.access.js";
import { Membership } from "./membership.entity.js";
import type { Organization } from "./organization.entity.js";
import { countOwnerIn, countOwnerOut } from "./owners.js";

/** The organization's members, the first to come first. Every member sees them all; no API key sees one. */
export async function list(
  ctx: Context,
  organization: Organization,
  args: SearchPageArgs,
): Promise<Page<Membership>> {
  if (ctx.principal.kind !== "USER")
    throw forbidden("Only signed-in members see members; an API key never does.");
  const query = ctx.db
    .createQueryBuilder(Membership, "membership")
    .where("membership.organizationId = :organizationId", { organizationId: organization.id });
  const text = foldName(args.search?.trim() ?? "");
  if (text !== "") query.andWhere({ userId: In(await usersLike(ctx, organization, text)) });
  return page(query, { property: "createdAt", kind: "time", direction: "ASC" }, args);
}

/** Those whose name or address holds the text, or whose id it is. It is looked for here: users keep no folded name. */
async function usersLike(ctx: Context, { id }: Organization, text: string): Promise<string[]> {
  const users = await ctx.db
    .createQueryBuilder(User, "user")
    .innerJoin(
      Membership,
      "membership",
      "membership.userId = user.id AND membership.organizationId = :organizationId",
      {
        organizationId: id,
      },
    )
    .getMany();
  return users
    .filter(({ id, name, email }) => id === text || foldName(name).includes(text) || email.includes(text))
    .map(({ id }) => id);
}

/** Gives a member another role. CONFLICT when it takes the last OWNER away. */
export async function update(ctx: Context, { id, role }: UpdateMemberInput): Promise<Membership> {
  return inTransaction(ctx, async (ctx) => {
    const membership = await requireMembership(ctx, id);
    const { organizationId } = membership;
    await requireMemberManager(ctx, organizationId, [membership.role, role]);
    const changes = audit.differences<Membership>(membership, { role });
    if (changes === null) return membership;
    if (membership.role === "OWNER") await countOwnerOut(ctx, organizationId);
    if (role === "OWNER") await countOwnerIn(ctx, organizationId);
    await ctx.db.update(Membership, { id }, { role });
    await audit.record(ctx, "member.update", await targetOf(ctx, membership), changes);
    return Object.assign(membership, { role });
  });
}

/** Takes a member out; everyone may take out themselves. CONFLICT for the last OWNER. */
export async function remove(ctx: Context, id: string): Promise<boolean> {
  await inTransaction(ctx, async (ctx) => {
    const membership = await requireMembership(ctx, id);
    const { organizationId, role, userId } = membership;
    const leaves = ctx.principal.kind === "USER" && ctx.principal.userId === userId;
    if (!leaves) await requireMemberManager(ctx, organizationId, [role]);
    if (role === "OWNER") await countOwnerOut(ctx, organizationId);
    await ctx.db.delete(Membership, { id });
    await audit.record(ctx, "member.remove", await targetOf(ctx, membership), { role });
  });
  return true;
}

/** A membership as the audit log names it: by the person. */
export async function targetOf(
  ctx: Context,
  { id, organizationId, userId }: Membership,
): Promise<audit.AuditTarget> {
  const user = await userById(ctx, userId);
  return { id, organizationId, name: user?.name ?? userId };
}
