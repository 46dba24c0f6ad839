import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { badUserInput } from "../errors.js";
import { hashPassword } from "../user/password.js";
import { User } from "../user/user.entity.js";
import { provePassword } from "./prove.js";
import { Session } from "./session.entity.js";
import type { ChangePasswordInput } from "./session.inputs.js";
import { endEach, handOver, insertSession, requireUser } from "./session.service.js";

/**
 * Changes the caller's password, ends all of their sessions and begins a new one for this browser.
 * BAD_USER_INPUT when the current password is wrong, which counts like a failed sign-in.
 */
export async function changePassword(ctx: Context, input: ChangePasswordInput): Promise<boolean> {
  const { userId } = requireUser(ctx);
  const { email } = await ctx.db.findOneByOrFail(User, { id: userId });
  const proven = await provePassword(ctx, { email, password: input.currentPassword });
  if (proven === null) throw wrongPassword();
  const passwordHash = await hashPassword(input.newPassword);
  const begun = await inTransaction(ctx, async (ctx) => {
    // Of two changes at once, one wins; the other's current password is no longer right.
    const changed = await ctx.db.update(
      User,
      { id: userId, passwordHash: proven.passwordHash },
      { passwordHash },
    );
    if (changed.affected !== 1) throw wrongPassword();
    await audit.record(ctx, "user.changePassword", { id: userId, name: email });
    const sessions = await ctx.db.findBy(Session, { userId });
    await endEach(
      ctx,
      sessions.map(({ id }) => id),
    );
    return insertSession(ctx, { user: proven.user, passwordHash });
  });
  handOver(ctx, begun);
  return true;
}

const wrongPassword = () =>
  badUserInput([{ path: "input.currentPassword", message: "The current password is wrong." }]);
