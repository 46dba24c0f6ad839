import { passwordRule } from "@postern/shared";
import { MoreThan } from "typeorm";
import * as audit from "../audit/audit.service.js";
import type { UserPrincipal } from "../auth/principal.js";
import { hashToken } from "../auth/token.js";
import type { Context } from "../context.js";
import { onDuplicate } from "../database/failures.js";
import { inTransaction } from "../database/unit-of-work.js";
import { badUserInput, conflict, forbidden, notFound, wrongCredentials } from "../errors.js";
import { newId } from "../ids.js";
import { type ProvenUser, provePassword } from "../session/prove.js";
import type { SessionPayload } from "../session/session.inputs.js";
import * as sessions from "../session/session.service.js";
import { hashPassword } from "../user/password.js";
import { User } from "../user/user.entity.js";
import { Invitation } from "./invitation.entity.js";
import { take, targetOf } from "./invitations.js";
import type { AcceptInvitationInput } from "./member.inputs.js";
import { Membership } from "./membership.entity.js";
import { lockOrganization } from "./organization.access.js";
import { countOwnerIn } from "./owners.js";

/**
 * Makes the invited person a member and signs them in. Whoever has an account under the address proves it
 * with its password, as at signIn; anyone else gets one. NOT_FOUND for a token that is unknown, expired, used
 * or revoked, all alike.
 */
export async function acceptInvitation(ctx: Context, input: AcceptInvitationInput): Promise<SessionPayload> {
  if (ctx.principal.kind === "API_KEY")
    throw forbidden("Only people accept invitations; an API key never does.");
  const invitation = await ctx.db.findOneBy(Invitation, {
    tokenHash: hashToken(input.token),
    expiresAt: MoreThan(ctx.clock()),
  });
  if (invitation === null) throw notFound("invitation");
  const { email } = invitation;
  const isKnown = await ctx.db.existsBy(User, { email });
  const proven = isKnown
    ? await provePassword(ctx, { email, password: input.password })
    : await newUser(ctx, email, input);
  if (proven === null) throw wrongCredentials();
  await inTransaction(ctx, (ctx) => join(ctx, invitation, proven, !isKnown));
  return sessions.begin(ctx, proven);
}

/** The account to be made. Its faults are named all at once. */
async function newUser(ctx: Context, email: string, input: AcceptInvitationInput): Promise<ProvenUser> {
  const faults = [
    { path: "input.name", message: input.name == null ? "Give your name: the account is new." : null },
    { path: "input.password", message: passwordRule.problem(input.password) },
  ].flatMap(({ path, message }) => (message === null ? [] : [{ path, message }]));
  if (faults.length > 0) throw badUserInput(faults);
  const user = Object.assign(new User(), {
    id: newId("user"),
    email,
    name: input.name ?? "",
    createdAt: ctx.clock(),
  });
  return { user, passwordHash: await hashPassword(input.password) };
}

async function join(
  ctx: Context,
  invitation: Invitation,
  { user, passwordHash }: ProvenUser,
  isNew: boolean,
): Promise<void> {
  const principal: UserPrincipal = { kind: "USER", userId: user.id, sessionId: "", name: user.name };
  const asUser: Context = { ...ctx, principal };
  const { organizationId, role } = invitation;
  await lockOrganization(ctx, organizationId);
  await take(asUser, invitation);
  if (isNew) {
    await ctx.db.insert(User, { ...user, passwordHash }).catch(onDuplicate(accountMadeMeanwhile));
    await audit.record(asUser, "user.create", { id: user.id, name: user.email });
  }
  const membership = Object.assign(new Membership(), {
    id: newId("membership"),
    organizationId,
    userId: user.id,
    role,
    createdAt: ctx.clock(),
  });
  await ctx.db.insert(Membership, membership);
  if (role === "OWNER") await countOwnerIn(ctx, organizationId);
  await audit.record(asUser, "invitation.accept", targetOf(invitation));
  await audit.record(asUser, "member.add", { id: membership.id, name: user.name, organizationId }, { role });
}

/** Another invitation to the same address was accepted at the same moment. */
const accountMadeMeanwhile = () =>
  conflict(
    "input.password",
    "The address has an account by now. Accept again, with that account's password.",
  );
