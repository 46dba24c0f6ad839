import { randomBytes } from "node:crypto";
import { INVITATION_DAYS } from "@postern/shared";
import { LessThanOrEqual, MoreThan } from "typeorm";
import { actorOf } from "../audit/actor.js";
import * as audit from "../audit/audit.service.js";
import { hashToken } from "../auth/token.js";
import type { Context } from "../context.js";
import { onDuplicate } from "../database/failures.js";
import { inTransaction } from "../database/unit-of-work.js";
import { conflict } from "../errors.js";
import { isId, newId } from "../ids.js";
import { User } from "../user/user.entity.js";
import { Invitation } from "./invitation.entity.js";
import type { InvitationPayload, InviteMemberInput } from "./member.inputs.js";
import { requireMemberManager } from "./membership.access.js";
import { Membership } from "./membership.entity.js";
import { hidden, lockOrganization, requireOrganization, viewerPermissions } from "./organization.access.js";
import type { Organization } from "./organization.entity.js";

const DAY_MS = 24 * 60 * 60 * 1000;

/** 256 bits. It looks like a key's secret, so that whatever keeps those out of the log keeps this out too. */
const newToken = (): string => `pst_i_${randomBytes(32).toString("hex")}`;

/** The organization's open invitations, the newest first, for those who manage members. */
export async function list(ctx: Context, organization: Organization): Promise<Invitation[]> {
  await requireOrganization(ctx, organization.id, "member:manage");
  return ctx.db.find(Invitation, {
    where: { organizationId: organization.id, expiresAt: MoreThan(ctx.clock()) },
    order: { createdAt: "DESC", id: "DESC" },
  });
}

/**
 * Invites somebody by e-mail address; the link is in the answer and nowhere else. CONFLICT for a member, and
 * while another invitation for the address is open.
 */
export async function invite(ctx: Context, input: InviteMemberInput): Promise<InvitationPayload> {
  const { organizationId, email, role } = input;
  const token = newToken();
  const invitation = await inTransaction(ctx, async (ctx) => {
    await lockOrganization(ctx, organizationId);
    await requireMemberManager(ctx, organizationId, [role]);
    await refuseMember(ctx, organizationId, email);
    const now = ctx.clock();
    await ctx.db.delete(Invitation, { organizationId, email, expiresAt: LessThanOrEqual(now) });
    const invitation = Object.assign(new Invitation(), {
      id: newId("invitation"),
      organizationId,
      email,
      role,
      tokenHash: hashToken(token),
      expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS),
      createdAt: now,
      invitedBy: actorOf(ctx),
    });
    await ctx.db.insert(Invitation, invitation).catch(onDuplicate(invitedAlready));
    await audit.record(ctx, "invitation.create", targetOf(invitation), { email, role });
    return invitation;
  });
  return { invitation, url: `${ctx.config.publicUrl}/invitations/${token}` };
}

async function refuseMember(ctx: Context, organizationId: string, email: string): Promise<void> {
  const user = await ctx.db.findOneBy(User, { email });
  if (user !== null && (await ctx.db.existsBy(Membership, { organizationId, userId: user.id }))) {
    throw conflict("input.email", "This person is a member already.");
  }
}

const invitedAlready = () =>
  conflict("input.email", "An invitation for this address is open. Revoke it to make a new link.");

/** Takes an invitation back; its link no longer works. NOT_FOUND for those who may not see it. */
export async function revoke(ctx: Context, id: string): Promise<boolean> {
  await inTransaction(ctx, async (ctx) => {
    const invitation = isId("invitation", id) ? await ctx.db.findOneBy(Invitation, { id }) : null;
    if (invitation === null) throw hidden(ctx, "invitation");
    await lockOrganization(ctx, invitation.organizationId);
    const permissions = await viewerPermissions(ctx, invitation.organizationId);
    if (!permissions.includes("member:manage")) throw hidden(ctx, "invitation");
    await take(ctx, invitation);
    await audit.record(ctx, "invitation.revoke", targetOf(invitation));
  });
  return true;
}

/** Uses an invitation up. NOT_FOUND when somebody else was faster: of two at once, one wins. */
export async function take(ctx: Context, { id }: Invitation): Promise<void> {
  const { affected } = await ctx.db.delete(Invitation, { id });
  if (affected !== 1) throw hidden(ctx, "invitation");
}

export const targetOf = ({ id, email, organizationId }: Invitation): audit.AuditTarget => ({
  id,
  name: email,
  organizationId,
});
