import { emailRule, nameRule, passwordRule, slugFrom, type TextRule } from "@postern/shared";
import * as audit from "../audit/audit.service.js";
import type { UserPrincipal } from "../auth/principal.js";
import type { Context } from "../context.js";
import { onDuplicate } from "../database/failures.js";
import { ServerFact } from "../database/server-fact.entity.js";
import { inTransaction } from "../database/unit-of-work.js";
import { badUserInput, type FieldFault, PosternError } from "../errors.js";
import { newId } from "../ids.js";
import type { Organization } from "../organization/organization.entity.js";
import * as organizations from "../organization/organization.service.js";
import { Session } from "../session/session.entity.js";
import { isSetupRequired } from "../setup/setup.service.js";
import { hashPassword } from "../user/password.js";
import { User } from "../user/user.entity.js";

/** What the rules make of texts; throws BAD_USER_INPUT that names every fault by its option. */
function tidied<K extends string>(given: Record<K, [TextRule, string]>): Record<K, string> {
  const faults: FieldFault[] = [];
  const tidy = Object.entries<[TextRule, string]>(given).map(([option, [rule, value]]) => {
    const normalized = rule.normalize(value);
    const message = rule.problem(normalized);
    if (message !== null) faults.push({ path: option === "password" ? option : `--${option}`, message });
    return [option, normalized];
  });
  if (faults.length > 0) throw badUserInput(faults);
  return Object.fromEntries(tidy);
}

export interface NewAdmin {
  email: string;
  name: string;
  organization: string;
  password: string;
}

/**
 * Makes an account and an organization of which it is the OWNER; also on a server that was set up long ago.
 * One that was not counts as set up from then on. CONFLICT when the address has an account.
 */
export async function createAdmin(
  ctx: Context,
  input: NewAdmin,
): Promise<{ user: User; organization: Organization }> {
  const given = tidied({
    email: [emailRule, input.email],
    name: [nameRule, input.name],
    organization: [nameRule, input.organization],
    password: [passwordRule, input.password],
  });
  const passwordHash = await hashPassword(given.password);
  return inTransaction(ctx, async (ctx) => {
    const { email, name } = given;
    const user = Object.assign(new User(), { id: newId("user"), email, name, createdAt: ctx.clock() });
    await ctx.db.insert(User, { ...user, passwordHash }).catch(onDuplicate(accountExists));
    await audit.record(ctx, "user.create", { id: user.id, name: email });
    const principal: UserPrincipal = { kind: "USER", userId: user.id, sessionId: "", name };
    const organization = await organizations.create(
      { ...ctx, principal },
      { name: given.organization, slug: slugFrom(given.organization) || slugWithoutName() },
    );
    if (await isSetupRequired(ctx)) {
      const value = ctx.clock().toISOString();
      await ctx.db.insert(ServerFact, { name: "setup_completed_at", value });
    }
    return { user, organization };
  });
}

/** For a name without a letter that a slug may have. */
const slugWithoutName = (): string => `organization-${newId("organization").slice(-8)}`;

const accountExists = () =>
  new PosternError(
    "CONFLICT",
    "There is an account with this address already. A new password for it: pnpm cli reset-password",
  );

/** Gives an account a new password and ends its sessions, all at once. NOT_FOUND for an unknown address. */
export async function resetPassword(
  ctx: Context,
  input: { email: string; password: string },
): Promise<{ user: User; endedSessions: number }> {
  const given = tidied({ email: [emailRule, input.email], password: [passwordRule, input.password] });
  const passwordHash = await hashPassword(given.password);
  return inTransaction(ctx, async (ctx) => {
    const user = await ctx.db.findOneBy(User, { email: given.email });
    if (user === null) throw new PosternError("NOT_FOUND", "There is no account with this address.");
    await ctx.db.update(User, { id: user.id }, { passwordHash });
    await audit.record(ctx, "user.changePassword", { id: user.id, name: user.email });
    const sessions = await ctx.db.findBy(Session, { userId: user.id });
    for (const { id } of sessions) {
      await ctx.db.delete(Session, { id });
      await audit.record(ctx, "session.end", { id, name: user.name });
    }
    return { user, endedSessions: sessions.length };
  });
}
