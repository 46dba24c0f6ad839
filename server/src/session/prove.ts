import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { Context } from "../context.js";
import { rateLimited } from "../errors.js";
import { verifyPassword } from "../user/password.js";
import { User } from "../user/user.entity.js";

/** A user who has shown the password, and the hash with which it was compared. */
export interface ProvenUser {
  user: User;
  passwordHash: string;
}

// Failures are counted per address, and per account and address: whoever guesses is slowed down, and nobody
// can lock somebody else out of an account from afar.
const perAddress = new RateLimiterMemory({ keyPrefix: "address", points: 50, duration: 15 * 60 });
const perAccount = new RateLimiterMemory({ keyPrefix: "account", points: 10, duration: 15 * 60 });

/**
 * The user of this e-mail address, if the password is right; null for a wrong address or password alike.
 * RATE_LIMITED after ten failures from one place in a quarter of an hour.
 */
export async function provePassword(
  ctx: Context,
  { email, password }: { email: string; password: string },
): Promise<ProvenUser | null> {
  const address = ctx.ip ?? "unknown";
  const account = `${email} ${address}`;
  await refuseGuessing([await perAddress.get(address), await perAccount.get(account)]);
  const known = await ctx.db.findOne(User, { where: { email }, select: { id: true, passwordHash: true } });
  if (!(await verifyPassword(password, known?.passwordHash ?? null)) || known === null) {
    await Promise.allSettled([perAddress.consume(address), perAccount.consume(account)]);
    return null;
  }
  await perAccount.delete(account);
  return { user: await ctx.db.findOneByOrFail(User, { id: known.id }), passwordHash: known.passwordHash };
}

function refuseGuessing(counts: (RateLimiterRes | null)[]): void {
  const spent = counts.find((count) => count !== null && count.remainingPoints <= 0);
  if (!spent) return;
  const seconds = Math.ceil(spent.msBeforeNext / 1000);
  const minutes = Math.ceil(seconds / 60);
  throw rateLimited(`Too many failed sign-ins from here. Try again in ${minutes} min.`, seconds);
}
